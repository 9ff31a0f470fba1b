import Providers
import Records
import Store

extension DataCore {
  /// Starts what may be started now. Before publishing, since it also gives up on what may not.
  func pump() {
    guard !isPaused, !isReading else { return }
    // Of a new day nothing is counted before its first request.
    let isCounted = zone.day(of: now()) == sentOn
    if let budget = settings.dailyBudget, isCounted, sent >= budget - settings.foregroundReserve {
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

  func perform(_ job: Job) async {
    do throws(Failure) {
      switch job {
      case .users: try await landUsers()
      case .window(let key): try await landRecords(key)
      case .conversations(let key): try await landConversations(key)
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

  /// Fetches the users. Where records are derived from conversations the list only gives names: its
  /// refusal is remembered, and stops nothing.
  private func landUsers() async throws(Failure) {
    do throws(Failure) {
      try await fetchUsersAlone(known: usersFetchedAt)
      usersRefusal = nil
    } catch {
      guard source.isConversations, error.kind.meansNoUsers else { throw error }
      let refusal = Failure(error.kind, "Users without a name show as ids. \(error.sentence)")
      let time = now()
      try await storing { () throws(StoreError) in
        try await store.noteUsersRefused(refusal, of: settings.name, at: time)
      }
      usersRefusal = refusal.sentence
    }
    try await readDirectory()
  }

  func readDirectory() async throws(Failure) {
    directory = try await storing { () throws(StoreError) in
      try await store.directory(of: settings.name)
    }
  }

  /// Takes in a window of records that has just been completed.
  private func landRecords(_ key: WindowKey) async throws(Failure) {
    guard case .records(let provider) = source else { return }
    let window = try await fetchAlone(
      RecordFetch(key: key, zone: zone, provider: provider, store: store),
      known: windows[key]?.fetchedAt)
    if let last = window.table.users.last, Int(last) >= directory.users.count {
      try await readDirectory()
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

  /// Whether a failure to get the list of users means that the account has no right to it.
  fileprivate var meansNoUsers: Bool {
    switch self {
    case .credentials, .forbidden, .notFound, .rejected: true
    default: false
    }
  }
}
