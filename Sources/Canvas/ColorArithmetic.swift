extension Color {
  /// The red, green and blue parts, 0 to 255; nil unless it is an RGB colour.
  var components: (red: Int, green: Int, blue: Int)? {
    guard case .rgb(let red, let green, let blue) = self else { return nil }
    return (Int(red), Int(green), Int(blue))
  }

  /// A colour from `RRGGBB` with or without a `#` before it; nil if it is anything else.
  package init?(hex: String) {
    let digits = hex.hasPrefix("#") ? hex.dropFirst() : hex[...]
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    self = .rgb(
      red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }

  /// `#rrggbb`; nil unless it is an RGB colour.
  package var hex: String? {
    guard let parts = components else { return nil }
    let digits = String(parts.red << 16 | parts.green << 8 | parts.blue, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }

  /// Between two RGB colours: this one at a share of 0, the other at 1.
  func mixed(with other: Color, share: Double) -> Color {
    guard let mine = components, let its = other.components else { return self }
    func between(_ from: Int, _ to: Int) -> UInt8 {
      UInt8(Int(nearest: Double(from) + Double(to - from) * share))
    }
    return .rgb(
      red: between(mine.red, its.red), green: between(mine.green, its.green),
      blue: between(mine.blue, its.blue))
  }

  /// The light that an RGB colour gives off, 0 to 1.
  var luminance: Double {
    guard let parts = components else { return 0 }
    // A cubic that stays within a hundredth of the exact curve, which needs a power function.
    func linear(_ part: Int) -> Double {
      let x = Double(part) / 255
      return x * (x * (x * 0.305_306_011 + 0.682_171_111) + 0.012_522_878)
    }
    return 0.2126 * linear(parts.red) + 0.7152 * linear(parts.green)
      + 0.0722 * linear(parts.blue)
  }

  /// How well one RGB colour can be read on another: 1 not at all, 21 black on white, 4.5 what
  /// the web's rules ask of text.
  package func contrast(with other: Color) -> Double {
    let (mine, its) = (luminance, other.luminance)
    return (max(mine, its) + 0.05) / (min(mine, its) + 0.05)
  }

  /// The colour nearest to this one on the way to another that reaches the contrast with all of
  /// the backgrounds, or the other one itself if none does.
  func legible(on backgrounds: [Color], towards other: Color, contrast wanted: Double) -> Color {
    for step in 0..<20 {
      let color = mixed(with: other, share: Double(step) / 20)
      if backgrounds.allSatisfy({ color.contrast(with: $0) >= wanted }) { return color }
    }
    return other
  }
}
