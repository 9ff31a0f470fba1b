import Records

extension Model {
  /// What the keys of time do; nil for other actions.
  mutating func performOnTime(_ action: Action) -> [Command]? {
    switch action {
    case .byDay: draw(by: .day)
    case .byWeek: draw(by: .week)
    case .byMonth: draw(by: .month)
    case .byTotal: draw(by: .total)
    case .earlier: step(by: -1)
    case .later: step(by: 1)
    case .shorterRange: lengthen(by: -1)
    case .longerRange: lengthen(by: 1)
    case .comparison: compareWithNext()
    default: nil
    }
  }

  private mutating func draw(by granularity: Granularity) -> [Command] {
    guard granularity != choices.granularity else { return [] }
    // A week or a month that is the whole range is its total, too.
    let isThere = granularity == .total && snapshot?.window(.total, of: choices.resource) != nil
    if let saved, !isThere, !saved.granularities.contains(granularity) {
      notice =
        granularity == .total
        ? "The file has no totals." : "The file has no records by \(granularity.rawValue)."
      return []
    }
    choices.granularity = granularity
    return ask()
  }

  private mutating func step(by steps: Int) -> [Command] {
    guard let range = choices.range.stepped(by: steps, today: today) else {
      notice =
        saved == nil
        ? "This is the newest range: the source has data up to yesterday."
        : "This is the newest range of the file."
      return []
    }
    if let saved, range.span(today: today).end <= saved.days.start {
      notice = "The file has no older records."
      return []
    }
    choices.range = range
    leavePeriod()
    return ask()
  }

  /// Whoever saw the conversations of a period sees those of the range once that is chosen.
  mutating func leavePeriod() {
    guard case .conversations(var screen)? = screens.last else { return }
    screen.period = nil
    screens[screens.count - 1] = .conversations(screen)
  }

  private mutating func compareWithNext() -> [Command] {
    choices.comparison = choices.comparison.next
    let days = DateText.span(query.compared, today: calendarDay)
    notice =
      choices.comparison == .yearAgo
      ? "Compared with the same range a year ago, \(days)."
      : "Compared with the range before, \(days)."
    return ask()
  }

  private mutating func lengthen(by steps: Int) -> [Command] {
    let lengths = [7, 30, 90]
    let span = choices.range.span(today: today)
    let days = span.count
    let next =
      steps > 0 ? lengths.first { $0 > days } : lengths.last { $0 < days }
    guard let next else {
      notice = "The range is as \(steps > 0 ? "long" : "short") as it gets with this key."
      return []
    }
    // A range that was stepped back keeps its last day.
    choices.range =
      span.end == today
      ? .rolling(days: next, back: 0) : .dates(DaySpan(span.end - next, span.end))
    leavePeriod()
    return ask()
  }
}
