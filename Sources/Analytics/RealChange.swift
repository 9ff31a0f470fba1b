/// Whether a value stands out against a user's own earlier periods.
package enum RealChange: Equatable, Sendable {
  /// So many deviations from the median of the earlier periods, and on which side.
  case real(deviations: Double, median: Double)
  case usual
  case notEnoughHistory

  /// One earlier period of a user.
  package struct Earlier: Equatable, Sendable {
    /// The user's number in the period; nil when there is none.
    package let value: Double?
    /// The user's calls in the period; nil when no record says.
    package let calls: Double?

    /// An earlier period with its value and its calls.
    package init(value: Double?, calls: Double?) {
      self.value = value
      self.calls = calls
    }
  }

  /// Compares with the up to 12 newest of the earlier periods, given oldest first, that have at
  /// least `minimumCalls` calls each, of which there must be 6: real from 3 on of
  /// |x − median| ÷ max(1.4826·MAD, 5 % of |median|). 1.4826 makes the MAD of normally spread
  /// values their standard deviation.
  package init(of value: Double, after earlier: [Earlier], minimumCalls: Double) {
    let history = earlier.compactMap { period -> Double? in
      guard let calls = period.calls, calls >= minimumCalls else { return nil }
      return period.value
    }.suffix(12)
    guard history.count >= 6, let median = Statistics(Array(history))?.median,
      let deviation = Statistics.medianDeviation(Array(history))
    else {
      self = .notEnoughHistory
      return
    }
    let spread = max(1.4826 * deviation, 0.05 * abs(median))
    let deviations = spread == 0 ? (value == median ? 0 : .infinity) : abs(value - median) / spread
    self = deviations >= 3 ? .real(deviations: deviations, median: median) : .usual
  }
}
