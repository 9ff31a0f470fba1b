import Records

extension DataCore {
  /// Hands on what there is now, unless it belongs to another query.
  func publish() {
    // While a plan is made, the list may be of another query.
    if planInUse == plans { publishConversations() }
    // While a plan is made, what there is belongs to another query.
    guard let query, let subscriber, planInUse == plans else { return }
    let slots = planned.map { planned in
      WindowSlot(
        key: planned.key, role: planned.role, isBackground: planned.isBackground,
        window: windows[planned.key], state: state(of: planned.key))
    }
    let failure = halted ?? agenda.firstFailure
    subscriber.yield(
      Snapshot(
        query: query, zone: zone, directory: directory, slots: slots,
        progress: progress(of: slots.filter { !$0.isBackground }, pending: agenda.pendingOnScreen),
        background: progress(of: slots.filter(\.isBackground), pending: agenda.pending),
        failure: failure, isOffline: settings.isOffline,
        sent: RequestCount(sent: sent, budget: settings.dailyBudget),
        isWorking: agenda.pending > 0 || isReading, isStillRead: isReading,
        awaitsUsers: agenda.isPending(.users),
        isPaused: isPaused, pausedUntil: pausedUntil.flatMap { $0 > now() ? $0 : nil },
        cacheFailure: cacheFailure, backgroundFailure: agenda.backgroundFailure))
  }

  private func state(of key: WindowKey) -> WindowSlot.State {
    let jobs = jobs(for: key)
    if let failure = jobs.lazy.compactMap({ self.agenda.failures[$0] }).first {
      return .failed(failure)
    }
    if jobs.contains(where: agenda.isPending) { return .pending }
    if settings.isOffline { return isStale(key) ? .offline : .fresh }
    return windows[key] == nil ? halted.map { .failed($0) } ?? .pending : .fresh
  }

  /// How far some windows are; what is left lasts as long as what was done since the work began,
  /// for each of the `pending` jobs that end with the last of the windows.
  private func progress(of slots: [WindowSlot], pending: Int) -> Progress {
    let fresh = slots.count { $0.state == .fresh }
    return Progress(
      done: fresh, total: slots.count,
      secondsLeft: fresh < slots.count ? secondsLeft(for: pending) : nil)
  }

  /// How long so many jobs will take; nil while there is nothing to measure it by.
  func secondsLeft(for pending: Int) -> Double? {
    guard !isPaused, agenda.done > 0, pending > 0 else { return nil }
    return (now() - startedAt) / Double(agenda.done) * Double(pending)
  }
}
