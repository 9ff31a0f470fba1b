import Canvas
import Configuration
import Dashboard
import DataCore
import Loop
import Records

/// What the dashboard looks at: accounts, or saved records.
struct DashboardSource: Sendable {
  /// The accounts in the order in which they are listed; for saved records, one that stands for
  /// them.
  let accounts: [Account]
  /// The account that the command line names; nil where it may be the one that was left last.
  var named: String?
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
  /// What can be done with the accounts; nil for saved records.
  var operations: Operations?

  /// The dashboard before the first answer, at the range that the options say: of the account that is
  /// named, else of the one that was left last.
  func model(
    _ invocation: Invocation, preferences: Preferences, now: Moment, size: Size,
    resource: Resource? = nil, after last: Memory.Contents = Memory.Contents()
  ) throws(Stop) -> Model {
    let granularity = try invocation.granularity
    var accounts = accounts
    for index in accounts.indices {
      accounts[index].remembered = last.accounts[accounts[index].key]
      accounts[index].choices = try invocation.usualChoices(resource ?? self.resource)
    }
    let key = named ?? last.account
    guard let first = accounts.first(where: { $0.key == key }) ?? accounts.first else {
      throw AccountList.none
    }
    if let saved, let granularity, granularity != .total,
      !saved.granularities.contains(granularity)
    {
      let choices = Granularity.allCases.filter(saved.granularities.contains).map(\.rawValue)
        .joined(separator: " or ")
      throw Stop(
        .failed,
        "\(first.title) has no records by \(granularity.rawValue): write --by \(choices).")
    }
    var choices = first.remembered?.choices ?? first.choices
    if invocation.has(.range) { choices.range = try invocation.range }
    if let saved, !invocation.has(.range) { choices.range = .dates(saved.range) }
    if let granularity = granularity ?? saved?.finest { choices.granularity = granularity }
    if let team = invocation[.team] { choices.team = team }
    choices.listensToMouse = invocation.settings.mouse
    var model = Model(
      preferences: preferences, account: first, among: accounts, now: now, size: size,
      choices: choices)
    model.saved = saved
    model.arguments = invocation.source
    model.teamList = teams
    return model
  }
}

extension Fleet {
  /// The accounts as the dashboard looks at them.
  nonisolated func source(_ teams: TeamList) -> DashboardSource {
    let accounts = list.accounts.map { setup in
      Account(
        key: setup.key, name: setup.name, title: setup.title,
        zone: setup.settings.zone ?? systemZone, hasConversations: setup.hasConversations,
        standards: setup.standards, freshness: setup.settings.freshness)
    }
    var source = DashboardSource(
      accounts: accounts, named: list.named?.key, notice: notice, now: now, teams: teams,
      watch: watch)
    source.operations = operations
    return source
  }

  private func watch(_ query: Query, _ refreshing: Refresh) async -> AsyncStream<Snapshot> {
    do throws(Failure) {
      return try await connection(query.account).core.watch(query, refreshing: refreshing)
    } catch {
      // Of an account that cannot be opened there is nothing to see but why.
      let nothing = Snapshot(
        query: query, zone: list.zone(of: query.account) ?? systemZone,
        directory: Directory([]), slots: [], progress: Progress(done: 0, total: 0),
        failure: error)
      return AsyncStream { stream in
        stream.yield(nothing)
        stream.finish()
      }
    }
  }
}

extension AccountList {
  /// The zone that is set for an account; nil where nothing says it.
  fileprivate func zone(of key: String) -> Zone? {
    accounts.first { $0.key == key }?.settings.zone
  }
}
