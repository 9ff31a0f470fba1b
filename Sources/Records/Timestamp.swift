/// An instant: milliseconds since 1970-01-01T00:00:00Z.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z; negative before it.
  package let milliseconds: Int64

  /// The instant so many milliseconds after 1970-01-01T00:00:00Z.
  package init(milliseconds: Int64) { self.milliseconds = milliseconds }
  /// The instant so many seconds after 1970-01-01T00:00:00Z.
  package init(seconds: Int64) { milliseconds = seconds * 1000 }

  /// Whole seconds, rounded down.
  package var seconds: Int64 {
    milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
  }

  /// Whether the first instant is the earlier one.
  package static func < (one: Timestamp, other: Timestamp) -> Bool {
    one.milliseconds < other.milliseconds
  }
  /// Seconds between two instants.
  package static func - (one: Timestamp, other: Timestamp) -> Double {
    Double(one.milliseconds - other.milliseconds) / 1000
  }
  /// The instant so many seconds later.
  package static func + (instant: Timestamp, seconds: Double) -> Timestamp {
    Timestamp(milliseconds: instant.milliseconds + Int64((seconds * 1000).rounded()))
  }
}

/// A date-time as an API wrote it: the local date and time it names, and the offset it states.
///
/// Read with the tolerance that `T000:00:00` of Gong's own example asks for: hours of more digits,
/// fractions of any length, no offset, or no time at all.
package struct WrittenTime: Hashable, Sendable {
  /// The local date as it is written.
  package let day: Day
  /// Seconds from local midnight; 86,400 or more where the text says 24 hours.
  package let secondOfDay: Int
  /// Milliseconds past the second, further digits cut off.
  package let millisecond: Int
  /// Seconds east of Greenwich; nil when the text states none.
  package let offset: Int?

  /// Nil when not even a date can be read.
  package init?(_ text: String) {
    guard let day = Day(text: text.prefix(10)) else { return nil }
    self.day = day
    let rest = text.dropFirst(10)
    guard let separator = rest.first, "Tt ".contains(separator) else {
      guard rest.isEmpty else { return nil }
      (secondOfDay, millisecond, offset) = (0, 0, nil)
      return
    }
    let time = rest.dropFirst()
    let zoneStart = time.firstIndex { "Zz+-".contains($0) } ?? time.endIndex
    let clock = time[..<zoneStart].split(separator: ".", maxSplits: 1)
    let parts = (clock.first ?? "").split(separator: ":").map { digits($0) }
    guard (1...3).contains(parts.count), let hour = parts[0], hour <= 24 else { return nil }
    let minute = parts.count > 1 ? parts[1] : 0
    let second = parts.count > 2 ? parts[2] : 0
    guard let minute, let second, minute < 60, second <= 60 else { return nil }
    secondOfDay = hour * 3600 + minute * 60 + second
    millisecond =
      clock.count > 1
      ? digits(clock[1].prefix(3) + "000".prefix(3 - min(3, clock[1].count))) ?? 0 : 0
    guard let offset = WrittenTime.offset(time[zoneStart...]) else { return nil }
    self.offset = offset
  }

  /// The instant; nil when no offset is stated.
  package var timestamp: Timestamp? {
    offset.map { offset in
      let seconds = Int64(day.number) * 86_400 + Int64(secondOfDay - offset)
      return Timestamp(milliseconds: seconds * 1000 + Int64(millisecond))
    }
  }

  /// An outer nil for an offset that cannot be read, an inner nil for none.
  private static func offset(_ text: Substring) -> Int?? {
    guard let sign = text.first else { return .some(nil) }
    if "Zz".contains(sign) { return text.count == 1 ? .some(0) : nil }
    let figures = text.dropFirst().filter { $0 != ":" }
    guard figures.count == 4 || figures.count == 2, let value = digits(figures) else { return nil }
    let (hours, minutes) = figures.count == 2 ? (value, 0) : (value / 100, value % 100)
    guard hours <= 18, minutes < 60 else { return nil }
    return .some((sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60))
  }
}
