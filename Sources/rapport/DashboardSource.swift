import Canvas
import Dashboard
import DataCore
import Loop
import Records

/// What the dashboard looks at: an account, or saved records.
struct DashboardSource: Sendable {
  let account: String
  /// Its name on screens.
  let title: String
  let zone: Zone
  /// Something that should be said, once.
  let notice: String?
  let now: @Sendable () -> Timestamp
  /// What there is, for saved records.
  var saved: SavedExtent?
  /// The board to begin with.
  var resource = Resource.interactions
  /// Snapshots for a query, with true to fetch everything again.
  let watch: @Sendable (Query, Bool) async -> AsyncStream<Snapshot>
  /// What can be done with the account; nil for saved records.
  var operations: Operations?

  /// The dashboard before the first answer, at the range that the options say.
  func model(
    _ invocation: Invocation, preferences: Preferences, now: Moment, size: Size,
    resource: Resource? = nil
  ) throws(Stop) -> Model {
    let granularity = try invocation.granularity
    if let saved, let granularity, granularity != .total,
      !saved.granularities.contains(granularity)
    {
      let choices = Granularity.allCases.filter(saved.granularities.contains).map(\.rawValue)
        .joined(separator: " or ")
      throw Stop(
        .failed, "\(title) has no records by \(granularity.rawValue): write --by \(choices).")
    }
    var range = try invocation.range
    if let saved, !invocation.has(.range) { range = .dates(saved.range) }
    var model = Model(
      preferences: preferences, account: account, accountTitle: title, zone: zone, now: now,
      size: size,
      choices: Choices(
        range: range, granularity: granularity ?? saved?.finest ?? .week,
        resource: resource ?? self.resource))
    model.saved = saved
    return model
  }
}

extension Connection {
  /// The account as the dashboard looks at it.
  var source: DashboardSource {
    var source = DashboardSource(
      account: account, title: title, zone: zone, notice: notice, now: now
    ) { [self] query, refreshing in await core.watch(query, refreshing: refreshing ? .unsettled : .stale) }
    source.operations = operations
    return source
  }
}
