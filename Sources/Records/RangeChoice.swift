/// What a person chose to look at; it becomes days when it is known which day is today.
package enum RangeChoice: Hashable, Sendable {
  /// The N days that end `back` times N days before today: with 0, the N days ending yesterday.
  case rolling(days: Int, back: Int)
  /// This calendar unit with 0, the one before with 1, and so on.
  case unit(CalendarUnit, back: Int)
  /// Two dates, the second excluded.
  case dates(DaySpan)

  /// The calendar's own spans that people think in.
  package enum CalendarUnit: String, CaseIterable, Hashable, Sendable {
    case week, month, quarter, year
  }

  /// The days of the range, up to and without today: the newest day that the source has is
  /// yesterday. Empty on the first day of a unit.
  package func span(today: Day) -> DaySpan {
    switch self {
    case .rolling(let days, let back):
      let end = today - days * back
      return DaySpan(end - days, end)
    case .unit(let unit, let back):
      let start = unit.start(of: today, back: back)
      return DaySpan(start, min(today, unit.start(of: today, back: back - 1)))
    case .dates(let span): return span.clamped(before: today)
    }
  }

  /// The days that the range is compared with: the same dates a year ago; or as many days before it,
  /// for a calendar unit the same elapsed days of the one before, or all of it when the unit is over.
  package func comparedSpan(today: Day, comparison: Comparison = .previous) -> DaySpan {
    let span = span(today: today)
    guard comparison == .previous else { return span.yearEarlier }
    guard case .unit(let unit, let back) = self else {
      return DaySpan(span.start - span.count, span.start)
    }
    let start = unit.start(of: today, back: back + 1)
    let isOver = back > 0
    return DaySpan(start, isOver ? span.start : min(span.start, start + span.count))
  }

  /// The range one step earlier (negative) or later; nil where that would begin after today.
  package func stepped(by steps: Int, today: Day) -> RangeChoice? {
    switch self {
    case .rolling(let days, let back):
      return back - steps < 0 ? nil : .rolling(days: days, back: back - steps)
    case .unit(let unit, let back):
      return back - steps < 0 ? nil : .unit(unit, back: back - steps)
    case .dates(let span):
      let moved = DaySpan(span.start + steps * span.count, span.end + steps * span.count)
      return moved.start >= today ? nil : .dates(moved)
    }
  }
}

extension RangeChoice.CalendarUnit {
  fileprivate func start(of day: Day, back: Int) -> Day {
    switch self {
    case .week: Granularity.week.start(of: day) - 7 * back
    case .month: day.startOfMonth(plus: -back)
    case .quarter: day.startOfMonth(plus: -((day.civil.month - 1) % 3) - 3 * back)
    case .year: day.startOfMonth(plus: -(day.civil.month - 1) - 12 * back)
    }
  }
}

/// Why a range cannot be used.
package enum RangeError: Error, Equatable, Sendable {
  case unknown(String)
  case notADate(String)
  case endsBeforeItStarts(String)

  /// One sentence for a person, with what to write instead.
  package var sentence: String {
    switch self {
    case .unknown(let text):
      "“\(text)” is not a range: write 7d, 30d, 90d, this-week, last-month, this-quarter, last-year"
        + " or two dates as in 2026-10-01..2026-11-01."
    case .notADate(let text): "“\(text)” is not a date: write it as in 2026-10-01."
    case .endsBeforeItStarts(let text):
      "The range \(text) ends before it starts: write the earlier date first; the second date is"
        + " not part of the range."
    }
  }
}

extension RangeChoice {
  /// `30d`, `this-week`, `last-month` … or two half-open dates `2026-10-01..2026-11-01`.
  package init(text: String) throws(RangeError) {
    if let dots = text.firstRange(of: "..") {
      let texts = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
      guard let start = Day(text: texts.0) else { throw .notADate(texts.0) }
      guard let end = Day(text: texts.1) else { throw .notADate(texts.1) }
      guard start < end else { throw .endsBeforeItStarts(text) }
      self = .dates(DaySpan(start, end))
    } else if text.hasSuffix("d"), let days = digits(text.dropLast()), (1...3660).contains(days) {
      self = .rolling(days: days, back: 0)
    } else {
      let words = text.split(separator: "-", maxSplits: 1).map(String.init)
      guard words.count == 2, let unit = CalendarUnit(rawValue: words[1]),
        let back = ["this": 0, "last": 1][words[0]]
      else { throw .unknown(text) }
      self = .unit(unit, back: back)
    }
  }

  /// The text that `init(text:)` reads back; a range that was stepped back becomes its two dates.
  package func text(today: Day) -> String {
    switch self {
    case .rolling(let days, 0): return "\(days)d"
    case .unit(let unit, let back) where back < 2:
      return (back == 0 ? "this-" : "last-") + unit.rawValue
    default:
      let span = span(today: today)
      return "\(span.start.text)..\(span.end.text)"
    }
  }

  /// `Last 30 days`, `This week`, or nothing for a range that is only its dates.
  package var title: String? {
    switch self {
    case .rolling(let days, 0): "Last \(days) days"
    case .unit(let unit, 0): "This \(unit.rawValue)"
    case .unit(let unit, 1): "Last \(unit.rawValue)"
    default: nil
    }
  }
}
