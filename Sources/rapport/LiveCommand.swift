import DataCore
import Providers
import Records
import Wire

/// `rapport interactions | activity | users` with any of Truto's own parameters: one request for
/// the whole range, past the cache, and the answer on stdout as it came.
struct LiveCommand {
  private let options: LiveOptions
  private let invocation: Invocation
  private let connection: Connection
  private let provider: TrutoProvider
  private let output = LiveOutput()
  private let meter = Meter()
  private static let waiting = "Waiting for Truto …"

  /// Throws where the account is not Truto's: nothing else has these parameters.
  init(
    _ options: LiveOptions, _ invocation: Invocation, _ connection: Connection
  ) throws(Stop) {
    guard let provider = connection.truto else {
      throw Stop(
        .usage,
        "\(connection.setup.title) is no account of Truto, whose own parameters these are: leave them"
          + " out, or name another --account.")
    }
    self.provider = provider
    self.options = options
    self.invocation = invocation
    self.connection = connection
  }

  /// Ends when everything is printed, or when the time of `--timeout` is over, which is said.
  func run(_ command: Command) async throws(Stop) -> ExitCode {
    let seconds = try invocation.seconds(.timeout)
    let work = Task { () async -> Result<ExitCode, Stop> in
      do throws(Stop) {
        return .success(try await printAnswers(to: command))
      } catch {
        return .failure(error)
      }
    }
    let timer = seconds.map { seconds in
      Task {
        try await Task.sleep(for: .seconds(seconds))
        work.cancel()
      }
    }
    defer { timer?.cancel() }
    return try await work.value.get()
  }

  private func printAnswers(to command: Command) async throws(Stop) -> ExitCode {
    guard let list = LiveRequest.List(rawValue: command.rawValue) else { return .failed }
    var period: Period?
    if list != .users {
      let today = connection.today
      let days = try invocation.range.span(today: today).clamped(before: today)
      guard !days.isEmpty else {
        Output.say("No day of the range is over yet, so there is nothing to ask for.")
        return .fine
      }
      period = Period(.total, days)
    }
    var request = LiveRequest(list, period: period, parameters: options.parameters)
    request.parameters.users = try await userIDs()
    return options.parameters.format == .stream
      ? try await stream(request) : try await printPages(of: request)
  }

  /// Ids as they are, and the ids of addresses.
  private func userIDs() async throws(Stop) -> [String] {
    var ids: [String] = []
    for name in invocation.userNames ?? [] {
      var id = name
      if name.contains("@") {
        let (directory, failure) = await connection.core.users()
        if let failure, directory.users.isEmpty {
          throw Stop(ExitCode(failure, hasSomething: false), failure.sentence)
        }
        id = directory.users[Int(try directory.user(named: name))].id
      }
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  private func printPages(of first: LiveRequest) async throws(Stop) -> ExitCode {
    var pages = LivePages(first, followsCursors: options.followsCursors)
    while let request = pages.next {
      let answer: LiveBody?
      do throws(Failure) {
        answer = try await ask(request)
        try pages.take(answer)
      } catch {
        return report(error, hasPrinted: pages.count > 0)
      }
      if let answer { try await output.write(options.followsCursors ? answer.line : answer.bytes) }
    }
    for sentence in pages.remarks { Output.say(sentence) }
    return pages.isComplete ? .fine : .incomplete
  }

  private func ask(_ request: LiveRequest) async throws(Failure) -> LiveBody? {
    let (provider, zone) = (provider, connection.zone)
    return try await meter.saying(LiveCommand.waiting) { () throws(Failure) in
      try await connection.core.live { attempt throws(ProviderError) in
        try await provider.answer(to: request, in: zone, attempt: attempt)
      }
    }
  }

  private func stream(_ request: LiveRequest) async throws(Stop) -> ExitCode {
    let (provider, zone, output) = (provider, connection.zone, output)
    let meter = meter
    do throws(Failure) {
      let hasRecords = try await meter.saying(LiveCommand.waiting) { () throws(Failure) in
        try await connection.core.live { attempt throws(ProviderError) in
          try await provider.stream(request, in: zone, attempt: attempt) { bytes in
            meter.clear()
            return await output.take(bytes)
          }
        }
      }
      if !hasRecords { Output.say(LivePages.noRecords) }
      return .fine
    } catch {
      if let stop = output.failure { throw stop }
      return report(error, hasPrinted: output.hasTaken)
    }
  }

  /// Says why no more came.
  private func report(_ failure: Failure, hasPrinted: Bool) -> ExitCode {
    // Nobody but the timer cancels.
    guard failure.kind != .cancelled else {
      Output.say("The time of --timeout is over.")
      return hasPrinted ? .incomplete : .unreachable
    }
    Output.say(failure.sentence)
    return ExitCode(failure, hasSomething: hasPrinted)
  }
}
