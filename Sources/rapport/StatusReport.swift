import Canvas
import Dashboard
import Records
import Wire

/// An account's status in words, and as JSON.
enum StatusReport {
  /// A heading with a line for each thing that is known.
  static func text(_ status: AccountStatus, now: Timestamp) -> String {
    let lines = [
      ("state", status.words),
      ("last success", status.lastSuccessAt.map { time($0, status, now) } ?? "never"),
      ("data", data(status, now)),
      ("windows", windows(status)),
      ("users", "\(status.users)"),
      ("sent today", sent(status.sent)),
      (
        "last error",
        status.lastFailure.map { "\(time($0.at, status, now)): \($0.failure.sentence)" } ?? "none"
      ),
    ]
    return "\(status.account.harmless)\n"
      + lines.map { "  \($0.padded(to: 14, .left))\($1.harmless)\n" }.joined()
  }

  /// `20 Nov 2026 14:05 (2 min ago)`, in the account's zone.
  private static func time(_ time: Timestamp, _ status: AccountStatus, _ now: Timestamp) -> String {
    let zone = status.zone
    return "\(zone.day(of: time).text) \(zone.clock(of: time))"
      + " (\(DateText.age(seconds: now - time)))"
  }

  private static func data(_ status: AccountStatus, _ now: Timestamp) -> String {
    guard let last = status.lastDay else { return "none" }
    let age = status.newestFetchAt.map { "fetched \(DateText.age(seconds: now - $0)), " } ?? ""
    return "\(age)up to \(last.text), days in \(status.zone.name)"
  }

  private static func windows(_ status: AccountStatus) -> String {
    let counts = status.windows
    return "\(counts.complete) complete (\(counts.unsettled) unsettled, \(counts.stale) stale,"
      + " \(counts.partial) partial), \(counts.inFlight) in flight"
  }

  private static func sent(_ count: RequestCount) -> String {
    guard let budget = count.budget else { return "\(count.sent) requests" }
    return "\(count.sent) of \(budget) requests"
      + (count.sent >= budget ? ", so that no more are sent before midnight" : "")
  }

  /// Appends the account as an object.
  static func write(_ status: AccountStatus, now: Timestamp, to json: inout JSONWriter) {
    json.beginObject()
    json.member("account", status.account)
    json.member("timezone", status.zone.name)
    json.member("state", status.name)
    json.member("words", status.words)
    json.member("last_success_at", status.lastSuccessAt.map(status.zone.text))
    json.member("newest_fetch_at", status.newestFetchAt.map(status.zone.text))
    json.member("age_seconds", status.newestFetchAt.map { Number.integer(Int64(now - $0)) })
    json.member("last_day", status.lastDay?.text)
    json.key("windows")
    json.beginObject()
    json.member("complete", count(status.windows.complete))
    json.member("unsettled", count(status.windows.unsettled))
    json.member("stale", count(status.windows.stale))
    json.member("partial", count(status.windows.partial))
    json.member("in_flight", count(status.windows.inFlight))
    json.endObject()
    json.member("users", count(status.users))
    json.member("requests_sent_today", count(status.sent.sent))
    json.member("requests_a_day", status.sent.budget.map(count))
    if let last = status.lastFailure {
      json.key("last_error")
      json.beginObject()
      json.member("at", status.zone.text(of: last.at))
      json.member("kind", last.failure.kind.rawValue)
      json.member("words", last.failure.sentence)
      json.endObject()
    }
    json.endObject()
  }

  private static func count(_ count: Int) -> Number { .integer(Int64(count)) }
}

extension AccountStatus {
  /// The state's name in JSON.
  var name: String {
    switch state {
    case .fresh: "fresh"
    case .old: "old"
    case .incomplete: "incomplete"
    case .partial: "partial"
    case .empty: "empty"
    case .failing: "failing"
    }
  }

  /// The state in words, with what to do.
  var words: String {
    switch state {
    case .fresh: "Fresh."
    case .old: "Old: run rapport sync, or open the dashboard, to have it fetched again."
    case .incomplete:
      "Incomplete: some windows are on their way; if no Rapport is fetching them, run rapport sync."
    case .partial:
      "Partial: the provider gave only a part of the newest data; ask again later with --refresh."
    case .empty:
      "Empty: nothing was fetched yet; run rapport sync, or open the dashboard."
    case .failing(let failure): "Failing: \(failure.sentence)"
    }
  }

  /// What the state makes of the command.
  var exitCode: ExitCode {
    switch state {
    case .fresh: .fine
    case .old, .incomplete, .partial, .empty: .incomplete
    case .failing(let failure): ExitCode(failure, hasSomething: windows.complete > 0)
    }
  }
}
