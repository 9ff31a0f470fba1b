import Providers
package import Records
package import Store

extension DataCore {
  /// How often a page is asked for before its window is given up.
  private static let attempts = 4
  /// The longest pause that is waited out without a word from the user, in seconds.
  private static let longestWait = 120.0
  /// More pages than any window has.
  static let pageLimit = 10_000

  /// How long to wait before looking again whether another process is done, in seconds.
  private static let lookAgain = 0.25

  /// Fetches a window unless another process does or has done so since it was planned here; then
  /// takes what that one stored. `known` is how old the window was then.
  func fetchAlone<Fetch: WindowFetch>(
    _ window: Fetch, known: Timestamp?
  ) async throws(Failure) -> Fetch.Completed {
    try await waitForLock(window.lock)
    defer { store.locks.release(settings.name, window.lock) }
    let landed = try await storing { () throws(StoreError) in
      try await window.completed(after: known)
    }
    if let landed {
      try await recount()
      return landed
    }
    return try await fetch(window)
  }

  /// The same for the users.
  func fetchUsersAlone(known: Timestamp?) async throws(Failure) {
    try await waitForLock(nil)
    defer { store.locks.release(settings.name, nil) }
    let landedAt = try await storing { () throws(StoreError) in
      try await store.usersFetchedAt(of: settings.name)
    }
    if let landedAt, known.map({ landedAt > $0 }) ?? true { return }
    try await fetchUsers()
  }

  /// Takes the lock of a window, or of the users.
  private func waitForLock(_ key: WindowKey?) async throws(Failure) {
    while !store.locks.take(settings.name, key) {
      try await pause(seconds: DataCore.lookAgain)
    }
  }

  /// How often a window is taken up again before it is given up.
  private static let restarts = 3

  /// Fetches the pages of a window until the last one is stored, going on where an earlier run
  /// stopped.
  private func fetch<Fetch: WindowFetch>(
    _ window: Fetch
  ) async throws(Failure) -> Fetch.Completed {
    var start = try await resumption(of: window)
    var restarts = 0
    while true {
      do throws(Failure) {
        return try await fetchPages(of: window, from: start)
      } catch {
        // A cursor may be refused when it is used again later; then the window starts again.
        let isRefused = error.kind == .rejected && start != nil
        guard isRefused || error.kind == .overtaken, restarts < DataCore.restarts else {
          throw error
        }
        restarts += 1
        if isRefused { try await discardPages(of: window) }
        start = try await resumption(of: window)
      }
    }
  }

  /// The cursor to go on at; nil to begin with the first page. Pages that have lain too long are
  /// not mixed with new ones.
  private func resumption(of window: some WindowFetch) async throws(Failure) -> String? {
    let earlier = try await storing { () throws(StoreError) in try await window.pagesInFlight() }
    guard let earlier, now() - earlier.since < settings.freshness.refresh else { return nil }
    return earlier.cursor
  }

  private func fetchPages<Fetch: WindowFetch>(
    of window: Fetch, from start: String?
  ) async throws(Failure) -> Fetch.Completed {
    var cursors = Cursors(limit: DataCore.pageLimit, start: start)
    while true {
      let cursor = cursors.current
      let page = try await asking { attempt throws(ProviderError) in
        try await window.page(after: cursor, attempt: attempt)
      }
      do throws(Failure) {
        try cursors.follow(page.nextCursor)
      } catch {
        try await discardPages(of: window)
        throw error
      }
      let arrivedAt = now()
      let completed = try await storing { () throws(StoreError) in
        try await window.keep(page, after: cursor, at: arrivedAt)
      }
      if let completed { return completed }
    }
  }

  /// Fetches all pages of the users and stores them together.
  func fetchUsers() async throws(Failure) {
    var cursors = Cursors(limit: DataCore.pageLimit, start: nil)
    var users: [User] = []
    repeat {
      let cursor = cursors.current
      let page = try await asking { attempt throws(ProviderError) in
        try await self.provider.users(after: cursor, attempt: attempt)
      }
      users += page.records
      try cursors.follow(page.nextCursor)
    } while cursors.current != nil
    let (all, fetchedAt) = (users, now())
    try await storing { () throws(StoreError) in
      try await store.replaceUsers(all, of: settings.name, at: fetchedAt)
    }
  }

  private func discardPages(of window: some WindowFetch) async throws(Failure) {
    try await storing { () throws(StoreError) in try await window.discardPages() }
  }

  /// Asks for a page at the account's pace, and again where that can help.
  func asking<Value: Sendable>(
    _ ask: @Sendable (Int) async throws(ProviderError) -> Value
  ) async throws(Failure) -> Value {
    var attempt = 1
    while true {
      try await waitForTurn()
      do throws(ProviderError) {
        return try await ask(attempt)
      } catch {
        guard attempt < DataCore.attempts else { throw error.failure }
        switch error.retry {
        case .never: throw error.failure
        case .backOff:
          // Half a second, doubled each time, and up to as much again so that clients spread.
          let base = 0.5 * Double(1 << (attempt - 1))
          try await pause(seconds: base * Double.random(in: 1...2))
        case .after(let seconds):
          pausedUntil = now() + seconds
          pace.pause(seconds: seconds, now: SystemClock.uptime)
          if let pauseFailure { throw pauseFailure }
        }
        attempt += 1
      }
    }
  }

  /// Reads what all processes together have sent today.
  private func recount() async throws(Failure) {
    let today = zone.day(of: now())
    sentOn = today
    sent = try await storing { () throws(StoreError) in
      try await store.requestCount(of: settings.name, on: today)
    }
  }

  private func waitForTurn() async throws(Failure) {
    let today = zone.day(of: now())
    if today != sentOn { try await recount() }
    if let budget = settings.dailyBudget, sent >= budget {
      throw .budget(budget, zone: zone)
    }
    var seconds = pace.wait(now: SystemClock.uptime)
    if let interval = pace.interval {
      let time = SystemClock.time
      let turn = await store.nextTurn(of: settings.name, now: time, interval: interval)
      seconds = max(seconds, turn - time)
    }
    if seconds > 0 { try await pause(seconds: seconds) }
    // Another request may have been told meanwhile to wait: this one waits too.
    if let end = pausedUntil, end > now() {
      if let pauseFailure { throw pauseFailure }
      try await pause(seconds: end - now())
    }
    if isPaused { throw .paused }
    sent = try await storing { () throws(StoreError) in
      try await store.countRequest(of: settings.name, on: today)
    }
  }

  private func pause(seconds: Double) async throws(Failure) {
    do {
      try await sleep(seconds)
    } catch {
      throw Failure(.cancelled, "It was cancelled.")
    }
  }

  /// Says until when the provider asked not to be asked, while that lasts and is too long to be
  /// waited out quietly.
  var pauseFailure: Failure? {
    guard let end = pausedUntil, end - now() > DataCore.longestWait else { return nil }
    let day = zone.day(of: end)
    let date = day == zone.day(of: now()) ? "" : "\(day.text) "
    return Failure(
      .rateLimited,
      "The provider asks to wait until \(date)\(zone.clock(of: end)) (\(zone.name)) before the next"
        + " request.")
  }

  /// Pauses for real.
  package static let systemSleep: @Sendable (Double) async throws -> Void = { seconds in
    try await QuietExecutor.sleep(seconds: seconds)
  }

  /// Runs a call on the store; what goes wrong there is a failure like any other.
  func storing<Value>(
    _ call: () async throws(StoreError) -> Value
  ) async throws(Failure) -> Value {
    do throws(StoreError) {
      return try await call()
    } catch {
      guard [.unwritable, .full].contains(error.kind) else { throw error.failure }
      // The file cannot be used any more; what is on screen and what comes can be kept in memory.
      return try await inMemory(because: error, call)
    }
  }

  private func inMemory<Value>(
    because reason: StoreError, _ call: () async throws(StoreError) -> Value
  ) async throws(Failure) -> Value {
    do throws(StoreError) {
      try await store.continueInMemory(because: reason)
      cacheFailure = reason.failure
      return try await call()
    } catch {
      throw error.failure
    }
  }
}

extension StoreError {
  /// What it means to a person.
  package var failure: Failure { Failure(kind == .outOfStep ? .overtaken : .cache, sentence) }
}
