import Records

/// Days and ages as screens write them.
package enum DateText {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `20 Oct`.
  static func day(_ day: Day) -> String {
    let (_, month, number) = day.civil
    return "\(number) \(months[month - 1])"
  }

  /// The day's month: `Nov 2026`.
  static func month(_ day: Day) -> String { "\(months[day.civil.month - 1]) \(day.civil.year)" }

  /// The first and the last day, both included: `20 Oct – 18 Nov`, with years where they are not
  /// all this year's.
  static func span(_ span: DaySpan, today: Day) -> String {
    guard !span.isEmpty else { return "no days yet" }
    let last = span.end - 1
    let year = { (day: Day) in " \(day.civil.year)" }
    let needsYears =
      last.civil.year != today.civil.year || span.start.civil.year != today.civil.year
    let ending = day(last) + (needsYears ? year(last) : "")
    guard span.count > 1 else { return ending }
    let opens = span.start.civil.year != last.civil.year
    return "\(day(span.start))\(opens ? year(span.start) : "") – \(ending)"
  }

  /// A period of a trend: `18 Nov`, `16 Nov – 22 Nov`, `Nov 2026`.
  static func period(_ period: Period, today: Day) -> String {
    if period.granularity == .month, !period.isCutShort { return month(period.start) }
    return span(period.days, today: today)
  }

  /// The short mark under a chart: `18 Nov`, or the month alone.
  static func mark(_ period: Period) -> String {
    period.granularity == .month ? months[period.start.civil.month - 1] : day(period.start)
  }

  /// How long ago something was: `just now`, `2 min ago`, `3 h ago`, `5 days ago`; what a
  /// clock that was set back puts into the future is just now.
  package static func age(seconds: Double) -> String {
    switch seconds {
    case ..<60: return "just now"
    case ..<3600: return "\(Int(seconds / 60)) min ago"
    case ..<172_800: return "\(Int(seconds / 3600)) h ago"
    default: return "\(Int(seconds / 86_400)) days ago"
    }
  }

  /// An instant in a zone, and how long ago it was: `2026-11-20 14:05 (2 min ago)`.
  static func moment(_ instant: Timestamp, zone: Zone, now: Timestamp) -> String {
    "\(zone.day(of: instant).text) \(zone.clock(of: instant)) (\(age(seconds: now - instant)))"
  }

  /// An instant to the minute, `18 Nov 14:05`, with the year where that is not this one.
  static func minute(_ instant: Timestamp, zone: Zone, today: Day) -> String {
    let day = zone.day(of: instant)
    let year = day.civil.year == today.civil.year ? "" : " \(day.civil.year)"
    return "\(self.day(day))\(year) \(zone.clock(of: instant))"
  }

  /// The time of day to the second: `14:05:09`.
  static func clock(_ instant: Timestamp, zone: Zone) -> String {
    String(zone.text(of: instant).dropFirst(11).prefix(8))
  }

  /// Time left as `0:40` or `1:10:00`.
  static func left(seconds: Double) -> String { NumberText.value(seconds.rounded(.up), .duration) }
}
