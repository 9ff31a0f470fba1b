@testable import Canvas

/// How people see colours. Those who lack the red, green or blue receptors (protanopia, deuteranopia,
/// tritanopia) are simulated with the matrices of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
/// Color Vision Deficiency" (2009), at full severity.
enum ColorVision: CaseIterable {
  case full, withoutRed, withoutGreen, withoutBlue

  private var matrix: [[Double]] {
    switch self {
    case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .withoutRed:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .withoutGreen:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .withoutBlue:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// The distance in the CIE L*a*b* space: 2 is hardly seen, 20 is plain.
  func distance(_ one: Color, _ other: Color) -> Double {
    zip(lab(one), lab(other)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  private func lab(_ color: Color) -> [Double] {
    guard let parts = color.components else { return [] }
    let light = [parts.red, parts.green, parts.blue].map { part in
      // The light of one part alone is the luminance of a grey of that part.
      Color.rgb(red: UInt8(part), green: UInt8(part), blue: UInt8(part)).luminance
    }
    let seen = Self.product(matrix, light)
    let toXYZ = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    let white = [0.9505, 1, 1.089]
    let xyz = zip(Self.product(toXYZ, seen), white).map { Self.lightness(max(0, $0 / $1)) }
    return [116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])]
  }

  private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).map { $0 * $1 }.reduce(0, +) }
  }

  private static func lightness(_ value: Double) -> Double {
    guard value > 0.008856 else { return 7.787 * value + 16 / 116 }
    // The cube root by Newton's method.
    return (0..<20).reduce(1.0) { root, _ in (2 * root + value / (root * root)) / 3 }
  }
}
