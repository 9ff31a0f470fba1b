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
  /// The teams that the user wrote down.
  var teams = TeamList()
  /// The board to begin with.
  var resource = Resource.interactions
  /// Snapshots for a query, and which of its windows are fetched again.
  let watch: @Sendable (Query, Refresh) async -> AsyncStream<Snapshot>
  /// What can be done with the account; nil for saved records.
  var operations: Operations?

  /// The dashboard before the first answer, at the range that the options say.
  func model(
    _ invocation: Invocation, preferences: Preferences, now: Moment, size: Size,
    resource: Resource? = nil, after last: Remembered? = nil
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
    var choices = last?.choices ?? Choices(resource: resource ?? self.resource)
    if invocation.has(.range) || last == nil { choices.range = try invocation.range }
    if let saved, !invocation.has(.range) { choices.range = .dates(saved.range) }
    if let granularity = granularity ?? saved?.finest { choices.granularity = granularity }
    var model = Model(
      preferences: preferences, account: account, accountTitle: title, zone: zone, now: now,
      size: size, choices: choices)
    model.saved = saved
    model.arguments = invocation.source
    model.teamList = teams
    return model
  }
}

extension Connection {
  /// The account as the dashboard looks at it.
  func source(_ teams: TeamList) -> DashboardSource {
    var source = DashboardSource(
      account: account, title: title, zone: zone, notice: notice, now: now, teams: teams
    ) { [self] query, refreshing in await core.watch(query, refreshing: refreshing) }
    source.operations = operations
    return source
  }
}
