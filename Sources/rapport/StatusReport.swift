import Canvas
import Dashboard
import Records
import Wire

/// An account's status in words, and as JSON.
enum StatusReport {
  /// A heading with a line for each thing that is known.
  static func text(_ status: AccountStatus, now: Timestamp) -> String {
    let words = StatusWords(status, now: now)
    let lines = [
      ("state", status.state.words(in: .commandLine)), ("last success", words.lastSuccess),
      ("data", words.data), ("windows", words.windows), ("users", "\(status.users)"),
      ("sent today", words.sent), ("last error", words.lastError),
    ]
    return "\(status.account.harmless)\n"
      + lines.map { "  \($0.padded(to: 14, .left))\($1.harmless)\n" }.joined()
  }

  /// Appends the account as an object.
  static func write(_ status: AccountStatus, now: Timestamp, to json: inout JSONWriter) {
    json.beginObject()
    json.member("account", status.account)
    json.member("timezone", status.zone.name)
    json.member("state", status.state.name)
    json.member("words", status.state.words(in: .commandLine))
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
  /// What the state makes of the command.
  var exitCode: ExitCode {
    switch state {
    case .fresh: .fine
    case .old, .incomplete, .partial, .empty: .incomplete
    case .failing(let failure): ExitCode(failure, hasSomething: windows.complete > 0)
    }
  }
}
