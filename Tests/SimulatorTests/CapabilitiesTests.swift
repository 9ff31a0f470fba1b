import Simulator
import Testing
import Wire

@Suite struct CapabilitiesTests {
  private static let path = "/integrated-account/demo/capabilities?type=unified"

  @Test func `the account is told with what it offers, and the time`() throws {
    let server = try Sample.server()
    let reply = try server.get(Self.path)
    #expect(reply.status == 200)
    #expect(try reply.root["integration"]?["name"]?.string == "gong")
    #expect(try reply.root["account"]?["status"]?.string == "active")
    #expect(try reply.root["account"]?["is_blocked"]?.bool == false)
    let unified = try #require(try reply.root["unified"]).elements
    #expect(
      unified.compactMap { $0["resource"]?.string } == ["interactions", "activity", "users"])
    #expect(unified.allSatisfy { $0["methods"]?.elements.contains { $0.string == "list" } == true })
    #expect(reply.headers["date"]?.hasSuffix(" GMT") == true)
    #expect(server.requests.map(\.isAuthorised) == [true])
    #expect(server.violations == [])
  }

  @Test(
    arguments: [
      ("/integrated-account/demo/capabilities?type=unified", "wrong", 401),
      ("/integrated-account/other/capabilities?type=unified", "demo-token", 404),
      ("/integrated-account/demo/capabilities", "demo-token", 400),
      ("/integrated-account//capabilities?type=unified", "demo-token", 404),
    ])
  func `a wrong question is refused`(target: String, token: String, status: Int) throws {
    #expect(try Sample.server().get(target, token: token).status == status)
  }

  @Test(
    arguments: [
      (.needsReauth, 200, "needs_reauth", false), (.unavailable, 200, "active", true),
      (.unauthorized, 401, nil, nil), (.notFound, 404, nil, nil), (.rateLimit, 429, nil, nil),
      (.serverError, 500, nil, nil), (.noStats, 200, "active", false),
    ] as [(Fault, Int, String?, Bool?)])
  func `faults behind Truto are told of the account, its own are errors`(
    fault: Fault, status: Int, state: String?, isBlocked: Bool?
  ) throws {
    let server = try Sample.server()
    server.script([fault])
    let reply = try server.get(Self.path)
    #expect(reply.status == status)
    #expect(try reply.root["account"]?["status"]?.string == state)
    #expect(try reply.root["account"]?["is_blocked"]?.bool == isBlocked)
  }
}
