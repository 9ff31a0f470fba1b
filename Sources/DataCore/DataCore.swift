package import Providers
package import Records
package import Store

/// The shared data core of one account: it plans what a query needs, answers from the cache at
/// once, fetches the rest in the background, and publishes what has arrived.
package actor DataCore {
  let settings: AccountSettings
  let provider: any Provider
  /// What the records are made of.
  let source: Source
  let store: Store
  /// The last requests that the provider sent.
  let recentRequests: RecentRequests
  let now: @Sendable () -> Timestamp
  let sleep: @Sendable (_ seconds: Double) async throws -> Void
  /// The zone whose midnights bound the account's windows.
  package internal(set) var zone: Zone
  /// Neither the user nor an earlier answer said which zone the account is in: the first answer
  /// will, so until then one window at a time is fetched.
  var isZoneAssumed: Bool

  var query: Query?
  /// What a screen of conversations shows; it is asked apart from what the other screens show.
  var conversationQuery: ConversationQuery?
  var conversationSubscriber: AsyncStream<ConversationList>.Continuation?
  var conversationLimit = DataCore.listLimit
  /// What the cache has for the query about conversations.
  var conversations: (listed: [ConversationSummary], total: Int) = ([], 0)
  /// The windows of conversations that are in memory.
  var shelf = ConversationShelf()
  /// Whether the words of conversations that are not to be kept are known to be gone.
  var wordsAreGone = false
  /// Why the provider refuses its list of users, which costs the names and nothing else.
  var usersRefusal: String?
  /// How many plans were begun, and which of them is the one in use.
  var plans = 0
  var planInUse = 0
  /// Whether the rest of the plan is still being read from the cache.
  var isReading = false
  var planned: [PlannedWindow] = []
  var makePlan: (@Sendable (Query, Zone) -> [PlannedWindow])?
  var keepsOtherPeriods = false
  var windows: [WindowKey: Window] = [:]
  /// What was completed since the last plan was begun.
  var landed: [WindowKey: Window] = [:]
  var directory = Directory()
  /// How old the list of users was when it was planned to fetch it.
  var usersFetchedAt: Timestamp?
  var agenda = Agenda()
  var halted: Failure?
  var startedAt: Timestamp
  var subscriber: AsyncStream<Snapshot>.Continuation?
  var pace: Pace
  var sent = 0
  /// The day that `sent` counts.
  var sentOn: Day
  /// Why the cache's file is not used any more, if so.
  var cacheFailure: Failure?
  /// Until when the provider asked not to be asked, on the clock of `now`.
  var pausedUntil: Timestamp?
  /// Since when the user has all requests held back; nil when they may go.
  var pausedAt: Timestamp?

  /// Reads what the cache knows about the account. `recentRequests` is what the provider's log goes
  /// to; `systemZone` serves while nothing better is known. `sleep` is how pauses are waited out.
  package init(
    settings: AccountSettings, provider: any Provider, store: Store,
    recentRequests: RecentRequests = RecentRequests(), systemZone: Zone,
    now: @escaping @Sendable () -> Timestamp,
    sleep: @escaping @Sendable (_ seconds: Double) async throws -> Void = DataCore.systemSleep
  ) async throws(StoreError) {
    self.settings = settings
    self.provider = provider
    source = provider.source
    self.store = store
    self.recentRequests = recentRequests
    self.now = now
    self.sleep = sleep
    startedAt = now()
    pace = Pace(requestsPerSecond: settings.requestsPerSecond, limits: settings.limits)
    let remembered = try await store.zone(of: settings.name).flatMap(ZoneFiles.zone(named:))
    zone = settings.zone ?? remembered ?? systemZone
    isZoneAssumed = source.statesZones && settings.zone == nil && remembered == nil
    directory = try await store.directory(of: settings.name)
    usersRefusal = try await store.usersRefusal(of: settings.name)
    sentOn = zone.day(of: now())
    sent = try await store.requestCount(of: settings.name, on: sentOn)
    if await store.isInMemory, let notice = await store.notice {
      cacheFailure = Failure(.cache, notice)
    }
  }

  /// Snapshots of what a screen shows: one from the cache at once, another whenever something
  /// arrives. A newer call ends the stream of the one before it and re-orders the work.
  package func watch(_ query: Query, refreshing: Refresh = .stale) async -> AsyncStream<Snapshot> {
    await watch(query, refreshing: refreshing, keepsOtherPeriods: false) { query, zone in
      Plan.windows(for: query, zone: zone)
    }
  }

  /// The same for scripts: the whole periods of one resource, with every record that came.
  package func watchRecords(
    _ query: Query, refreshing: Refresh = .stale
  ) async -> AsyncStream<Snapshot> {
    await watch(query, refreshing: refreshing, keepsOtherPeriods: true) { query, zone in
      Plan.records(of: query.resource, for: query, zone: zone)
    }
  }

  /// The same for filling the cache: the periods of both resources, and the users.
  package func watchSync(
    _ query: Query, refreshing: Refresh = .stale
  ) async -> AsyncStream<Snapshot> {
    await watch(query, refreshing: refreshing, keepsOtherPeriods: true) { query, zone in
      Plan.sync(query, zone: zone)
    }
  }

  /// Leaves the cache as the next start reads it fastest; nothing is lost without.
  package func close() async {
    stopWatching()
    try? await store.emptyLog()
  }

  /// Ends the present streams; what is being fetched is still taken in.
  package func stopWatching() {
    subscriber?.finish()
    conversationSubscriber?.finish()
  }

  /// Fetches the list of users if it is stale, and gives back what there is.
  package func users(
    refreshing: Refresh = .stale
  ) async -> (directory: Directory, failure: Failure?) {
    if await needsUsers(refreshing: refreshing) {
      agenda.want([.users])
      _ = agenda.start()
      await perform(.users)
    }
    let refusal = usersRefusal.map { Failure(.forbidden, $0) }
    return (directory, agenda.failures[.users] ?? refusal)
  }

  private func watch(
    _ query: Query, refreshing: Refresh, keepsOtherPeriods: Bool,
    plan: @escaping @Sendable (Query, Zone) -> [PlannedWindow]
  ) async -> AsyncStream<Snapshot> {
    subscriber?.finish()
    let (stream, continuation) = AsyncStream.makeStream(
      of: Snapshot.self, bufferingPolicy: .bufferingNewest(1))
    subscriber = continuation
    self.query = query
    self.keepsOtherPeriods = keepsOtherPeriods
    makePlan = plan
    await replan(refreshing: refreshing)
    return stream
  }
}
