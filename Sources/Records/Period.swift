/// How long the periods of a trend are. `total` is one period of exactly the range.
package enum Granularity: String, CaseIterable, Hashable, Sendable {
  case day, week, month, total

  /// The first day of the period of this granularity that `day` lies in; `day` itself for `total`.
  package func start(of day: Day) -> Day {
    switch self {
    case .day, .total: day
    case .week: day - day.weekday
    case .month: day.startOfMonth()
    }
  }

  /// The first day after the period that starts at `start`.
  package func next(_ start: Day) -> Day {
    switch self {
    case .day, .total: start + 1
    case .week: start + 7
    case .month: start.startOfMonth(plus: 1)
    }
  }
}

/// A half-open span of days in the account's time zone, with a granularity.
package struct Period: Hashable, Sendable {
  /// How long the period is; `total` for one of exactly the range.
  package let granularity: Granularity
  /// The days of the period, which end early when it is current.
  package let days: DaySpan

  /// A period of these days.
  package init(_ granularity: Granularity, _ days: DaySpan) {
    self.granularity = granularity
    self.days = days
  }

  /// The first day of the period.
  package var start: Day { days.start }
  /// The day after the last one of the period.
  package var end: Day { days.end }

  /// Whether this period ends before a whole one of its granularity would, because it is current.
  package var isCutShort: Bool {
    granularity != .total && end < granularity.next(start)
  }

  /// The whole periods of a granularity that a span touches, oldest first, the last one ending at
  /// `today` if that is earlier. A `total` is one period of exactly the span.
  package static func covering(
    _ span: DaySpan, by granularity: Granularity, today: Day
  ) -> [Period] {
    let span = span.clamped(before: today)
    guard !span.isEmpty else { return [] }
    guard granularity != .total else { return [Period(.total, span)] }
    var periods: [Period] = []
    var start = granularity.start(of: span.start)
    while start < span.end {
      let next = granularity.next(start)
      periods.append(Period(granularity, DaySpan(start, min(next, today))))
      start = next
    }
    return periods
  }
}
