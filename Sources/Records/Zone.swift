/// A time zone's rules as a value: offsets, and when they change.
///
/// Read from a compiled TZif file (RFC 8536). Foundation's `TimeZone` would do it too, at the price
/// of ICU in every start of the program, and a static build of it loses the names silently.
package struct Zone: Hashable, Sendable {
  /// The IANA name, as in `Europe/Berlin`.
  package let name: String
  private let transitions: [Int64]
  /// Offsets in seconds: `offsets[0]` before the first transition, `offsets[i + 1]` from it on.
  private let offsets: [Int]
  private let rule: ZoneRule?

  init(name: String, transitions: [Int64], offsets: [Int], rule: ZoneRule?) {
    self.name = name
    self.transitions = transitions
    self.offsets = offsets
    self.rule = rule
  }

  /// Greenwich, all year.
  package static let utc = Zone(name: "UTC", transitions: [], offsets: [0], rule: nil)

  /// The same offset all year, named after it: `UTC+05:30`.
  package init(secondsEast offset: Int) {
    let minutes = abs(offset) / 60
    let sign = offset < 0 ? "-" : "+"
    let name = "UTC\(sign)\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    self.init(
      name: offset == 0 ? "UTC" : name, transitions: [], offsets: [offset], rule: nil)
  }

  /// Seconds east of Greenwich at an instant given in seconds since 1970.
  package func offset(at seconds: Int64) -> Int {
    if let last = transitions.last, seconds >= last, let rule { return rule.offset(at: seconds) }
    if transitions.isEmpty, let rule { return rule.offset(at: seconds) }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return offsets[low]
  }

  /// The day that it is here at an instant.
  package func day(of instant: Timestamp) -> Day {
    let local = instant.seconds + Int64(offset(at: instant.seconds))
    return Day(number: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
  }

  /// The first instant of a day here: midnight, or the end of the gap where the clocks skip it.
  package func start(of day: Day) -> Timestamp {
    let local = Int64(day.number) * 86_400
    let candidates = [local - 86_400, local + 86_400].map { local - Int64(offset(at: $0)) }
    let valid = candidates.filter { $0 + Int64(offset(at: $0)) == local }
    if let earliest = valid.min() { return Timestamp(seconds: earliest) }
    var low = local - 172_800
    var high = local + 172_800
    while low + 1 < high {
      let middle = (low + high) / 2
      if middle + Int64(offset(at: middle)) >= local { high = middle } else { low = middle }
    }
    return Timestamp(seconds: high)
  }

  /// The start of a day as APIs want it: `2026-11-20T00:00:00+01:00`.
  package func midnightText(_ day: Day) -> String { text(of: start(of: day)) }

  /// An instant as ISO 8601 with this zone's offset.
  package func text(of instant: Timestamp) -> String {
    let offset = offset(at: instant.seconds)
    let local = instant.seconds + Int64(offset)
    let day = self.day(of: instant)
    let second = Int(local - Int64(day.number) * 86_400)
    let minutes = abs(offset) / 60
    return "\(day.text)T\(Zone.clock(second)):\(padded(second % 60, 2))"
      + "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }

  /// The local time of day, `14:05`.
  package func clock(of instant: Timestamp) -> String {
    let local = instant.seconds + Int64(offset(at: instant.seconds))
    return Zone.clock(Int(local - Int64(day(of: instant).number) * 86_400))
  }

  private static func clock(_ second: Int) -> String {
    "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2))"
  }
}
