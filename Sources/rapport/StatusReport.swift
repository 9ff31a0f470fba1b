import Canvas
import Dashboard
import Records
import Wire

/// An account's status in words, and as JSON.
struct StatusReport {
  let status: AccountStatus
  /// The account as it is named or configured; nil for one that only the cache knows.
  let setup: AccountSetup?
  let now: Timestamp

  /// A heading with a line for each thing that is known.
  var text: String {
    let words = StatusWords(status, now: now)
    let lines =
      [
        ("state", status.state.words(in: .commandLine)), ("last success", words.lastSuccess),
        ("data", words.data), ("windows", words.windows), ("users", "\(status.users)"),
        ("sent today", words.sent), ("last error", words.lastError),
      ] + status.notices.map { ("notice", $0) }
    return "\((setup?.title ?? status.account).harmless)\n"
      + lines.map { "  \($0.padded(to: 14, .left))\($1.harmless)\n" }.joined()
  }

  /// Appends the account as an object.
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("account", status.account)
    json.member("name", setup?.name)
    json.member("title", setup?.title)
    json.member("timezone", status.zone.name)
    json.member("state", status.state.name)
    json.member("words", status.state.words(in: .commandLine))
    json.member("last_success_at", status.lastSuccessAt.map(status.zone.text))
    json.member("newest_fetch_at", status.newestFetchAt.map(status.zone.text))
    json.member("age_seconds", status.newestFetchAt.map { Number.integer(Int64(now - $0)) })
    json.member("last_day", status.lastDay?.text)
    json.key("windows")
    json.beginObject()
    json.member("complete", status.windows.complete)
    json.member("unsettled", status.windows.unsettled)
    json.member("stale", status.windows.stale)
    json.member("partial", status.windows.partial)
    json.member("in_flight", status.windows.inFlight)
    json.endObject()
    json.member("users", status.users)
    json.member("requests_sent_today", status.sent.sent)
    if let budget = status.sent.budget { json.member("requests_a_day", budget) }
    if let last = status.lastFailure {
      json.key("last_error")
      json.beginObject()
      json.member("at", status.zone.text(of: last.at))
      json.member("kind", last.failure.kind.rawValue)
      json.member("words", last.failure.sentence)
      json.endObject()
    }
    if !status.notices.isEmpty {
      json.key("notices")
      json.beginArray()
      for notice in status.notices { json.string(notice) }
      json.endArray()
    }
    json.endObject()
  }
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
