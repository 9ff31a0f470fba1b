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
    guard let last = try await invocation.last(of: snapshots, connection) else { return .failed }
    let slots = last.slots.sorted { $0.key.period.start < $1.key.period.start }
    let users = try invocation.chosenUsers(last.directory)
    let records = slots.compactMap(\.window).flatMap { window in
      (0..<window.table.count).compactMap { row -> Record? in
        let user = window.table.users[row]
        guard users.map({ $0.contains(user) }) ?? true else { return nil }
        return window.table.record(row, directory: last.directory)
      }
    }
    try RecordPrinter(format: format).print(records, of: resource)
    return report(last, slots)
  }

  /// Prints the users of the account.
  func runUsers() async throws(Stop) -> ExitCode {
    let (directory, failure) = await connection.core.users(refreshing: invocation.refresh)
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

extension Invocation {
  /// The snapshot that has everything, or the newest one when `--timeout` is over, which is said.
  func last(
    of snapshots: AsyncStream<Snapshot>, _ connection: Connection
  ) async throws(Stop) -> Snapshot? {
    let timer = try seconds(.timeout).map { seconds in
      Task {
        try await Task.sleep(for: .seconds(seconds))
        await connection.core.stopWatching()
      }
    }
    defer { timer?.cancel() }
    var last: Snapshot?
    for await snapshot in snapshots {
      last = snapshot
      if !snapshot.isWorking { break }
    }
    if last?.isWorking == true { Output.say("The time of --timeout is over.") }
    return last
  }

  /// The seconds of an option whose value is a duration: `90s`, `30m`, `2h`, `1d`; nil without it.
  func seconds(_ option: Option) throws(Stop) -> Double? {
    guard let text = self[option] else { return nil }
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let number = Double(text.dropLast()),
      number >= 0, number < 1e6
    else {
      throw Stop(.usage, "“\(text)” is no duration: write 90s, 30m, 2h or 1d.")
    }
    return number * unit
  }

  /// What the options ask the data core for.
  func query(
    _ resource: Resource, _ connection: Connection, granularity: Granularity
  ) throws(Stop) -> Query {
    let choice = try range
    let today = connection.today
    return Query(
      account: connection.account, resource: resource, range: choice.span(today: today),
      compared: choice.comparedSpan(today: today),
      granularity: try self.granularity ?? granularity, today: today)
  }

  /// The range of `--range`, the last 30 days without it.
  var range: RangeChoice {
    get throws(Stop) {
      guard let text = self[.range] else { return .rolling(days: 30, back: 0) }
      do throws(RangeError) {
        return try RangeChoice(text: text)
      } catch {
        throw Stop(.usage, error.sentence)
      }
    }
  }

  /// The granularity of `--by`.
  var granularity: Granularity? {
    get throws(Stop) {
      guard let text = self[.by] else { return nil }
      guard let granularity = Granularity(rawValue: text) else {
        throw Stop(.usage, "“\(text)” is no granularity: write day, week, month or total.")
      }
      return granularity
    }
  }

  /// What `--refresh` has fetched again.
  var refresh: Refresh { has(.refresh) ? .unsettled : .stale }

  /// The numbers of the users of `--user`, by id or address; nil for everyone.
  func chosenUsers(_ directory: Directory) throws(Stop) -> Set<UserNumber>? {
    guard let names = userNames else { return nil }
    var numbers: Set<UserNumber> = []
    for name in names { numbers.insert(try directory.user(named: name)) }
    return numbers
  }

  /// The ids and addresses of `--user`; nil when it is not there.
  var userNames: [String]? {
    values[.user]?.flatMap { $0.split(separator: ",").map(String.init) }
  }
}

extension Directory {
  /// The user with this id or address.
  func user(named name: String) throws(Stop) -> UserNumber {
    guard let number = number(of: name) ?? numbersByAddress[name.lowercased()] else {
      throw Stop(
        .failed, "No user has the id or address “\(name)”; rapport users lists who there is.")
    }
    return number
  }
}
