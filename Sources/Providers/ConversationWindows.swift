package import Records

/// The windows in which Talkdesk's conversations are asked for.
package enum ConversationWindows {
  /// The longest that a request may ask for, in seconds.
  private static let longest = 7 * 86_400.0

  /// The windows that cover the days, newest first: the weeks from Monday, cut at both ends of the
  /// days, so that ranges share them. A week that a change of the clocks makes longer than Talkdesk
  /// allows is two windows.
  package static func covering(_ days: DaySpan, in zone: Zone) -> [DaySpan] {
    var windows: [DaySpan] = []
    var start = days.start
    while start < days.end {
      var end = min(start + 7 - start.weekday, days.end)
      if zone.start(of: end) - zone.start(of: start) > longest { end = end - 1 }
      windows.append(DaySpan(start, end))
      start = end
    }
    return windows.reversed()
  }
}
