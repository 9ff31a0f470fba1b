/// The round values beside an axis.
package struct AxisTicks: Equatable, Sendable {
  /// Which numbers count as round.
  package enum Unit: Hashable, Sendable {
    /// 1, 2 and 5 times a power of ten.
    case decimal
    /// Seconds: what a clock counts in, from 1 s over 15 s and 5 min to hours.
    case seconds
  }

  /// The distance between two ticks.
  package private(set) var step: Double
  /// From low to high; the first is not above the data and the last not below it.
  package private(set) var values: [Double]

  /// The roundest ticks, about `intervals` steps, that enclose a range of finite numbers. A range
  /// of no height is given some.
  package init(enclosing range: ClosedRange<Double>, intervals: Int, unit: Unit = .decimal) {
    var (low, high) = (range.lowerBound, range.upperBound)
    let magnitude = max(abs(low), abs(high))
    // Closer than this, numbers of that size can hardly be told apart.
    if high - low <= magnitude * 1e-9 {
      let room = magnitude == 0 ? 1 : magnitude / 10
      (low, high) = (low - room, high + room)
    }
    let intervals = Double(max(1, intervals))
    step = Self.roundSteps(unit).first { (high - low) / $0 <= intervals } ?? (high - low)
    // 0.6 is three steps of 0.2, though their quotient is a little less.
    let first = Int(down: low / step + 1e-6)
    let last = max(first + 1, -Int(down: -high / step + 1e-6))
    let step = step
    values = (first...last).map { Double($0) * step }
  }

  private static func roundSteps(_ unit: Unit) -> [Double] {
    let clock: [Double] = [
      1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400,
    ]
    let largest = unit == .seconds ? 0.5 : 5e14
    var steps: [Double] = []
    for exponent in -9...14 {
      for digit in [1.0, 2, 5] {
        var value = digit
        for _ in 0..<abs(exponent) { value = exponent < 0 ? value / 10 : value * 10 }
        if value <= largest { steps.append(value) }
      }
    }
    return unit == .seconds ? steps + clock : steps
  }

  /// The lowest tick.
  var low: Double { values.first ?? 0 }
  /// The highest tick.
  var high: Double { values.last ?? 1 }
}
