package import Records

/// The windows in which Talkdesk's conversations are asked for.
package enum ConversationWindows {
  /// The longest that a request may ask for, in seconds.
  private static let longest = 7 * 86_400.0

  /// The windows that cover the days before today, newest first: whole weeks from Monday, so that
  /// ranges share them; only the current one ends at today. A week that a change of the clocks makes
  /// longer than Talkdesk allows is two windows.
  package static func covering(_ days: DaySpan, in zone: Zone, today: Day) -> [DaySpan] {
    let days = days.clamped(before: today)
    guard !days.isEmpty else { return [] }
    var windows: [DaySpan] = []
    var start = Granularity.week.start(of: days.start)
    while start < days.end {
      var end = min(Granularity.week.next(Granularity.week.start(of: start)), today)
      if zone.start(of: end) - zone.start(of: start) > longest { end = end - 1 }
      windows.append(DaySpan(start, end))
      start = end
    }
    return windows.reversed().filter { $0.end > days.start }
  }
}
