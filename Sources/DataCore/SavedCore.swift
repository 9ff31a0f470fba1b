package import Records

/// Answers the queries of screens from saved records, as the data core does from the cache and the
/// provider; nothing is fetched.
package struct SavedCore: Sendable {
  /// Where the days of the periods begin.
  package let zone: Zone
  /// What the records cover; the screens stay within it.
  package let extent: SavedExtent
  /// The resources that there are records of.
  package let resources: Set<Resource>
  /// Records that state no period that can be read, and so are on no screen.
  package let unplaced: Int

  private let directory: Directory
  private let savedAt: Timestamp
  private let isPartial: Bool
  private let granularities: [DaySpan: Granularity]
  private let tables: [Resource: [DaySpan: RecordTable]]

  /// Nil when no record states a period that can be read. `zone` is where the days of the periods
  /// begin, `directory` has to know every user of the records.
  package init?(
    _ records: [Record], directory: Directory, zone: Zone, savedAt: Timestamp,
    isPartial: Bool = false
  ) {
    var periods = SavedPeriods(zone: zone)
    var groups: [Resource: [DaySpan: [UserNumber: Record]]] = [:]
    var unplaced = 0
    for record in records {
      guard let days = periods.days(of: record), let user = directory.number(of: record.user.id)
      else {
        unplaced += 1
        continue
      }
      // Of two records of a user and a period the last one wins, however they write the period.
      groups[record.resource, default: [:]][days, default: [:]][user] = record
    }
    granularities = Set(groups.values.flatMap(\.keys)).granularities
    guard let extent = SavedExtent(granularities.map { Period($1, $0) }) else { return nil }
    self.extent = extent
    self.zone = zone
    self.directory = directory
    self.savedAt = savedAt
    self.isPartial = isPartial
    self.unplaced = unplaced
    resources = Set(groups.keys)
    tables = groups.reduce(into: [:]) { tables, group in
      let (resource, windows) = group
      tables[resource] = windows.mapValues { users in
        RecordTable(resource: resource, records: Array(users.values)) {
          directory.number(of: $0) ?? 0
        }
      }
    }
  }

  /// The period that a record states; nil when it cannot be read.
  package func period(of record: Record) -> Period? {
    var periods = SavedPeriods(zone: zone)
    return periods.days(of: record).flatMap { days in
      granularities[days].map { Period($0, days) }
    }
  }

  /// What there is for a query: windows of exactly its periods, the others absent.
  package func snapshot(for query: Query) -> Snapshot {
    let slots = Plan.windows(for: query, zone: zone).map { planned -> WindowSlot in
      let table = tables[planned.key.resource]?[planned.key.period.days]
      let window = table.map {
        Window(key: planned.key, table: $0, fetchedAt: savedAt, isPartial: isPartial)
      }
      return WindowSlot(
        key: planned.key, role: planned.role, isBackground: planned.isBackground, window: window,
        state: window == nil ? .offline : .fresh)
    }
    return Snapshot(
      query: query, zone: zone, directory: directory, slots: slots,
      progress: SavedCore.progress(slots.filter { !$0.isBackground }),
      background: SavedCore.progress(slots.filter(\.isBackground)), isOffline: true)
  }

  private static func progress(_ slots: [WindowSlot]) -> Progress {
    Progress(done: slots.count { $0.window != nil }, total: slots.count)
  }
}

extension Directory {
  /// The users of saved records, with everything that any of them says: `users` first.
  package init(users: [User], of records: [Record]) {
    self.init()
    for user in users { learn(user) }
    for record in records { learn(record.user) }
  }

  private mutating func learn(_ user: User) {
    let number = intern(user)
    if self[number].name?.isEmpty ?? true, let name = user.name { self[number].name = name }
    if self[number].managerID == nil { self[number].managerID = user.managerID }
    if self[number].emails.isEmpty, !user.emails.isEmpty { self[number].emails = user.emails }
  }
}
