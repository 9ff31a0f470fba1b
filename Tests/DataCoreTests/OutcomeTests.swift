import DataCore
import Foundation
import Providers
import Records
import Simulator
import Store
import Testing
import Transport

/// What the data core makes the cache remember, through HTTP.
@Suite struct OutcomeTests {
  private let folder = NSTemporaryDirectory() + "rapport-outcome-" + UUID().uuidString
  private let now = Timestamp(seconds: 1_795_176_000)
  private let today = Day(number: 20_777)

  /// Fetches the last days of the team and says how the account stands afterwards.
  private func status(
    under faults: [Fault]
  ) async throws -> AccountStatus {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var options = SimulatorOptions()
    options.faults = faults
    options.faultRate = faults.isEmpty ? 0 : 1
    let server = try SimulatorServer(
      team: SimulatedTeam(users: 4, days: 30, today: today, zone: .utc), options: options)
    let account = TrutoAccount(
      name: "acme", baseURL: server.baseURL, integratedAccount: "demo", token: "demo-token")
    let store = try Store(path: folder + "/rapport.sqlite")
    let settings = AccountSettings(name: "acme", zone: .utc)
    let core = try await DataCore(
      settings: settings,
      provider: TrutoProvider(
        client: HTTPClient(userAgent: "test"), account: account, now: { [now] in now },
        log: { _ in }),
      store: store, systemZone: .utc, now: { [now] in now })
    let range = DaySpan(today - 3, today)
    let query = Query(
      account: "acme", resource: .activity, range: range, compared: range, granularity: .day,
      today: today)
    for await snapshot in await core.watchRecords(query) where !snapshot.isWorking { break }
    return try await AccountStatus(settings, in: store, systemZone: .utc, now: now + 60)
  }

  @Test func `work that ended well is remembered`() async throws {
    let status = try await status(under: [])
    #expect(status.state == .fresh)
    #expect(status.lastSuccessAt == now)
    #expect(status.lastFailure == nil)
    #expect(status.windows.complete == 3)
    #expect(status.users == 4)
    #expect(status.sent.sent == 4)
  }

  @Test(
    arguments: [
      (.unauthorized, .credentials), (.needsReauth, .disconnected), (.forbidden, .forbidden),
      (.unavailable, .blocked), (.notFound, .notFound),
    ] as [(Fault, Failure.Kind)])
  func `why work failed is remembered with its kind`(
    fault: Fault, kind: Failure.Kind
  ) async throws {
    let status = try await status(under: [fault])
    guard case .failing(let failure) = status.state else {
      Issue.record("\(status.state)")
      return
    }
    #expect(failure.kind == kind)
    #expect(status.lastFailure == PastFailure(at: now, failure: failure))
    #expect(status.lastSuccessAt == nil)
  }

  @Test func `days that were given in part are said to be so`() async throws {
    #expect(try await status(under: [.partial]).state == .partial)
  }
}
