import Foundation
import Providers
import Records
import Simulator
import Synchronization
import Testing
import Transport

/// A server with a team, and a provider that asks it.
struct Counterpart {
  static let token = "sesame-5f0c1d"

  let server: SimulatorServer
  let team: SimulatedTeam
  let provider: TrutoProvider
  private let entries: Entries

  /// What the provider told its log.
  private final class Entries: Sendable {
    let all = Mutex<[RequestLogEntry]>([])
  }

  init(users: Int = 12, pageSize: Int = 100, token: String = Counterpart.token) throws {
    let today = try #require(Day(text: "2026-10-01"))
    team = SimulatedTeam(users: users, days: 60, today: today, zone: .utc)
    var options = SimulatorOptions()
    options.token = Counterpart.token
    options.pageSize = pageSize
    server = try SimulatorServer(team: team, options: options)
    let entries = Entries()
    self.entries = entries
    provider = TrutoProvider(
      client: HTTPClient(userAgent: "test"),
      account: TrutoAccount(
        name: "acme", baseURL: server.baseURL + "/", integratedAccount: "demo", token: token),
      silence: 0.2, now: { Timestamp(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1000)) },
      log: { entry in entries.all.withLock { $0.append(entry) } })
  }

  var log: [RequestLogEntry] { entries.all.withLock { $0 } }

  /// The week before the team's today.
  func week(_ resource: Resource) -> WindowKey {
    WindowKey(
      account: "acme", resource: resource, zone: "UTC",
      period: Period(.total, DaySpan(team.today - 7, team.today)))
  }

  func page(
    _ resource: Resource = .interactions, after cursor: String? = nil
  ) async throws(ProviderError) -> Page<Record> {
    try await provider.records(of: week(resource), in: .utc, after: cursor, attempt: 1)
  }

  /// The week's records as the team has them: the id of the user and the numbers.
  func expected(_ resource: Resource) -> [(id: String, values: [Number?])] {
    let span = week(resource).period.days
    return team.users.indices.compactMap { index in
      let values =
        resource == .interactions
        ? team.interactions(of: index, in: span) : team.activity(of: index, in: span)
      return values.map { (team.users[index].user.id, $0) }
    }
  }
}
