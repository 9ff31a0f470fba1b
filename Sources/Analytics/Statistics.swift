/// What a set of values looks like: of a team in one period, or of one user over periods.
package struct Statistics: Equatable, Sendable {
  /// The value in the middle, or halfway between the two in the middle.
  package let median: Double
  /// The sum of the values divided by their count.
  package let mean: Double
  /// The values added up: what a totals line says of a counter.
  package let sum: Double
  /// The value below which a quarter lies, interpolated between neighbours (the seventh definition
  /// of Hyndman and Fan, as spreadsheets have it).
  package let lowerQuartile: Double
  /// The value below which three quarters lie, found in the same way.
  package let upperQuartile: Double
  /// The least of the values.
  package let minimum: Double
  /// The greatest of the values.
  package let maximum: Double
  /// How many values there were.
  package let count: Int

  /// Nil for no values: nothing is not zero. NaN counts as none.
  package init?(_ values: [Double]) {
    let values = values.present
    guard !values.isEmpty else { return nil }
    var places = Places(values)
    lowerQuartile = places.quantile(0.25)
    median = places.quantile(0.5)
    upperQuartile = places.quantile(0.75)
    (minimum, maximum) = (places[0], places[places.count - 1])
    sum = values.reduce(0, +)
    count = values.count
    mean = sum / Double(count)
  }

  /// The median alone, nil of no values.
  static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    var places = Places(values)
    return places.quantile(0.5)
  }

  /// Which share of the values lies below a value, in percent, those alike counting half: 50 for
  /// the middle one, and for the only one. Nil of no values.
  package static func percentile(of value: Double, among values: [Double]) -> Double? {
    let values = values.present
    guard !values.isEmpty else { return nil }
    let below = values.count { $0 < value }
    let alike = values.count { $0 == value }
    return (Double(below) + Double(alike) / 2) / Double(values.count) * 100
  }
}

extension [Double] {
  /// The values without those that are absent, which columns hold as NaN.
  var present: [Double] {
    guard contains(where: \.isNaN) else { return self }
    return withUnsafeBufferPointer { all in
      Array(unsafeUninitializedCapacity: all.count) { present, count in
        for value in all {
          present[count] = value
          count += value.isNaN ? 0 : 1
        }
      }
    }
  }
}

extension Double {
  /// The value, nil where a column says with NaN that it is absent.
  var ifPresent: Double? { isNaN ? nil : self }
}
