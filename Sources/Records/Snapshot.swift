/// What the data core has for a query at one moment: an immutable value.
package struct Snapshot: Equatable, Sendable {
  /// The question that this answers.
  package let query: Query
  /// The zone whose midnights bound the account's days.
  package let zone: Zone
  /// The users of the account by their numbers.
  package let directory: Directory
  /// Every window of the query, in the order in which they are fetched.
  package let slots: [WindowSlot]
  /// How far the work for what is on screen has come.
  package let progress: Progress
  /// How far the work has come for what is not on screen: history, and what is one key away.
  package let background: Progress
  /// What stands in the way of fresh data, if anything.
  package let failure: Failure?
  /// Whether the program is offline, so that nothing is fetched.
  package let isOffline: Bool
  /// Requests sent today and the day's budget, where the account has one.
  package let sent: RequestCount
  /// Whether anything is still being fetched, be it for the background.
  package let isWorking: Bool
  /// Whether what is not on screen is still being read from the cache; it follows at once.
  package let isStillRead: Bool
  /// Whether the list of users is still being fetched.
  package let awaitsUsers: Bool
  /// Whether the user has all requests held back.
  package let isPaused: Bool
  /// Until when nothing is sent, because the provider asked for it.
  package let pausedUntil: Timestamp?
  /// Why what is fetched is not kept, if so.
  package let cacheFailure: Failure?
  /// Why what is not on screen is not fetched for now, if so: nothing that is seen is missing.
  package let backgroundFailure: Failure?

  /// A snapshot of these windows.
  package init(
    query: Query, zone: Zone, directory: Directory, slots: [WindowSlot], progress: Progress,
    background: Progress = Progress(done: 0, total: 0), failure: Failure? = nil,
    isOffline: Bool = false, sent: RequestCount = RequestCount(),
    isWorking: Bool = false, isStillRead: Bool = false, awaitsUsers: Bool = false,
    isPaused: Bool = false, pausedUntil: Timestamp? = nil,
    cacheFailure: Failure? = nil, backgroundFailure: Failure? = nil
  ) {
    self.query = query
    self.zone = zone
    self.directory = directory
    self.slots = slots
    self.progress = progress
    self.background = background
    self.failure = failure
    self.isOffline = isOffline
    self.sent = sent
    self.isWorking = isWorking
    self.isStillRead = isStillRead
    self.awaitsUsers = awaitsUsers
    self.isPaused = isPaused
    self.pausedUntil = pausedUntil
    self.cacheFailure = cacheFailure
    self.backgroundFailure = backgroundFailure
  }

  /// The window of one role, for the roles that have one.
  package func window(_ role: WindowRole, of resource: Resource) -> Window? {
    slots.first { $0.role == role && $0.key.resource == resource }?.window
  }

  /// The slots of the trend of a resource, oldest first.
  package func trend(of resource: Resource) -> [WindowSlot] {
    slots.filter { $0.role == .trend && $0.key.resource == resource }
      .sorted { $0.key.period.start < $1.key.period.start }
  }

  /// The completed periods of a resource that the trend does not have, oldest first.
  package func history(of resource: Resource) -> [WindowSlot] {
    slots.filter { $0.role == .history && $0.key.resource == resource }
      .sorted { $0.key.period.start < $1.key.period.start }
  }

  /// All completed periods of a resource, those of the history and those of the trend, oldest
  /// first: a change of the last one is judged by the ones before it.
  package func completed(of resource: Resource) -> [WindowSlot] {
    (history(of: resource) + trend(of: resource)).filter { !$0.key.period.isCutShort }
      .sorted { $0.key.period.start < $1.key.period.start }
  }

  /// How many records on screen the provider sent of another period than was asked for.
  package var recordsOfOtherPeriods: Int {
    slots.reduce(0) { $0 + ($1.isBackground ? 0 : $1.window?.ofOtherPeriods ?? 0) }
  }

  /// When the oldest window on screen was fetched; nil when there is none yet.
  package var oldest: Timestamp? {
    slots.lazy.filter { !$0.isBackground }.compactMap { $0.window?.fetchedAt }.min()
  }
}

/// One window of a snapshot, there or not.
package struct WindowSlot: Equatable, Sendable {
  /// The window that the query needs.
  package let key: WindowKey
  /// What the window is for on the screen.
  package let role: WindowRole
  /// Whether the window is not on screen now, but serves what is one key away.
  package let isBackground: Bool
  /// What is known, be it old; nil when the window was never fetched.
  package let window: Window?
  /// What is going on with the window.
  package let state: State

  /// What is going on with a window.
  package enum State: Equatable, Sendable {
    /// As fresh as it should be.
    case fresh
    /// It waits to be fetched, or is on its way.
    case pending
    /// It could not be fetched.
    case failed(Failure)
    /// It would be fetched if the program were not offline.
    case offline
  }

  /// A slot for one window of a query.
  package init(
    key: WindowKey, role: WindowRole, isBackground: Bool = false, window: Window?, state: State
  ) {
    self.key = key
    self.role = role
    self.isBackground = isBackground
    self.window = window
    self.state = state
  }
}

/// How far the work for some of a query's windows has come.
package struct Progress: Equatable, Sendable {
  /// How many windows are as fresh as they should be.
  package let done: Int
  /// How many windows are needed.
  package let total: Int
  /// Seconds until the rest is there, estimated from the pace so far; nil before there is one.
  package let secondsLeft: Double?

  /// Progress of so many windows out of all.
  package init(done: Int, total: Int, secondsLeft: Double? = nil) {
    self.done = done
    self.total = total
    self.secondsLeft = secondsLeft
  }

  /// Whether every window is as fresh as it should be.
  package var isComplete: Bool { done >= total }
}

/// What Rapport sent to a provider today; the provider reports nothing of the kind.
package struct RequestCount: Equatable, Sendable {
  /// How many requests were sent today.
  package let sent: Int
  /// How many may be sent a day; nil for no limit.
  package let budget: Int?

  /// A count of requests and the day's budget for them.
  package init(sent: Int = 0, budget: Int? = nil) {
    self.sent = sent
    self.budget = budget
  }
}
