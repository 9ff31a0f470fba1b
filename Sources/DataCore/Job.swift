import Records

/// One piece of fetching: all pages of a window, or the list of users.
enum Job: Hashable, Sendable {
  case users
  case window(WindowKey)
  case conversations(ConversationWindowKey)
}

extension Job {
  /// The period of its window, as the age of one is judged; nil for the users.
  var period: Period? {
    switch self {
    case .users: nil
    case .window(let key): key.period
    case .conversations(let key): key.inCommon.period
    }
  }

  /// Whether it is a window of records that state the account's zone, and ended before today
  /// began anywhere on Earth. The first such window tells the zone; one that ends today may end
  /// tomorrow where the account is, and would be refused.
  func isOverEverywhere(_ today: Day) -> Bool {
    guard case .window(let key) = self, key.resource == .interactions else { return false }
    return key.period.end < today
  }
}

/// The jobs of the query on screen, in order, and how each of them goes.
///
/// A pure value: the data core asks it what to start and tells it what ended.
struct Agenda {
  private(set) var order: [Job] = []
  /// From this place in the order on, nothing is on screen.
  private var backgroundStart = 0
  private var waiting: Set<Job> = []
  private(set) var running: Set<Job> = []
  private(set) var failures: [Job: Failure] = [:]
  /// Why what is not on screen was given up, if it was.
  private(set) var backgroundFailure: Failure?
  private(set) var done = 0

  /// Replaces what is wanted. What is running goes on: its answer is kept in any case.
  /// The first `foreground` jobs are for what is on screen; without the number all of them are.
  mutating func want(_ jobs: [Job], foreground: Int? = nil) {
    order = jobs
    backgroundStart = foreground ?? jobs.count
    waiting = Set(jobs).subtracting(running)
    failures = [:]
    backgroundFailure = nil
    done = 0
  }

  /// The next job to start, if any; it counts as running from now on.
  mutating func start() -> Job? {
    guard let job = order.first(where: waiting.contains) else { return nil }
    waiting.remove(job)
    running.insert(job)
    return job
  }

  mutating func finished(_ job: Job) {
    running.remove(job)
    if order.contains(job) { done += 1 }
  }

  mutating func failed(_ job: Job, _ failure: Failure) {
    running.remove(job)
    if order.contains(job) { failures[job] = failure }
  }

  /// A job that was held back waits again, if it is still wanted.
  mutating func putBack(_ job: Job) {
    running.remove(job)
    if order.contains(job) { waiting.insert(job) }
  }

  /// Gives up on what is not on screen and has not started, which is no failure of the whole.
  mutating func haltBackground(_ failure: Failure) {
    for job in order.dropFirst(backgroundStart) where waiting.remove(job) != nil {
      failures[job] = failure
      backgroundFailure = failure
    }
  }

  /// The failure of the first job in the order that has one of its own.
  var firstFailure: Failure? {
    order.lazy.compactMap { failures[$0] }.first { $0 != backgroundFailure }
  }

  /// Gives up on everything that has not started.
  mutating func halt(_ failure: Failure) {
    for job in waiting { failures[job] = failure }
    waiting = []
  }

  /// Whether a job is still to come.
  func isPending(_ job: Job) -> Bool { waiting.contains(job) || running.contains(job) }

  /// Jobs of this agenda that are neither done nor given up.
  var pending: Int { order.count(where: isPending) }

  /// The same of what is on screen.
  var pendingOnScreen: Int { order.prefix(backgroundStart).count(where: isPending) }
}
