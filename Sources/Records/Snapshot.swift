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
  /// How far the work for the query has come.
  package let progress: Progress
  /// What stands in the way of fresh data, if anything.
  package let failure: Failure?
  /// Whether the program is offline, so that nothing is fetched.
  package let isOffline: Bool
  /// Requests sent today and the day's budget, where the account has one.
  package let sent: RequestCount
  /// Whether anything is still being fetched.
  package let isWorking: Bool
  /// Until when nothing is sent, because the provider asked for it.
  package let pausedUntil: Timestamp?
  /// Why what is fetched is not kept, if so.
  package let cacheFailure: Failure?

  /// A snapshot of these windows.
  package init(
    query: Query, zone: Zone, directory: Directory, slots: [WindowSlot], progress: Progress,
    failure: Failure? = nil, isOffline: Bool = false, sent: RequestCount = RequestCount(),
    isWorking: Bool = false, pausedUntil: Timestamp? = nil, cacheFailure: Failure? = nil
  ) {
    self.query = query
    self.zone = zone
    self.directory = directory
    self.slots = slots
    self.progress = progress
    self.failure = failure
    self.isOffline = isOffline
    self.sent = sent
    self.isWorking = isWorking
    self.pausedUntil = pausedUntil
    self.cacheFailure = cacheFailure
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

  /// When the oldest window on screen was fetched; nil when there is none yet.
  package var oldest: Timestamp? { slots.compactMap { $0.window?.fetchedAt }.min() }
}

/// One window of a snapshot, there or not.
package struct WindowSlot: Equatable, Sendable {
  /// The window that the query needs.
  package let key: WindowKey
  /// What the window is for on the screen.
  package let role: WindowRole
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
  package init(key: WindowKey, role: WindowRole, window: Window?, state: State) {
    self.key = key
    self.role = role
    self.window = window
    self.state = state
  }
}

/// How far the work for a query has come.
package struct Progress: Equatable, Sendable {
  /// How many windows are as fresh as they should be.
  package let done: Int
  /// How many windows the query needs.
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
