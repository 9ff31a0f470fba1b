import DataCore
import Records

/// `rapport interactions | activity | users`: records on stdout, words on stderr.
struct PrintCommand {
  let invocation: Invocation
  let connection: Connection
  private let format: OutputFormat

  init(_ invocation: Invocation, _ connection: Connection) throws(Stop) {
    self.invocation = invocation
    self.connection = connection
    format = try OutputFormat(invocation)
  }

  /// Waits for the windows that the records come from and prints them, oldest period first.
  func run(_ resource: Resource) async throws(Stop) -> ExitCode {
    let query = try invocation.query(resource, connection, granularity: .total)
    let snapshots = await connection.core.watchRecords(
      query, refreshing: invocation.refresh)
    var stream = RecordStream(of: invocation.chosenUsers)
    let isStreamed = format == .ndjson
    let last = try await invocation.last(of: snapshots, connection) { (snapshot) throws(Stop) in
      if isStreamed { try stream.take(snapshot) }
    }
    guard let last else { return .failed }
    if isStreamed {
      try stream.finish(last)
    } else {
      let users = try invocation.chosenUsers(last.directory)
      let records = last.oldestFirst.compactMap(\.window)
        .flatMap { $0.records(of: users, last.directory) }
      try RecordPrinter(format: format).print(records, of: resource)
    }
    return report(last, last.oldestFirst)
  }

  /// Prints the users of the account.
  func runUsers() async throws(Stop) -> ExitCode {
    let (directory, failure) = await Meter().saying("Waiting for the users …") {
      await connection.core.users(refreshing: invocation.refresh)
    }
    let chosen = try invocation.chosenUsers(directory)
    let users = directory.users.indices.filter { index in
      chosen.map { $0.contains(UserNumber(index)) } ?? true
    }.map { directory.users[$0] }
    try RecordPrinter(format: format).print(users)
    guard let failure else {
      return users.isEmpty && invocation.has(.offline) ? .unreachable : .fine
    }
    Output.say(failure.sentence)
    return ExitCode(failure, hasSomething: !users.isEmpty)
  }

  /// Says on stderr what is missing, old or was skipped.
  private func report(_ snapshot: Snapshot, _ slots: [WindowSlot]) -> ExitCode {
    let skipped = slots.compactMap(\.window).reduce(0) { $0 + $1.skipped }
    if skipped > 0 {
      Output.say("\(skipped) records could not be read and were left out; the log names them.")
    }
    let partial = slots.filter { $0.window?.isPartial == true }
    if !partial.isEmpty {
      Output.say("The provider gave only a part of \(PrintCommand.names(partial)).")
    }
    let missing = slots.filter { $0.window == nil }
    let old = slots.filter { $0.window != nil && $0.state != .fresh }
    if let failure = snapshot.failure { Output.say(failure.sentence) }
    // Where nothing is there at all, why says it all.
    if !missing.isEmpty, snapshot.failure == nil || missing.count < slots.count {
      Output.say("Missing: \(PrintCommand.names(missing)).")
    }
    if !old.isEmpty, !snapshot.isOffline {
      Output.say("Older than asked for: \(PrintCommand.names(old)).")
    }
    if let failure = snapshot.failure {
      return ExitCode(failure, hasSomething: missing.count < slots.count)
    }
    guard missing.isEmpty else { return missing.count == slots.count ? .unreachable : .incomplete }
    guard partial.isEmpty, !snapshot.isWorking else { return .incomplete }
    return snapshot.cacheFailure == nil ? .fine : .cache
  }

  private static func names(_ slots: [WindowSlot]) -> String {
    slots.map { "\($0.key.period.start.text)..\($0.key.period.end.text)" }.listed
  }
}

extension [String] {
  /// The first of them in a row, and how many more there are.
  var listed: String {
    count > 12
      ? prefix(12).joined(separator: ", ") + " and \(count - 12) more" : joined(separator: ", ")
  }
}
