import DataCore
import Records

extension Invocation {
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

  /// The snapshot that has everything, or the newest one when `--timeout` is over, which is said.
  /// Meanwhile stderr shows how far it is, and `look` gets each snapshot.
  func last(
    of snapshots: AsyncStream<Snapshot>, _ connection: Connection, meter: Meter = Meter(),
    look: (Snapshot) throws(Stop) -> Void = { _ in }
  ) async throws(Stop) -> Snapshot? {
    try await last(
      of: snapshots, connection, meter: meter, isWorking: \.isWorking, show: { meter.show($0) },
      look: look)
  }

  /// The same of anything that the data core hands on while it works.
  func last<Answer: Sendable>(
    of answers: AsyncStream<Answer>, _ connection: Connection, meter: Meter,
    isWorking: (Answer) -> Bool, show: (Answer) -> Void,
    look: (Answer) throws(Stop) -> Void = { _ in }
  ) async throws(Stop) -> Answer? {
    let timer = try seconds(.timeout).map { seconds in
      Task {
        try await Task.sleep(for: .seconds(seconds))
        await connection.core.stopWatching()
      }
    }
    defer { timer?.cancel() }
    var last: Answer?
    for await answer in answers {
      last = answer
      meter.clear()
      try look(answer)
      guard isWorking(answer) else { break }
      show(answer)
    }
    meter.clear()
    if last.map(isWorking) == true { Output.say("The time of --timeout is over.") }
    return last
  }
}
