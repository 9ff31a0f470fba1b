import Foundation
import Records
import Simulator
import TestKit
import Testing

/// What a configuration makes of the program.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ConfiguredTests {
  let desk: Desk
  let folder: URL

  init() throws {
    desk = try Desk()
    folder = desk.home.folder("config").appendingPathComponent("rapport")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write("token", "\(Desk.token)\nnothing of this\n")
    try write("client.id", TalkdeskOptions().clientID)
    try write("client.secret", TalkdeskOptions().clientSecret)
  }

  func write(_ name: String, _ text: String) throws {
    let path = folder.appendingPathComponent(name).path
    let isMade = FileManager.default.createFile(
      atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    try #require(isMade)
  }

  /// Two accounts on the desk's server, and whatever else is given.
  func configure(_ more: String = "", acme: String = "") throws {
    try write(
      "config.yaml",
      """
      accounts:
        acme:
          integrated_account: demo
          base_url: \(desk.server.baseURL)
          time_zone: UTC
          requests_per_second: 1000
          token: {command: [cat, \(folder.path)/token]}
      \(acme)
        centre:
          provider: talkdesk
          base_url: \(desk.server.baseURL)
          token_url: \(desk.server.tokenURL)
          time_zone: UTC
          requests_per_second: 1000
          client_id: {file: client.id}
          client_secret: {file: client.secret}
      \(more)
      """)
  }

  func run(_ arguments: [String]) async throws -> Home.Outcome {
    try await desk.home.run(arguments + ["--today", desk.team.today.text])
  }

  /// The lines of what was printed as CSV.
  private func rows(_ outcome: Home.Outcome) -> Int {
    outcome.output.split(whereSeparator: \.isNewline).count
  }

  @Test func `the first account is the one that is meant, and others go by their names`()
    async throws
  {
    try configure()
    let first = try await run(["users", "-o", "csv"])
    #expect(first.ending == .exited(0), "\(first.errors)")
    #expect(rows(first) == 1 + desk.team.users.count)
    let named = try await run(["users", "--account", "centre", "-o", "csv"])
    #expect(named.ending == .exited(0), "\(named.errors)")
    #expect(rows(named) > 1)
    let unknown = try await run(["users", "--account", "centr"])
    #expect(unknown.errors.contains("“centre”"))
    #expect(desk.server.violations.isEmpty)
  }

  @Test func `a secret that cannot be had is one sentence, and no request`() async throws {
    try configure()
    try FileManager.default.removeItem(at: folder.appendingPathComponent("token"))
    let outcome = try await run(["users"])
    #expect(outcome.ending == .exited(3))
    #expect(outcome.sentences.count == 1)
    #expect(
      outcome.errors.contains("The token of the account acme cannot be read: The command “cat”"))
    #expect(desk.server.requests.isEmpty)
  }

  @Test func `targets, columns, range and team are as they were set`() async throws {
    let members = try await run(["users", "--config", folder.path + "/none.yaml"])
    #expect(members.ending == .exited(3))
    try configure(
      """
      team: Few
      teams: {Few: [\(desk.team.users[0].user.id), \(desk.team.users[1].user.id)]}
      range: 7d
      by: day
      columns: {interactions: [patience, calls]}
      min_calls: 0
      """, acme: "    targets: {patience: {min: 1000}}")
    let outcome = try await run(["snapshot", "--size", "120x20"])
    #expect(outcome.ending == .exited(0), "\(outcome.errors)")
    let lines = outcome.lines.map(String.init)
    #expect(lines[0].contains("acme (Gong via Truto)"))
    #expect(lines[0].contains("Last 7 days") && lines[0].contains("by day"))
    #expect(lines[1].contains("Few"))
    let header = try #require(lines.first { $0.contains("Patience") && $0.contains("Calls") })
    #expect(!header.contains("Interact."))
    let patience = try #require(header.range(of: "Patience"))
    let calls = try #require(header.range(of: "Calls"))
    #expect(patience.lowerBound < calls.lowerBound)
    let values = lines.filter { $0.contains(" s▾") || $0.contains("▾") }
    #expect(!values.isEmpty)
    // An option wins.
    let other = try await run(["snapshot", "--size", "120x20", "--range", "30d", "--by", "week"])
    #expect(other.lines[0].contains("Last 30 days") && other.lines[0].contains("by week"))
  }

  @Test func `what is printed can be narrowed to a team`() async throws {
    try configure("teams: {Few: [\(desk.team.users[0].user.id), \(desk.team.users[1].user.id)]}")
    let few = try await run(["users", "--team", "Few", "-o", "csv"])
    #expect(few.ending == .exited(0), "\(few.errors)")
    #expect(rows(few) == 3)
    let unknown = try await run(["users", "--team", "Fiw"])
    #expect(unknown.ending == .exited(1))
    #expect(unknown.errors.contains("There is no team “Fiw”"))
  }

  @Test func `on a terminal both accounts are there, under the keys that were set`() async throws {
    try configure("keys: {quit: Q, choose-account: F11}\ntheme: nord\n")
    let session = try Session(desk.home, ["--today", desk.team.today.text])
    try await session.wait(for: "the first account") { screen in
      screen[0].contains("acme (Gong via Truto)") && screen[1].contains("12 of 12 with data")
    }
    session.type("q")
    try await session.wait(for: "q does nothing")
    session.type("\u{1B}[23~")
    try await session.wait(for: "centre (Talkdesk)")
    session.type("centre\r")
    try await session.wait(for: "the other account") { $0[0].contains("centre (Talkdesk)") }
    session.type("Q")
    #expect(try await session.ending() == .exited(0))
    #expect(!session.written.contains(Desk.token))
  }

  @Test func `a theme that cannot be read is said, and the program starts on the default`()
    async throws
  {
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("themes"), withIntermediateDirectories: true)
    try write("themes/mine.yaml", "scheme: Mine\npalette: 7\n")
    try write("config.yaml", "theme: mine\n")
    let session = try Session(desk.home, SessionTests.demo)
    try await session.wait(for: "mine.yaml:2:")
    session.type("q")
    #expect(try await session.ending() == .exited(0))
    let named = try Session(desk.home, SessionTests.demo + ["--theme", "mine"])
    try await named.wait(for: "mine.yaml:2:")
    named.type("q")
    #expect(try await named.ending() == .exited(0))
    let picture = try await desk.home.run(["snapshot", "--theme", "mine"] + SessionTests.demo)
    #expect(picture.ending == .exited(3))
  }
}
