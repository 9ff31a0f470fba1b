import Records

/// The tables that the values of one range come from: those of its own windows, or the periods of
/// the trend in their place.
struct RangeTables: Equatable {
  /// A table, and for a period of the trend which of `activity` has the calls that its metrics are
  /// weighted with.
  struct Part: Equatable {
    let table: RecordTable
    let activity: Int?
  }

  /// Whether the range's own window is there.
  let isExact: Bool
  let parts: [Part]
  /// The range's own calls.
  let exactActivity: RecordTable?
  /// The periods of the trend that have calls.
  let activity: [RecordTable]

  init(_ snapshot: Snapshot, role: WindowRole, resource: Resource) {
    let range = role == .total ? snapshot.query.range : snapshot.query.compared
    let periods = { (resource: Resource) -> [Window] in
      snapshot.trend(of: resource).compactMap(\.window)
        .filter { range.contains($0.key.period.days) }
    }
    let exact = snapshot.window(role, of: resource)?.table
    isExact = exact != nil
    exactActivity = snapshot.window(role, of: .activity)?.table
    if let exact {
      parts = [Part(table: exact, activity: nil)]
      activity = exactActivity == nil ? periods(.activity).map(\.table) : []
      return
    }
    let calls = periods(.activity)
    activity = calls.map(\.table)
    let places = Dictionary(
      calls.enumerated().map { ($1.key.period.start, $0) }, uniquingKeysWith: { $1 })
    parts = periods(resource).map {
      Part(table: $0.table, activity: places[$0.key.period.start])
    }
  }

  /// One more than the highest number of a user in any of the tables.
  var userCount: Int {
    let tables = parts.map(\.table) + activity + [exactActivity].compactMap { $0 }
    return Int(tables.compactMap(\.users.last).max() ?? -1) + 1
  }

  /// The metrics of the tables that the catalogue does not know.
  var additional: Set<String> { Set(parts.flatMap { $0.table.additional.map(\.name) }) }
}
