import DataCore
import Records
import Wire

/// `rapport sync`: fills the cache, resumable at any point, with a progress bar on stderr.
struct SyncCommand {
  private let invocation: Invocation
  private let connection: Connection
  private let pause: Double?
  private let printsJSON: Bool

  init(_ invocation: Invocation, _ connection: Connection) throws(Stop) {
    self.invocation = invocation
    self.connection = connection
    printsJSON = try invocation.choice(.output, among: ["table", "json"]) == "json"
    pause = try invocation[.watch].map { (text) throws(Stop) in
      guard let seconds = Double(text), seconds >= 1, seconds < 1e7 else {
        throw Stop(.usage, "“\(text)” is no pause: write the seconds between two syncs.")
      }
      return seconds
    }
  }

  /// Syncs once, or with `--watch` until it is ended.
  func run() async throws(Stop) -> ExitCode {
    var code = try await sync()
    while let pause {
      do {
        try await QuietExecutor.sleep(seconds: pause)
      } catch {
        break
      }
      code = try await sync()
    }
    return code
  }

  private func sync() async throws(Stop) -> ExitCode {
    let choice = invocation.has(.range) ? try invocation.range : .rolling(days: 90, back: 0)
    let today = connection.today
    let query = Query(
      account: connection.account, resource: .interactions, range: choice.span(today: today),
      compared: choice.comparedSpan(today: today),
      granularity: try invocation.granularity ?? .day, today: today)
    let snapshots = await connection.core.watchSync(
      query, refreshing: invocation.refresh)
    let last = try await invocation.last(
      of: snapshots, connection, meter: Meter(isWanted: !printsJSON))
    guard let last else { return .failed }
    try report(last)
    let hasSomething = last.slots.contains { $0.window != nil }
    if let failure = last.failure { return ExitCode(failure, hasSomething: hasSomething) }
    let isComplete =
      last.progress.isComplete && !last.slots.contains { $0.window?.isPartial == true }
    return isComplete ? last.cacheFailure == nil ? .fine : .cache : .incomplete
  }

  private func report(_ last: Snapshot) throws(Stop) {
    if let failure = last.failure ?? last.cacheFailure { Output.say(failure.sentence) }
    let skipped = last.slots.reduce(0) { $0 + ($1.window?.skipped ?? 0) }
    let partial = last.slots.count { $0.window?.isPartial == true }
    if printsJSON {
      var json = JSONWriter()
      json.beginObject()
      json.member("account", last.query.account)
      json.member("windows", last.progress.total)
      json.member("fresh", last.progress.done)
      json.member("partial", partial)
      json.member("skipped_records", skipped)
      json.member("sent_today", last.sent.sent)
      json.key("failure")
      if let failure = last.failure { json.string(failure.sentence) } else { json.null() }
      json.endObject()
      json.newline()
      return try Output.write(json.bytes)
    }
    let budget = last.sent.budget.map { " of \($0)" } ?? ""
    try Output.write(
      "\(last.progress.done) of \(last.progress.total) windows are fresh; sent \(last.sent.sent)"
        + "\(budget) requests today.\n")
    if partial > 0 { Output.say("The provider gave only a part of \(partial) windows.") }
    if skipped > 0 { Output.say("\(skipped) records could not be read; the log names them.") }
  }
}
