/// The yearly rule of a zone after its last listed transition: a POSIX TZ string as in
/// `CET-1CEST,M3.5.0,M10.5.0/3` (RFC 8536 §3.3).
struct ZoneRule: Hashable, Sendable {
  private let standard: Int
  private let daylight: Int
  private let change: Change?

  private struct Change: Hashable {
    let starts: Date
    let ends: Date
  }

  private struct Date: Hashable {
    enum Kind: Hashable { case month(Int, week: Int, weekday: Int), julian(Int), ordinal(Int) }
    let kind: Kind
    let second: Int
  }

  /// Nil when the text is not such a rule.
  init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    guard ZoneRule.skipName(&rest), let standard = ZoneRule.time(&rest) else { return nil }
    self.standard = -standard
    guard !rest.isEmpty else {
      (daylight, change) = (self.standard, nil)
      return
    }
    guard ZoneRule.skipName(&rest) else { return nil }
    daylight = rest.first == "," ? self.standard + 3600 : -(ZoneRule.time(&rest) ?? 0)
    let dates = rest.split(separator: ",").map { ZoneRule.date($0) }
    guard dates.count == 2, let starts = dates[0], let ends = dates[1] else { return nil }
    change = Change(starts: starts, ends: ends)
  }

  func offset(at seconds: Int64) -> Int {
    guard let change else { return standard }
    let year = Day(number: Int((seconds + Int64(standard)) / 86_400)).civil.year
    let starts = instant(of: change.starts, year: year) - Int64(standard)
    let ends = instant(of: change.ends, year: year) - Int64(daylight)
    let inSummer =
      starts < ends ? (starts <= seconds && seconds < ends) : !(ends <= seconds && seconds < starts)
    return inSummer ? daylight : standard
  }

  private func instant(of date: Date, year: Int) -> Int64 {
    guard let january = Day(year: year, month: 1, day: 1) else { return 0 }
    let day: Day
    switch date.kind {
    case .ordinal(let number): day = january + number
    case .julian(let number):
      let isLeap = Day(year: year, month: 2, day: 29) != nil
      day = january + (number - 1) + (isLeap && number >= 60 ? 1 : 0)
    case .month(let month, let week, let weekday):
      let first = january.startOfMonth(plus: month - 1)
      let sundayBased = (first.weekday + 1) % 7
      var found = first + (weekday - sundayBased + 7) % 7 + 7 * (week - 1)
      if found >= january.startOfMonth(plus: month) { found = found - 7 }
      day = found
    }
    return Int64(day.number) * 86_400 + Int64(date.second)
  }

  private static func skipName(_ rest: inout Substring) -> Bool {
    let before = rest.count
    if rest.first == "<" {
      rest = rest.drop { $0 != ">" }.dropFirst()
    } else {
      rest = rest.drop { $0.isLetter }
    }
    return rest.count < before
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  private static func time(_ rest: inout Substring) -> Int? {
    let text = rest.prefix { "+-:0123456789".contains($0) }
    rest = rest.dropFirst(text.count)
    let negative = text.hasPrefix("-")
    let parts = text.drop { "+-".contains($0) }.split(separator: ":").map { digits($0) ?? 0 }
    guard !parts.isEmpty, parts.count <= 3 else { return nil }
    let seconds = zip(parts, [3600, 60, 1]).map { $0 * $1 }.reduce(0, +)
    return negative ? -seconds : seconds
  }

  private static func date(_ text: Substring) -> Date? {
    let parts = text.split(separator: "/", maxSplits: 1)
    var clock = parts.count > 1 ? parts[1] : "2"
    guard let name = parts.first, let second = time(&clock) else { return nil }
    if name.first == "M" {
      let numbers = name.dropFirst().split(separator: ".").map { digits($0) ?? 0 }
      guard numbers.count == 3 else { return nil }
      return Date(kind: .month(numbers[0], week: numbers[1], weekday: numbers[2]), second: second)
    }
    if name.first == "J" {
      return digits(name.dropFirst()).map { Date(kind: .julian($0), second: second) }
    }
    return digits(name).map { Date(kind: .ordinal($0), second: second) }
  }
}
