import Glibc
import Providers
import Records
import Simulator
import Testing
import Transport

@Suite struct AccountCheckTests {
  private let server: SimulatorServer

  init() throws {
    server = try SimulatorServer(
      team: SimulatedTeam(users: 3, days: 5, today: Day(number: 20_777), zone: .utc))
  }

  private func check(_ token: String = "demo-token", ahead: Double = 0) -> AccountCheck {
    AccountCheck(
      client: HTTPClient(userAgent: "test"),
      account: TrutoAccount(
        name: "acme", baseURL: server.baseURL, integratedAccount: "demo", token: token),
      now: { AccountCheckTests.clock() + ahead }, log: { _ in })
  }

  /// The machine's own, as the simulator's.
  private static func clock() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(seconds: Int64(time.tv_sec))
  }

  @Test func `an account that is well is told with what it offers`() async {
    let answer = await check().capabilities()
    #expect(answer.status == 200)
    #expect(answer.failure == nil)
    #expect(answer.capabilities?.status == "active")
    #expect(answer.capabilities?.listed == ["interactions", "activity", "users"])
    #expect(server.violations == [])
  }

  @Test(
    arguments: [
      (.unauthorized, .credentials), (.needsReauth, .disconnected), (.unavailable, .blocked),
      (.forbidden, .forbidden), (.notFound, .notFound), (.rateLimit, .rateLimited),
      (.html, .unreadable),
    ] as [(Fault, Failure.Kind)])
  func `one user tells what is wrong behind Truto`(fault: Fault, kind: Failure.Kind) async {
    server.script([fault])
    let answer = await check().oneUser()
    #expect(answer.failure?.kind == kind)
    #expect(answer.wait == (fault == .rateLimit ? 1 : nil))
    #expect(server.requests.map { $0["limit"] } == ["1"])
  }

  @Test(arguments: [0.0, 3600, -3600])
  func `the clock is compared with the server's`(ahead: Double) async throws {
    let answer = await check(ahead: ahead).capabilities()
    // The server's time lies within the answer's; headers have whole seconds.
    #expect(abs(try #require(answer.clockAhead) - ahead) <= answer.seconds / 2 + 2)
  }

  @Test func `nobody there is said to be so, without a status`() async {
    server.stop()
    let answer = await check().capabilities()
    #expect(answer.failure?.kind == .unreachable)
    #expect(answer.status == nil)
    #expect(answer.clockAhead == nil)
  }
}
