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
      meter.clear()
      try look(snapshot)
      guard snapshot.isWorking else { break }
      meter.show(snapshot)
    }
    meter.clear()
    if last?.isWorking == true { Output.say("The time of --timeout is over.") }
    return last
  }
}
