import Providers
import Records
import Store

extension DataCore {
  /// Plans what is asked anew, reads the cache, and starts to fetch what is missing or stale.
  func replan(refreshing: Refresh) async {
    guard query != nil || conversationQuery != nil else { return }
    plans += 1
    landed = [:]
    if refreshing != .stale, pausedUntil != nil {
      pausedUntil = nil
      pace.resume(now: SystemClock.uptime)
    }
    let number = plans
    let plan = query.flatMap { query in makePlan?(query, zone) } ?? []
    // What is on screen is read and shown before the rest of the plan, which is far more.
    let first = source.isConversations ? plan : plan.filter { !$0.isBackground }
    let rest = source.isConversations ? [] : plan.filter(\.isBackground)
    let (cached, failure) = await cachedWindows(first)
    // A newer query, or another zone, has made a plan of its own by now.
    guard number == plans else { return }
    planInUse = number
    planned = plan
    // What landed meanwhile is newer than what was read.
    windows = cached.merging(landed) { $1 }.mapValues(shown)
    startedAt = now()
    // A query that was only moved to other days does not make the provider's pause shorter.
    halted = failure ?? (refreshing == .stale ? pauseFailure : nil)
    isReading = true
    guard !rest.isEmpty else { return await begin(number, rest: [], refreshing: refreshing) }
    wantJobs(wantsUsers: false, refreshing: refreshing)
    publish()
    Task(executorPreference: QuietExecutor.shared) {
      await self.begin(number, rest: rest, refreshing: refreshing)
    }
  }

  /// Reads the rest of a plan from the cache, and starts to fetch what is missing or stale.
  private func begin(_ number: Int, rest: [PlannedWindow], refreshing: Refresh) async {
    let (cached, failure) = rest.isEmpty ? ([:], nil) : await cachedWindows(rest)
    let wantsUsers = await needsUsers(refreshing: refreshing)
    guard number == plans else { return }
    isReading = false
    windows = cached.merging(landed) { $1 }.mapValues(shown).merging(windows) { $1 }
    halted = halted ?? failure
    wantJobs(wantsUsers: wantsUsers, refreshing: refreshing)
    if let halted { agenda.halt(halted) }
    pump()
    publish()
  }

  /// Hands the agenda what has to be fetched: for the list of conversations first, then in the order
  /// of the plan, each piece once.
  private func wantJobs(wantsUsers: Bool, refreshing: Refresh) {
    var onScreen: [Job] = wantsUsers ? [.users] : []
    onScreen += conversationQuery.map { jobs(for: $0.days, today: $0.today) } ?? []
    var outOfSight: [Job] = []
    for planned in planned {
      let jobs = jobs(for: planned.key)
      if planned.isBackground { outOfSight += jobs } else { onScreen += jobs }
    }
    var seen: Set<Job> = []
    func wanted(_ jobs: [Job]) -> [Job] {
      jobs.filter { seen.insert($0).inserted && isWanted($0, refreshing: refreshing) }
    }
    onScreen = wanted(onScreen)
    outOfSight = wanted(outOfSight)
    if isZoneAssumed, let today = query?.today {
      // The first answer says which zone the account is in.
      let isProbe = { (job: Job) in job.isOverEverywhere(today) }
      if let probe = onScreen.firstIndex(where: isProbe) {
        onScreen.insert(onScreen.remove(at: probe), at: 0)
      } else if let probe = outOfSight.firstIndex(where: isProbe) {
        onScreen.insert(outOfSight.remove(at: probe), at: 0)
      }
    }
    agenda.want(onScreen + outOfSight, foreground: onScreen.count)
  }

  /// What has to be fetched for a window of records, the newest first: itself, or the conversations
  /// that it is derived from.
  func jobs(for key: WindowKey) -> [Job] {
    switch source {
    case .records: [.window(key)]
    case .conversations: jobs(for: key.period.days, today: query?.today ?? key.period.end)
    }
  }

  /// What has to be fetched for the conversations of some days, the newest first.
  func jobs(for days: DaySpan, today: Day) -> [Job] {
    conversationWindows(days, today: today).map(Job.conversations)
  }

  /// Whether something is to be fetched.
  private func isWanted(_ job: Job, refreshing: Refresh) -> Bool {
    guard !settings.isOffline else { return false }
    // That they are wanted was decided by the age of the list.
    guard job != .users, let known = known(job) else { return true }
    return switch refreshing {
    case .stale: isStale(job)
    case .unsettled: !settings.freshness.isSettled(known, zone: zone)
    case .everything: true
    }
  }

  /// Whether any piece of a window is missing, or older than it should be.
  func isStale(_ key: WindowKey) -> Bool { jobs(for: key).contains(where: isStale) }

  /// Whether a window is missing, or older than it should be.
  func isStale(_ job: Job) -> Bool {
    guard let known = known(job), let period = job.period else { return true }
    return settings.freshness.isStale(known, for: period, zone: zone, now: now())
  }

  /// The window of a job as it is known; nil when there is none.
  func known(_ job: Job) -> WindowSummary? {
    switch job {
    case .users: nil
    case .window(let key): windows[key]?.summary
    case .conversations(let key): shelf.window(at: key.days.start)?.summary
    }
  }

  func needsUsers(refreshing: Refresh) async -> Bool {
    guard !settings.isOffline else { return false }
    usersFetchedAt = try? await store.usersFetchedAt(of: settings.name)
    guard refreshing == .stale, let usersFetchedAt else { return true }
    return now() - usersFetchedAt >= settings.freshness.refresh
  }

  func shown(_ window: Window) -> Window {
    keepsOtherPeriods ? window : window.limitedToOwnPeriod(zone: zone)
  }

  /// What the cache has for a part of a plan; where it cannot be read, nothing, and why.
  private func cachedWindows(_ plan: [PlannedWindow]) async -> ([WindowKey: Window], Failure?) {
    do throws(StoreError) {
      switch source {
      case .records: return (try await store.windows(plan.map(\.key)), nil)
      case .conversations:
        try await readConversations(of: plan)
        return (derivedWindows(plan), nil)
      }
    } catch {
      return ([:], error.failure)
    }
  }
}

extension Source {
  /// Whether the first records say which zone the account is in.
  var statesZones: Bool { !isConversations }

  /// Whether records are derived from conversations.
  var isConversations: Bool { if case .conversations = self { true } else { false } }
}
