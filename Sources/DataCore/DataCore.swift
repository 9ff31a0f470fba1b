package import Providers
package import Records
package import Store

/// The shared data core of one account: it plans what a query needs, answers from the cache at
/// once, fetches the rest in the background, and publishes what has arrived.
package actor DataCore {
  let settings: AccountSettings
  let provider: any Provider
  let store: Store
  /// The last requests that the provider sent.
  let recentRequests: RecentRequests
  let now: @Sendable () -> Timestamp
  let sleep: @Sendable (_ seconds: Double) async throws -> Void
  /// The zone whose midnights bound the account's windows.
  package private(set) var zone: Zone
  /// Neither the user nor an earlier answer said which zone the account is in: the first answer
  /// will, so until then one window at a time is fetched.
  private var isZoneAssumed: Bool

  var query: Query?
  /// How many plans were begun, and which of them is the one in use.
  var plans = 0
  var planInUse = 0
  /// Whether the rest of the plan is still being read from the cache.
  var isReading = false
  var planned: [PlannedWindow] = []
  private var makePlan: (@Sendable (Query, Zone) -> [PlannedWindow])?
  private var keepsOtherPeriods = false
  var windows: [WindowKey: Window] = [:]
  /// What was completed since the last plan was begun.
  private var landed: [WindowKey: Window] = [:]
  var directory = Directory()
  /// How old the list of users was when it was planned to fetch it.
  private var usersFetchedAt: Timestamp?
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
    self.store = store
    self.recentRequests = recentRequests
    self.now = now
    self.sleep = sleep
    startedAt = now()
    pace = Pace(requestsPerSecond: settings.requestsPerSecond, limits: settings.limits)
    let remembered = try await store.zone(of: settings.name).flatMap(ZoneFiles.zone(named:))
    zone = settings.zone ?? remembered ?? systemZone
    isZoneAssumed = settings.zone == nil && remembered == nil
    directory = try await store.directory(of: settings.name)
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

  /// Ends the present stream of snapshots; what is being fetched is still taken in.
  package func stopWatching() { subscriber?.finish() }

  /// Fetches the list of users if it is stale, and gives back what there is.
  package func users(
    refreshing: Refresh = .stale
  ) async -> (directory: Directory, failure: Failure?) {
    if await needsUsers(refreshing: refreshing) {
      agenda.want([.users])
      _ = agenda.start()
      await perform(.users)
    }
    return (directory, agenda.failures[.users])
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

  /// Plans the query anew, reads the cache, and starts to fetch what is missing or stale.
  func replan(refreshing: Refresh) async {
    guard let query, let makePlan else { return }
    plans += 1
    landed = [:]
    if refreshing != .stale, pausedUntil != nil {
      pausedUntil = nil
      pace.resume(now: SystemClock.uptime)
    }
    let (number, plan) = (plans, makePlan(query, zone))
    // What is on screen is read and shown before the rest of the plan, which is far more.
    let onScreen = plan.filter { !$0.isBackground }
    let (cached, failure) = await readCache(onScreen)
    // A newer query, or another zone, has made a plan of its own by now.
    guard number == plans else { return }
    planInUse = number
    planned = plan
    // What landed meanwhile is newer than what was read.
    windows = cached.merging(landed) { $1 }.mapValues(shown)
    startedAt = now()
    // A query that was only moved to other days does not make the provider's pause shorter.
    halted = failure ?? (refreshing == .stale ? pauseFailure : nil)
    agenda.want(jobs(for: onScreen, refreshing: refreshing))
    isReading = true
    if onScreen.count < plan.count { publish() }
    Task(executorPreference: QuietExecutor.shared) {
      await self.begin(number, refreshing: refreshing)
    }
  }

  /// Reads the rest of a plan from the cache, and starts to fetch what is missing or stale.
  private func begin(_ number: Int, refreshing: Refresh) async {
    let (cached, failure) = await readCache(planned.filter(\.isBackground))
    let wantsUsers = await needsUsers(refreshing: refreshing)
    guard number == plans else { return }
    isReading = false
    windows = cached.merging(landed) { $1 }.mapValues(shown).merging(windows) { $1 }
    halted = halted ?? failure
    let background = Set(planned.filter(\.isBackground).map { Job.window($0.key) })
    var jobs = (wantsUsers ? [.users] : []) + jobs(for: planned, refreshing: refreshing)
    var foreground = jobs.count { !background.contains($0) }
    if isZoneAssumed, let query,
      let probe = jobs.firstIndex(where: { $0.isOverEverywhere(query.today) })
    {
      if background.contains(jobs[probe]) { foreground += 1 }
      jobs.insert(jobs.remove(at: probe), at: 0)
    }
    agenda.want(jobs, foreground: foreground)
    if let halted { agenda.halt(halted) }
    pump()
    publish()
  }

  /// What the cache has of planned windows; a failure to read it is like having nothing.
  private func readCache(_ planned: [PlannedWindow]) async -> ([WindowKey: Window], Failure?) {
    guard !planned.isEmpty else { return ([:], nil) }
    do throws(StoreError) {
      return (try await store.windows(planned.map(\.key)), nil)
    } catch {
      return ([:], error.failure)
    }
  }

  /// What is to be fetched of planned windows.
  private func jobs(for planned: [PlannedWindow], refreshing: Refresh) -> [Job] {
    var seen: Set<WindowKey> = []
    return planned.map(\.key).filter {
      seen.insert($0).inserted && isWanted($0, refreshing: refreshing)
    }.map(Job.window)
  }

  /// Whether a window is to be fetched.
  private func isWanted(_ key: WindowKey, refreshing: Refresh) -> Bool {
    guard !settings.isOffline else { return false }
    guard let window = windows[key] else { return true }
    return switch refreshing {
    case .stale: isStale(key)
    case .unsettled: !settings.freshness.isSettled(window, zone: zone)
    case .everything: true
    }
  }

  /// Whether a window is missing, or older than it should be.
  func isStale(_ key: WindowKey) -> Bool {
    windows[key].map {
      settings.freshness.isStale($0, for: key.period, zone: zone, now: now())
    } ?? true
  }

  private func needsUsers(refreshing: Refresh) async -> Bool {
    guard !settings.isOffline else { return false }
    usersFetchedAt = try? await store.usersFetchedAt(of: settings.name)
    guard refreshing == .stale, let usersFetchedAt else { return true }
    return now() - usersFetchedAt >= settings.freshness.refresh
  }

  private func shown(_ window: Window) -> Window {
    keepsOtherPeriods ? window : window.limitedToOwnPeriod(zone: zone)
  }

  /// Starts what may be started now. Before publishing, since it also gives up on what may not.
  func pump() {
    guard !isPaused, !isReading else { return }
    if let budget = settings.dailyBudget, sent >= budget - settings.foregroundReserve {
      agenda.haltBackground(
        Failure(
          .budget,
          "\(sent) of today's \(budget) requests are sent: the rest is kept for what is on screen.")
      )
    }
    let limit = isZoneAssumed ? 1 : settings.concurrency
    while agenda.running.count < limit, let job = agenda.start() {
      Task(executorPreference: QuietExecutor.shared) { await self.perform(job) }
    }
  }

  private func perform(_ job: Job) async {
    do throws(Failure) {
      switch job {
      case .users:
        try await fetchUsersAlone(known: usersFetchedAt)
        directory = try await storing { () throws(StoreError) in
          try await store.directory(of: settings.name)
        }
      case .window(let key):
        try await land(fetchWindowAlone(key, known: windows[key]?.fetchedAt), for: key)
      }
      try await noteSuccess()
      agenda.finished(job)
    } catch  where error == .paused {
      agenda.putBack(job)
    } catch {
      if error.kind.concernsTheWholeAccount {
        halted = error
        agenda.halt(error)
      }
      await note(error)
      agenda.failed(job, error)
    }
    pump()
    publish()
  }

  /// Takes in a window that has just been completed.
  private func land(_ window: Window, for key: WindowKey) async throws(Failure) {
    if window.table.users.contains(where: { Int($0) >= directory.users.count }) {
      directory = try await storing { () throws(StoreError) in
        try await store.directory(of: settings.name)
      }
    }
    landed[key] = window
    if planned.contains(where: { $0.key == key }) { windows[key] = shown(window) }
    guard isZoneAssumed, let stated = window.table.texts.timezones.texts.first else { return }
    try await learnZone(stated)
  }

  /// The records say which zone the account is in: it is remembered, and if it is another than the
  /// one that was assumed, everything is planned anew.
  private func learnZone(_ name: String) async throws(Failure) {
    isZoneAssumed = false
    guard let learned = ZoneFiles.zone(named: name) else { return }
    try await storing { () throws(StoreError) in
      try await store.remember(zone: name, of: settings.name)
    }
    guard learned != zone else { return }
    zone = learned
    await replan(refreshing: .stale)
  }
}

extension Failure.Kind {
  /// Whether every other request of the account would fail alike, so that none is sent.
  var concernsTheWholeAccount: Bool {
    switch self {
    case .credentials, .disconnected, .forbidden, .notFound, .blocked, .unreachable, .rateLimited,
      .budget, .cache, .cancelled, .misconfigured:
      true
    case .rejected, .server, .unreadable, .paging, .overtaken: false
    }
  }
}
