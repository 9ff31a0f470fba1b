import Foundation
import Records
import Simulator
import TestKit
import Testing

/// `status`, `doctor` and `cache`, run against the simulator.
@Suite(.timeLimit(.minutes(5))) struct OperationsTests {
  let home: Home
  let server: SimulatorServer

  init() throws {
    home = try Home()
    let today = Day(number: Int(Date.now.timeIntervalSince1970 / 86_400))
    server = try SimulatorServer(team: SimulatedTeam(users: 5, days: 60, today: today, zone: .utc))
  }

  private func run(
    _ words: [String], token: String = "demo-token"
  ) async throws -> (code: Int32?, outcome: Home.Outcome) {
    let account = ["--integrated-account", "demo", "--base-url", server.baseURL]
    let outcome = try await home.run(
      words + account, ["TRUTO_API_TOKEN": token, "TZ": "UTC", "TERM": "xterm"])
    if case .exited(let code) = outcome.ending { return (code, outcome) }
    return (nil, outcome)
  }

  private func fetch(token: String = "demo-token") async throws {
    _ = try await run(["activity", "--range", "7d", "--by", "day", "-o", "csv"], token: token)
  }

  private func root(_ outcome: Home.Outcome) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
  }

  private func status() async throws -> (code: Int32?, account: [String: Any]) {
    let (code, outcome) = try await run(["status", "-o", "json"])
    let accounts = try #require(try root(outcome) as? [[String: Any]])
    return (code, try #require(accounts.first))
  }

  @Test func `status says how fresh the data is, and asks nobody`() async throws {
    var (code, account) = try await status()
    #expect(code == 6)
    #expect(account["state"] as? String == "empty")
    try await fetch()
    let asked = server.requests.count
    (code, account) = try await status()
    #expect(code == 0)
    #expect(account["state"] as? String == "fresh")
    #expect(account["requests_sent_today"] as? Int == asked)
    #expect((account["windows"] as? [String: Int])?["complete"] == 7)
    let old = try await run(["status", "--max-age", "0s"])
    #expect(old.code == 6)
    #expect(old.outcome.output.contains("run rapport sync"))
    #expect(server.requests.count == asked)
  }

  @Test func `status tells a refused token and an absent server from each other`() async throws {
    try await fetch(token: "revoked")
    var (code, account) = try await status()
    #expect(code == 4)
    let error = try #require(account["last_error"] as? [String: String])
    #expect(error["kind"] == "credentials")
    #expect(error["words"]?.contains("check TRUTO_API_TOKEN") == true)
    server.stop()
    try await fetch()
    (code, account) = try await status()
    #expect(code == 5)
    #expect((account["last_error"] as? [String: String])?["kind"] == "unreachable")
  }

  @Test func `status of a cache that cannot be used is 8`() async throws {
    let cache = home.folder("cache")
    try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
    try Data().write(to: cache.appendingPathComponent("rapport"))
    #expect(try await run(["status"]).code == 8)
    #expect(try await run(["doctor"]).code == 8)
  }

  @Test(
    arguments: [
      ([], 0, "connected to Gong"), ([.needsReauth], 4, "reconnect the account in Truto"),
      ([.unavailable], 1, "contact Truto support"), ([.serverError], 1, "status 500"),
      ([.notFound], 0, "no list"), ([.notFound, .needsReauth], 4, "reconnect the Gong account"),
      ([.notFound, .notFound], 3, "check the integrated account id"),
    ] as [([Fault?], Int32, String)])
  func `doctor says what is wrong with the account`(
    faults: [Fault?], code: Int32, words: String
  ) async throws {
    server.script(faults)
    let (exitCode, outcome) = try await run(["doctor"])
    #expect(exitCode == code)
    #expect(outcome.output.contains(words), "\(outcome.output)")
  }

  @Test func `doctor tells a revoked token, and never shows it`() async throws {
    let (code, outcome) = try await run(["doctor", "-o", "json"], token: "very-secret")
    #expect(code == 4)
    let checks = try #require(try root(outcome) as? [[String: Any]])
    let token = checks.first { $0["check"] as? String == "token" }
    #expect(token?["verdict"] as? String == "failed")
    #expect(token?["exit_code"] as? Int == 4)
    #expect(!outcome.output.contains("very-secret"))
    #expect(!outcome.errors.contains("very-secret"))
  }

  @Test func `the cache is measured, pruned and cleared`() async throws {
    try await fetch()
    let sent = server.requests.count
    func windows() async throws -> Int? {
      let size = try root(try await run(["cache", "size", "-o", "json"]).outcome) as? [String: Any]
      return (size?["accounts"] as? [[String: Any]])?.first?["windows"] as? Int
    }
    #expect(try await windows() == 7)
    let pruned = try await run(["cache", "prune", "--retain", "3"])
    #expect(pruned.outcome.output.hasPrefix("Removed 3 windows"))
    #expect(try await windows() == 4)
    let cleared = try await run(["cache", "clear"])
    #expect(cleared.code == 0)
    #expect(cleared.outcome.output.contains("4 windows"))
    #expect(cleared.outcome.output.contains("5 users"))
    #expect(try await windows() == 0)
    let (code, account) = try await status()
    #expect(code == 6)
    #expect(account["requests_sent_today"] as? Int == sent)
  }

  @Test(arguments: [
    ["cache"], ["cache", "shrink"], ["cache", "size", "clear"],
    ["cache", "clear", "--retain", "3"],
    ["cache", "prune", "--retain", "x"], ["status", "-o", "csv"], ["status", "size"],
  ])
  func `what cannot be done is a usage error`(words: [String]) async throws {
    #expect(try await run(words).code == 2)
  }
}
