package import Records

/// Finds out which days saved records are about.
package struct SavedPeriods {
  private let zone: Zone
  private var known: [String: (floor: Day, ceiling: Day)?] = [:]

  /// Reads periods whose instants are placed on the days of a zone.
  package init(zone: Zone) { self.zone = zone }

  /// The days of a record's period; nil when a bound is missing or cannot be read, or when it ends
  /// before it starts.
  package mutating func days(of record: Record) -> DaySpan? {
    guard let start = record.startTime.flatMap({ bounds($0) })?.floor,
      let end = record.endTime.flatMap({ bounds($0) })?.ceiling, start < end
    else { return nil }
    return DaySpan(start, end)
  }

  /// The days that begin at or next to a time. A time that reads as midnight is the start of the
  /// day that it names, since a provider may cut times down to dates on its way; any other is an
  /// instant in the zone.
  private mutating func bounds(_ text: String) -> (floor: Day, ceiling: Day)? {
    if let found = known[text] { return found }
    let bounds = WrittenTime(text).map { written -> (floor: Day, ceiling: Day) in
      if written.secondOfDay % 86_400 == 0 {
        let day = written.day + written.secondOfDay / 86_400
        return (day, day)
      }
      guard let instant = written.timestamp else { return (written.day, written.day + 1) }
      let day = zone.day(of: instant)
      return (day, zone.start(of: day) == instant ? day : day + 1)
    }
    known[text] = bounds
    return bounds
  }
}

extension Zone {
  /// The zone of saved records: the one that most of them state, else `chosen`, else the offset
  /// that most of their times are written with, else `system`.
  package static func ofSaved(_ records: [Record], chosen: Zone?, system: Zone) -> Zone {
    let names = records.compactMap(\.timezone)
    if let zone = names.byFrequency.lazy.compactMap(ZoneFiles.zone(named:)).first { return zone }
    if let chosen { return chosen }
    let offsets = records.compactMap { $0.startTime.flatMap(WrittenTime.init)?.offset }
    return offsets.byFrequency.first.map(Zone.init(secondsEast:)) ?? system
  }
}

extension Sequence where Element: Hashable & Comparable {
  /// The different elements, the most frequent first.
  fileprivate var byFrequency: [Element] {
    let counts = reduce(into: [Element: Int]()) { $0[$1, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}

extension SavedExtent {
  /// More days than anyone draws at once; records far apart would make far too many periods.
  private static let longestRange = 3660

  /// Nil without any period.
  init?(_ periods: [Period]) {
    guard let start = periods.map(\.start).min(), let end = periods.map(\.end).max() else {
      return nil
    }
    let newest = periods.lazy.filter { $0.granularity == .total }.map(\.days)
      .max { ($0.end, $0.count) < ($1.end, $1.count) }
    let range = newest ?? DaySpan(start, end)
    self.init(
      days: DaySpan(start, end), granularities: Set(periods.map(\.granularity)),
      range: DaySpan(max(range.start, range.end - SavedExtent.longestRange), range.end))
  }
}

extension Set<DaySpan> {
  /// The spans with the granularity of each: one that is a calendar's own, or else `total`.
  var granularities: [DaySpan: Granularity] {
    guard let end = map(\.end).max() else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: map { days in
        (days, days.unitCutShort(at: end, among: self) ?? days.wholeUnit ?? .total)
      })
  }
}

extension DaySpan {
  /// The granularity whose whole period this is; nil for any other span.
  fileprivate var wholeUnit: Granularity? {
    [Granularity.day, .week, .month].first { $0.start(of: start) == start && $0.next(start) == end }
  }

  /// The granularity of a current period, which ends where the records do: it follows on a whole
  /// one.
  fileprivate func unitCutShort(at newest: Day, among periods: Set<DaySpan>) -> Granularity? {
    guard end == newest else { return nil }
    return [Granularity.week, .month].first { granularity in
      granularity.start(of: start) == start && end < granularity.next(start)
        && periods.contains(DaySpan(granularity.start(of: start - 1), start))
    }
  }
}
