package import Records

/// The periods of a trend, whatever user or field is read from it.
package struct Trend: Equatable, Sendable {
  /// Oldest first.
  package let periods: [Period]
  private let range: DaySpan
  let tables: [RecordTable?]
  private let activity: [RecordTable?]

  /// Reads the trend of one resource from a snapshot, with the calls of each of its periods.
  package init(_ snapshot: Snapshot, resource: Resource) {
    let slots = snapshot.trend(of: resource)
    periods = slots.map { $0.window?.key.period ?? $0.key.period }
    tables = slots.map { $0.window?.table }
    range = snapshot.query.range
    let calls = snapshot.trend(of: .activity)
    let byStart = Dictionary(
      calls.map { ($0.key.period.start, $0.window?.table) }, uniquingKeysWith: { $1 })
    activity = slots.map { byStart[$0.key.period.start] ?? nil }
  }

  /// A value for each period; nil where the user has none or the window is not there.
  package func values(_ field: Field, of user: UserNumber) -> [Double?] {
    tables.map { $0?.value(field, of: user) }
  }

  /// The user's calls in each period.
  package func calls(of user: UserNumber) -> [Double?] { activity.map { $0?.calls(of: user) } }

  /// Whether a period reaches outside the range, so that it is drawn muted.
  package func reachesOutside(_ index: Int) -> Bool { !range.contains(periods[index].days) }
}
