/// The edges of the bins of a histogram: multiples of 1, 2 or 5 times a power of ten, whole numbers
/// for counters.
///
/// How many bins there are follows Freedman and Diaconis, two quartile ranges divided by the cube
/// root of the count making a bin, within 5 to 40 and within what the caller has room for.
struct BinEdges {
  /// How many bins there are.
  let count: Int
  private let first: Int
  private let step: Step

  /// A mantissa times a power of ten, kept apart so that 3 × 0.05 is 0.15.
  private struct Step {
    let mantissa: Int
    let exponent: Int

    func multiple(_ factor: Int) -> Double {
      let power = (0..<abs(exponent)).reduce(1.0) { power, _ in power * 10 }
      let product = Double(factor * mantissa)
      return exponent < 0 ? product / power : product * power
    }

    /// The next one: 1, 2, 5, 10, 20 …
    var next: Step {
      switch mantissa {
      case 1: Step(mantissa: 2, exponent: exponent)
      case 2: Step(mantissa: 5, exponent: exponent)
      default: Step(mantissa: 1, exponent: exponent + 1)
      }
    }
  }

  /// Nil where the values are alike, or too near together or too far apart for edges.
  init?(_ statistics: Statistics, isCounter: Bool, maximum: Int) {
    let (low, high) = (statistics.minimum, statistics.maximum)
    guard (1e-200...1e200).contains(high - low) else { return nil }
    let quartiles = statistics.upperQuartile - statistics.lowerQuartile
    let width = 2 * quartiles / BinEdges.cubeRoot(of: Double(statistics.count))
    let wanted = width > 0 ? min(40, (high - low) / width) : 5
    // Of steps that are 2 to 2.5 times one another one gives 5 to 12 bins, and so on upwards.
    let most = min(max(2, maximum), min(40, max(12, Int(wanted * 1.5))))
    var step = BinEdges.step(below: (high - low) / 100, isWhole: isCounter)
    while BinEdges.count(step, low, high) > Double(most) { step = step.next }
    self.step = step
    first = Int((low / step.multiple(1)).rounded(.down))
    count = Int(BinEdges.count(step, low, high))
  }

  /// Where a bin starts, and with `count` where the last one ends.
  subscript(bin: Int) -> Double { step.multiple(first + bin) }

  /// The bin of a value between the least and the greatest.
  func bin(of value: Double) -> Int {
    var bin = Int((value / step.multiple(1)).rounded(.down)) - first
    // The quotient of 0.15 and 0.05 is less than 3.
    if value >= self[bin + 1] { bin += 1 }
    if value < self[bin] { bin -= 1 }
    return min(max(bin, 0), count - 1)
  }

  private static func count(_ step: Step, _ low: Double, _ high: Double) -> Double {
    let width = step.multiple(1)
    var last = (high / width).rounded(.down)
    if high >= step.multiple(Int(last) + 1) { last += 1 }
    return last - (low / width).rounded(.down) + 1
  }

  /// A power of ten that is no greater than a positive number, or 1 where it must be whole.
  private static func step(below limit: Double, isWhole: Bool) -> Step {
    var exponent = 0
    while Step(mantissa: 1, exponent: exponent).multiple(1) * 10 <= limit { exponent += 1 }
    guard !isWhole else { return Step(mantissa: 1, exponent: exponent) }
    while Step(mantissa: 1, exponent: exponent).multiple(1) > limit { exponent -= 1 }
    return Step(mantissa: 1, exponent: exponent)
  }

  /// By Newton's method, for numbers from 1 on.
  private static func cubeRoot(of number: Double) -> Double {
    var root = number
    for _ in 0..<64 { root = (2 * root + number / (root * root)) / 3 }
    return root
  }
}
