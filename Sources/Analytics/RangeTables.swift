import Records

/// The tables that the values of one range come from: those of its own windows, or the periods of
/// the trend in their place.
struct RangeTables: Equatable {
  /// A table, and for a period of the trend the activity by whose calls its metrics are weighted.
  struct Part: Equatable {
    let table: RecordTable
    let activity: RecordTable?
  }

  /// Whether the range's own window is there.
  let isExact: Bool
  let parts: [Part]
  /// Where the calls come from.
  let calls: [RecordTable]

  init(_ snapshot: Snapshot, role: WindowRole, resource: Resource) {
    let range = role == .total ? snapshot.query.range : snapshot.query.compared
    let periods = { (resource: Resource) -> [Window] in
      snapshot.trend(of: resource).compactMap(\.window)
        .filter { range.contains($0.key.period.days) }
    }
    let activity = snapshot.window(role, of: .activity).map { [$0] }
    calls = (activity ?? periods(.activity)).map(\.table)
    let exact = snapshot.window(role, of: resource)
    isExact = exact != nil
    guard exact == nil else {
      parts = exact.map { [Part(table: $0.table, activity: nil)] } ?? []
      return
    }
    let activityByStart = Dictionary(
      periods(.activity).map { ($0.key.period.start, $0.table) }, uniquingKeysWith: { $1 })
    parts = periods(resource).map {
      Part(table: $0.table, activity: activityByStart[$0.key.period.start])
    }
  }

  /// One more than the highest number of a user in any of the tables.
  var userCount: Int {
    Int((parts.map(\.table) + calls).compactMap(\.users.last).max() ?? -1) + 1
  }

  /// The metrics of the tables that the catalogue does not know.
  var additional: Set<String> { Set(parts.flatMap { $0.table.additional.map(\.name) }) }
}
