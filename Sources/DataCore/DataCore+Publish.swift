import Records

extension DataCore {
  /// Hands on what there is now, unless it belongs to another query.
  func publish() {
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
        isPaused: isPaused, pausedUntil: pausedUntil.flatMap { $0 > now() ? $0 : nil },
        cacheFailure: cacheFailure, backgroundFailure: agenda.backgroundFailure))
  }

  private func state(of key: WindowKey) -> WindowSlot.State {
    if let failure = agenda.failures[.window(key)] { return .failed(failure) }
    if agenda.isPending(.window(key)) { return .pending }
    if settings.isOffline { return isStale(key) ? .offline : .fresh }
    return windows[key] == nil ? halted.map { .failed($0) } ?? .pending : .fresh
  }

  /// How far some windows are; what is left lasts as long as what was done since the work began,
  /// for each of the `pending` jobs that end with the last of the windows.
  private func progress(of slots: [WindowSlot], pending: Int) -> Progress {
    let fresh = slots.count { $0.state == .fresh }
    let isMeasured = !isPaused && agenda.done > 0 && pending > 0 && fresh < slots.count
    return Progress(
      done: fresh, total: slots.count,
      secondsLeft: isMeasured
        ? (now() - startedAt) / Double(agenda.done) * Double(pending) : nil)
  }
}
