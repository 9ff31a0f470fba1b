package import Records

/// What is known of an account in words, the same on the command line and on screens.
package struct StatusWords {
  private let status: AccountStatus
  private let now: Timestamp

  /// The words for an account at an instant, to which ages are counted.
  package init(_ status: AccountStatus, now: Timestamp) {
    self.status = status
    self.now = now
  }

  /// When something was last fetched to its end.
  package var lastSuccess: String {
    status.lastSuccessAt.map { DateText.moment($0, zone: status.zone, now: now) } ?? "never"
  }

  /// How old the newest data is, and up to which day there is any.
  package var data: String {
    guard let last = status.lastDay else { return "none" }
    let age = status.newestFetchAt.map { "fetched \(DateText.age(seconds: now - $0)), " } ?? ""
    return "\(age)up to \(last.text), days in \(status.zone.name)"
  }

  /// How many windows the cache has, and of what kinds.
  package var windows: String {
    let counts = status.windows
    return "\(counts.complete) complete (\(counts.unsettled) unsettled, \(counts.stale) stale,"
      + " \(counts.partial) partial), \(counts.inFlight) in flight"
  }

  /// What was sent of the day's budget.
  package var sent: String {
    guard let budget = status.sent.budget else { return "\(status.sent.sent) requests" }
    return "\(status.sent.sent) of \(budget) requests"
      + (status.sent.sent >= budget ? ", so that no more are sent before midnight" : "")
  }

  /// The last failure and when it was met.
  package var lastError: String {
    status.lastFailure.map {
      "\(DateText.moment($0.at, zone: status.zone, now: now)): \($0.failure.sentence)"
    } ?? "none"
  }
}

extension AccountStatus.State {
  /// Where words are read: it decides what a person can do.
  package enum Place: Equatable, Sendable {
    case commandLine
    /// The name of the key that fetches again.
    case dashboard(refresh: String)
  }

  /// The state's name, on screens and in JSON.
  package var name: String {
    switch self {
    case .fresh: "fresh"
    case .old: "old"
    case .incomplete: "incomplete"
    case .partial: "partial"
    case .empty: "empty"
    case .failing: "failing"
    }
  }

  /// The state in a sentence, with what to do.
  package func words(in place: Place) -> String {
    switch self {
    case .fresh: "Fresh."
    case .old: "Old: \(place.fetching("it fetched again"))."
    case .incomplete:
      "Incomplete: some windows are on their way; if no Rapport is fetching them,"
        + " \(place.syncing)."
    case .partial:
      "Partial: the provider gave only a part of the newest data; \(place.askingLater)."
    case .empty: "Empty: nothing was fetched yet; \(place.fetching("it fetched"))."
    case .failing(let failure): "Failing: \(failure.sentence)"
    }
  }
}

extension AccountStatus.State.Place {
  fileprivate func fetching(_ what: String) -> String {
    switch self {
    case .commandLine: "run rapport sync, or open the dashboard, to have \(what)"
    case .dashboard(let refresh): "\(refresh) has \(what)"
    }
  }

  fileprivate var syncing: String {
    switch self {
    case .commandLine: "run rapport sync"
    case .dashboard(let refresh): "\(refresh) does"
    }
  }

  fileprivate var askingLater: String {
    switch self {
    case .commandLine: "ask again later with --refresh"
    case .dashboard(let refresh): "\(refresh) asks again later"
    }
  }
}
