import Foundation
import TestKit
import Testing

/// The demo's two accounts, a team of Gong's and a contact centre of Talkdesk's, in one program.
@Suite(.timeLimit(.minutes(5))) struct AccountsTests {
  static let demo = ["--demo=6x20", "--today", "2026-10-01"]
  let home: Home

  init() throws { home = try Home() }

  private func run(_ words: String...) async throws -> (code: Int32?, outcome: Home.Outcome) {
    let outcome = try await home.run(words + Self.demo)
    if case .exited(let code) = outcome.ending { return (code, outcome) }
    return (nil, outcome)
  }

  /// The words of an output that is an array of objects, by one of their members.
  private func list(_ outcome: Home.Outcome, _ member: String) throws -> [String?] {
    let root = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(root as? [[String: Any]]).map { $0[member] as? String }
  }

  /// A session on the dashboard that shows an account's team.
  private func session(on title: String, _ words: String...) async throws -> Session {
    let session = try Session(home, Self.demo + words)
    try await shows(title, session)
    return session
  }

  private func shows(_ title: String, _ session: Session) async throws {
    try await session.wait(for: "the team of \(title)") { screen in
      screen[0].contains(title) && screen[1].contains("of 6 with data")
    }
  }

  @Test func `from the team one comes to what was said, and back to the row`() async throws {
    let session = try await session(on: "Demo contact centre", "--account", "centre")
    session.type("\r")
    try await session.wait(for: "a user") { $0[1].contains("›") && $0[1].contains("calls") }
    session.type("\r")
    try await session.wait(for: "the conversations of a period") {
      $0[1].contains("Conversations") && $0[3].hasPrefix("> ")
    }
    session.type("j\r")
    try await session.wait(for: "a transcript") { screen in
      screen[1].contains("turn 1 of") && screen.contains { $0.contains("Customer") }
    }
    session.type("\u{1B}")
    try await session.wait(for: "the second row") { $0[4].hasPrefix("> ") }
    session.type("q")
    #expect(try await session.ending() == .exited(0))
  }

  @Test(arguments: ["conversations", "transcript"])
  func `a snapshot has the newest conversation`(screen: String) async throws {
    let (code, outcome) = try await run(
      "snapshot", "--account", "centre", "--screen", screen)
    #expect(code == 0 && outcome.output.contains("Conversations"))
    #expect(outcome.output.contains(screen == "transcript" ? "turn 1 of" : " conversations"))
  }

  @Test func `@ goes to the other account, and the next start begins with it`() async throws {
    let first = try await session(on: "Demo team of 6")
    first.type("@\t\r")
    try await shows("Demo contact centre", first)
    #expect(first.grid.text.contains { $0.contains("/min") && $0.contains("/h") })
    first.type("q")
    #expect(try await first.ending() == .exited(0))

    let second = try await session(on: "Demo contact centre")
    second.type(":account team\r")
    try await shows("Demo team of 6", second)
    second.type("q")
    #expect(try await second.ending() == .exited(0))

    let third = try await session(on: "Demo contact centre", "--account", "centre")
    third.type("q")
    #expect(try await third.ending() == .exited(0))
  }

  @Test func `the screens of accounts and requests are about both`() async throws {
    let session = try await session(on: "Demo team of 6")
    session.type("@\t\r")
    try await shows("Demo contact centre", session)
    session.type("A")
    try await session.wait(for: "both accounts") { screen in
      ["> Demo contact centre", "  Demo team of 6"].allSatisfy { title in
        screen.contains { $0.hasPrefix(title) }
      }
    }
    session.type("\u{1B}L")
    let row = { (title: String) in
      { (screen: [String]) in screen.contains { $0.contains(title) && $0.contains(" ok ") } }
    }
    try await session.wait(for: "the newest requests", until: row("Demo contact ce"))
    session.type("G")
    try await session.wait(for: "the oldest requests", until: row("Demo team of 6"))
    session.type("q")
    #expect(try await session.ending() == .exited(0))
  }

  @Test func `sync, status and doctor are about all accounts, or about the named one`() async throws
  {
    var (code, outcome) = try await run("status", "-o", "json")
    #expect(code == 6)
    #expect(try list(outcome, "name") == ["team", "centre"])
    #expect(try list(outcome, "state") == ["empty", "empty"])

    (code, outcome) = try await run("sync", "--account", "centre", "--range", "7d")
    #expect(code == 0)
    (code, outcome) = try await run("status", "-o", "json")
    #expect(code == 6)
    #expect(try list(outcome, "state") == ["empty", "fresh"])
    #expect(try await run("status", "--account", "centre").code == 0)

    (code, outcome) = try await run("sync", "--range", "7d")
    #expect(code == 0)
    #expect(
      outcome.lines.map { $0.prefix { $0 != ":" } } == [
        "Demo team of 6", "Demo contact centre (Talkdesk)",
      ])
    #expect(try await run("status").code == 0)

    let doctor = try await home.run(["doctor", "--demo=6x20"])
    #expect(
      doctor.lines.filter { $0.hasPrefix("Demo") || $0.hasPrefix("This") } == [
        "Demo team of 6", "Demo contact centre (Talkdesk)", "This machine",
      ])
  }

  @Test func `records are the first account's, or the named one's`() async throws {
    let team = try await run("interactions", "--range", "7d", "-o", "json")
    let centre = try await run("interactions", "--account", "centre", "--range", "7d", "-o", "json")
    #expect(team.code == 0 && centre.code == 0)
    #expect(try !list(team.outcome, "id").isEmpty && !list(centre.outcome, "id").isEmpty)
    #expect(team.outcome.output != centre.outcome.output)
    let unknown = try await run("interactions", "--account", "center")
    #expect(unknown.code == 2)
    #expect(
      unknown.outcome.errors.contains("There is no account “center”; did you mean “centre”?"))
    let live = try await run("interactions", "--account", "centre", "--limit", "1")
    #expect(live.code == 2)
    #expect(live.outcome.errors.contains("Demo contact centre (Talkdesk) is no account of Truto"))
  }
}
