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

  /// With fewer earlier periods nothing is judged.
  static let fewestPeriods = 6
  /// More earlier periods are not looked at.
  static let mostPeriods = 12
  /// From so many deviations on a change is real.
  static let threshold = 3.0
  /// The least deviation, as a share of the value that others are compared with.
  static let leastDeviation = 0.05

  /// Compares with the up to 12 newest of the earlier periods, given oldest first, that have at
  /// least `minimumCalls` calls each, of which there must be 6: real from 3 on of
  /// |x − median| ÷ max(1.4826·MAD, 5 % of |median|). 1.4826 makes the MAD of normally spread
  /// values their standard deviation.
  package init(of value: Double, after earlier: [Earlier], minimumCalls: Double) {
    var history = earlier.compactMap { period -> Double? in
      guard let calls = period.calls, calls >= minimumCalls else { return nil }
      return period.value
    }.suffix(RealChange.mostPeriods)[...]
    self.init(of: value, after: &history)
  }

  /// The same with the values of the periods that count, in any order, which are changed on the
  /// way: a team has tens of thousands of values to judge.
  init(of value: Double, after history: inout ArraySlice<Double>) {
    guard history.count >= RealChange.fewestPeriods else {
      self = .notEnoughHistory
      return
    }
    let median = history.takeMedian()
    for index in history.indices { history[index] = abs(history[index] - median) }
    let deviation = history.takeMedian()
    let spread = max(1.4826 * deviation, RealChange.leastDeviation * abs(median))
    let deviations = spread == 0 ? (value == median ? 0 : .infinity) : abs(value - median) / spread
    self =
      deviations >= RealChange.threshold
      ? .real(deviations: deviations, median: median) : .usual
  }
}

extension ArraySlice<Double> {
  /// Puts a few values, of which there must be one, in order and finds the middle.
  fileprivate mutating func takeMedian() -> Double {
    sortFew()
    let middle = startIndex + count / 2
    let upper = self[middle]
    return count % 2 == 1 ? upper : self[middle - 1] + (upper - self[middle - 1]) * 0.5
  }

  /// Puts a dozen values in order by insertion, which for so few is far faster than `sort`.
  private mutating func sortFew() {
    withUnsafeMutableBufferPointer { values in
      for end in values.indices.dropFirst() {
        let value = values[end]
        var place = end
        while place > 0, values[place - 1] > value {
          values[place] = values[place - 1]
          place -= 1
        }
        values[place] = value
      }
    }
  }
}
