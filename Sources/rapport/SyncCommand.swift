import Canvas
import DataCore
import Records
import Wire

/// `rapport sync`: fills the cache of every account, or of the named one, resumable at any point,
/// with a progress bar on stderr.
struct SyncCommand {
  private let invocation: Invocation
  private let fleet: Fleet
  private let pause: Double?
  private let printsJSON: Bool

  init(_ invocation: Invocation, _ fleet: Fleet) throws(Stop) {
    self.invocation = invocation
    self.fleet = fleet
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

  /// One account after another; none keeps the others from their turn.
  private func sync() async throws(Stop) -> ExitCode {
    var codes: [ExitCode] = []
    for setup in fleet.list.all {
      let connection: Connection
      do throws(Failure) {
        connection = try await fleet.connection(setup.key)
      } catch {
        Output.say(about(setup) + error.sentence)
        codes.append(ExitCode(error, hasSomething: false))
        continue
      }
      codes.append(try await sync(connection))
    }
    return ExitCode.worst(codes)
  }

  /// What stands before words about an account where there are several.
  private func about(_ setup: AccountSetup) -> String {
    fleet.list.all.count > 1 ? "\(setup.title.harmless): " : ""
  }

  private func sync(_ connection: Connection) async throws(Stop) -> ExitCode {
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
    try report(last, connection.setup)
    for notice in await connection.core.notices { Output.say(about(connection.setup) + notice) }
    let hasSomething = last.slots.contains { $0.window != nil }
    if let failure = last.failure { return ExitCode(failure, hasSomething: hasSomething) }
    let isComplete =
      last.progress.isComplete && !last.slots.contains { $0.window?.isPartial == true }
    return isComplete ? last.cacheFailure == nil ? .fine : .cache : .incomplete
  }

  private func report(_ last: Snapshot, _ setup: AccountSetup) throws(Stop) {
    let about = about(setup)
    if let failure = last.failure ?? last.cacheFailure { Output.say(about + failure.sentence) }
    // Both resources are derived from the same conversations.
    let counted = last.slots.filter {
      !setup.hasConversations || $0.key.resource == .interactions
    }
    let skipped = counted.reduce(0) { $0 + ($1.window?.skipped ?? 0) }
    let partial = last.slots.count { $0.window?.isPartial == true }
    if printsJSON {
      var json = JSONWriter()
      json.beginObject()
      json.member("account", last.query.account)
      json.member("name", setup.name)
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
      about
        + "\(last.progress.done) of \(last.progress.total) windows are fresh; sent \(last.sent.sent)"
        + "\(budget) requests today.\n")
    if partial > 0 { Output.say(about + "The provider gave only a part of \(partial) windows.") }
    if skipped > 0 {
      Output.say(about + "\(skipped) records could not be read; the log names them.")
    }
  }
}
