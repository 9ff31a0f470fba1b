/// How an account stands, judged by what the cache remembers: nobody is asked.
package struct AccountStatus: Equatable, Sendable {
  /// What the account's data is like.
  package enum State: Equatable, Sendable {
    /// The newest data was fetched within the time after which it would be fetched again.
    case fresh
    /// It was fetched longer ago, or ends days ago.
    case old
    /// Some of the newest data is still on its way.
    case incomplete
    /// The provider gave only a part of the newest data.
    case partial
    /// Nothing was ever fetched.
    case empty
    /// The last work ended in a failure that still holds.
    case failing(Failure)
  }

  /// How many windows are in the cache.
  package struct Counts: Equatable, Sendable {
    /// Windows that were fetched to their end.
    package var complete = 0
    /// Of the complete ones, those that can still change.
    package var unsettled = 0
    /// Of the unsettled ones, those that would be fetched again.
    package var stale = 0
    /// Of the complete ones, those of which the provider gave only a part.
    package var partial = 0
    /// Windows of which some pages are there.
    package var inFlight = 0
  }

  /// The account's name in the cache.
  package let account: String
  /// The zone that its days are counted in.
  package let zone: Zone
  /// What the account's data is like at the instant of the judgement.
  package let state: State
  /// When a window or the list of users was last fetched to its end; nil when none ever was.
  package let lastSuccessAt: Timestamp?
  /// The last failure, which a success may have followed; nil when there was none.
  package let lastFailure: PastFailure?
  /// When the newest data was fetched, of the resource that is behind; nil when there is none of
  /// the last days.
  package let newestFetchAt: Timestamp?
  /// The last day that there is data of; nil when there is none.
  package let lastDay: Day?
  /// How many windows of the account are in the cache.
  package let windows: Counts
  /// How many users of the account the cache knows.
  package let users: Int
  /// The requests sent to the provider today, and the day's budget.
  package let sent: RequestCount
  /// What this program is doing for the account; nil where only the cache was asked.
  package var activity: AccountActivity?
  /// The address at which a person connects the account again, where the provider refuses it and
  /// there is one.
  package var reconnectPlace: String?
  /// What is to be said of the account besides a failure, a sentence each.
  package var notices: [String] = []

  /// Judges an account at an instant.
  package init(
    _ history: AccountHistory, zone: Zone, freshness: Freshness, sent: RequestCount, now: Timestamp
  ) {
    account = history.account
    self.zone = zone
    self.sent = sent
    lastSuccessAt = history.lastSuccessAt
    lastFailure = history.lastFailure
    users = history.users
    notices = [history.usersRefusal].compactMap(\.self)
    let begun = history.begunAt.filter { now - $0 < freshness.refresh }
    windows = Counts(history, begun: begun.count, zone: zone, freshness: freshness, now: now)
    let today = zone.day(of: now)
    // A total of days that have moved on is never fetched again: only what still grows or may
    // still be corrected says how fresh the account is.
    let live = history.windows.filter {
      $0.key.zone == zone.name && $0.key.period.end + freshness.settle >= today
    }
    newestFetchAt = AccountStatus.newestFetch(live, of: Set(history.windows.map(\.key.resource)))
    lastDay = history.windows.map { $0.key.period.end - 1 }.max()
    let state: State =
      if history.windows.isEmpty {
        begun.isEmpty ? .empty : .incomplete
      } else if !begun.isEmpty {
        .incomplete
      } else if newestFetchAt.map({ now - $0 >= freshness.refresh }) ?? true {
        .old
      } else {
        live.contains(where: \.isPartial) ? .partial : .fresh
      }
    if let failure = AccountStatus.failure(history, today: today, zone: zone) {
      self.state = .failing(failure)
    } else if let budget = sent.budget, sent.sent >= budget, state != .fresh, state != .partial {
      self.state = .failing(.budget(budget, zone: zone))
    } else {
      self.state = state
    }
  }

  /// The earliest of what is the newest fetch of each resource; nil when a resource has none.
  private static func newestFetch(
    _ windows: [WindowSummary], of resources: Set<Resource>
  ) -> Timestamp? {
    let newest = resources.map { resource in
      windows.filter { $0.key.resource == resource }.map(\.fetchedAt).max()
    }
    return newest.contains(nil) ? nil : newest.compactMap(\.self).min()
  }

  /// The last failure, if no success followed it. A budget that was used up is new the next day.
  private static func failure(_ history: AccountHistory, today: Day, zone: Zone) -> Failure? {
    guard let last = history.lastFailure else { return nil }
    if let success = history.lastSuccessAt, success > last.at { return nil }
    if last.failure.kind == .budget, zone.day(of: last.at) < today { return nil }
    return last.failure
  }
}

/// What this program is doing for an account.
package struct AccountActivity: Equatable, Sendable {
  /// How many requests were sent in the last 60 seconds.
  package let requestsInLastMinute: Int
  /// Whether the user has all requests held back.
  package let isPaused: Bool
  /// Until when nothing is sent, because the provider asked for it.
  package let pausedUntil: Timestamp?

  /// What is going on.
  package init(requestsInLastMinute: Int, isPaused: Bool, pausedUntil: Timestamp?) {
    self.requestsInLastMinute = requestsInLastMinute
    self.isPaused = isPaused
    self.pausedUntil = pausedUntil
  }
}

extension AccountStatus.Counts {
  fileprivate init(
    _ history: AccountHistory, begun: Int, zone: Zone, freshness: Freshness, now: Timestamp
  ) {
    complete = history.windows.count
    partial = history.windows.count(where: \.isPartial)
    inFlight = begun
    for window in history.windows where !freshness.isSettled(window, zone: zone) {
      unsettled += 1
      if now - window.fetchedAt >= freshness.refresh { stale += 1 }
    }
  }
}

extension Failure {
  /// The day's own budget of requests is used up.
  package static func budget(_ budget: Int, zone: Zone) -> Failure {
    Failure(
      .budget,
      "Today's budget of \(budget) requests is used up: more are sent after midnight in"
        + " \(zone.name).")
  }
}
