/// What a set of values looks like: of a team in one period, or of one user over periods.
package struct Statistics: Equatable, Sendable {
  /// The value in the middle, or halfway between the two in the middle.
  package let median: Double
  /// The sum of the values divided by their count.
  package let mean: Double
  /// The value below which a quarter lies, interpolated between neighbours.
  package let lowerQuartile: Double
  /// The value below which three quarters lie, interpolated between neighbours.
  package let upperQuartile: Double
  /// The least of the values.
  package let minimum: Double
  /// The greatest of the values.
  package let maximum: Double
  /// How many values there were.
  package let count: Int

  /// Nil for no values: nothing is not zero.
  package init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    median = Statistics.quantile(0.5, ofSorted: sorted)
    lowerQuartile = Statistics.quantile(0.25, ofSorted: sorted)
    upperQuartile = Statistics.quantile(0.75, ofSorted: sorted)
    mean = sorted.reduce(0, +) / Double(sorted.count)
    (minimum, maximum) = (sorted[0], sorted[sorted.count - 1])
    count = sorted.count
  }

  /// The value below which a share of the values lies, interpolated between neighbours (the
  /// seventh definition of Hyndman and Fan, as spreadsheets have it).
  private static func quantile(_ share: Double, ofSorted values: [Double]) -> Double {
    let place = share * Double(values.count - 1)
    let below = Int(place)
    let above = min(below + 1, values.count - 1)
    return values[below] + (values[above] - values[below]) * (place - Double(below))
  }

  /// The median distance from the median, a spread that a few odd values do not move.
  package static func medianDeviation(_ values: [Double]) -> Double? {
    guard let middle = Statistics(values)?.median else { return nil }
    return Statistics(values.map { abs($0 - middle) })?.median
  }
}
