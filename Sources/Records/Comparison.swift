/// What a range is compared with.
package enum Comparison: String, CaseIterable, Hashable, Sendable {
  /// The range before it, as ``RangeChoice/comparedSpan(today:comparison:)`` has it.
  case previous
  /// The same dates of the year before.
  case yearAgo = "year-ago"
}

extension DaySpan {
  /// The same dates of the year before. A 29 February that the year before lacks is its last day of
  /// February.
  package var yearEarlier: DaySpan {
    guard !isEmpty else { return DaySpan(start.yearEarlier, start.yearEarlier) }
    // The end is the day after the last one, so that whole months stay whole.
    let isLeapEnd = end.civil.month == 2 && end.civil.day == 29
    return DaySpan(start.yearEarlier, end.yearEarlier + (isLeapEnd ? 1 : 0))
  }
}

extension Day {
  fileprivate var yearEarlier: Day {
    let (year, month, day) = civil
    return Day(year: year - 1, month: month, day: day) ?? startOfMonth(plus: -12) + 27
  }
}
