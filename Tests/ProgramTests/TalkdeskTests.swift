import Foundation
import Records
import Simulator
import Testing

/// An account of Talkdesk on the command line.
@Suite(.timeLimit(.minutes(5))) struct TalkdeskTests {
  let desk: Desk

  init() throws {
    desk = try Desk(users: 6, today: "2026-11-02", zone: .named("Europe/Berlin"))
  }

  /// Runs a command on the account.
  func run(
    _ arguments: [String], secret: String? = "demo-secret", _ changes: [String: String] = [:]
  ) async throws -> Home.Outcome {
    var changes = changes
    if let secret { changes["TALKDESK_CLIENT_SECRET"] = secret }
    changes["TALKDESK_CLIENT_ID"] = changes["TALKDESK_CLIENT_ID"] ?? "demo-client"
    let options = [
      "--provider", "talkdesk", "--base-url", desk.server.baseURL, "--token-url",
      desk.server.tokenURL, "--timezone", desk.team.zone.name,
    ]
    let today = ["--today", desk.team.today.text]
    let takesToday = !["doctor"].contains(arguments.first)
    let rate = ["--requests-per-second", "1000"]
    let takesRate = !["doctor", "status"].contains(arguments.first)
    return try await desk.home.run(
      arguments + options + (takesToday ? today : []) + (takesRate ? rate : []), changes)
  }

  func object(_ text: some StringProtocol) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  func encounters(_ days: Int) -> [Encounter] {
    let (start, end) = (desk.team.today - days, desk.team.today)
    return desk.team.encounters(
      startedIn: desk.team.zone.start(of: start)...desk.team.zone.start(of: end)
    ).filter { $0.start < desk.team.zone.start(of: end) }
  }

  @Test func `conversations are printed with what was said and what follows from it`()
    async throws
  {
    let outcome = try await run(["conversations", "--range", "7d", "-o", "ndjson"])
    #expect(outcome.ending == .exited(0), "\(outcome.errors)")
    #expect(outcome.errors == "")
    let expected = encounters(7)
    #expect(outcome.lines.count == expected.count)
    let newest = try object(outcome.lines[0])
    let encounter = try #require(expected.max { ($0.start, $0.id) < ($1.start, $1.id) })
    let said = desk.team.conversation(encounter)
    #expect(newest["started_at"] as? String == said.startedAt)
    let messages = try #require(newest["messages"] as? [[String: Any]])
    for line in outcome.lines {
      let conversation = try object(line)
      let agents = try #require(conversation["agents"] as? [[String: Any]])
      // Names that the conversation lacks are joined from the list of users.
      #expect(agents.allSatisfy { $0["name"] is String })
      let metrics = try #require(conversation["metrics"] as? [String: [String: Any]])
      #expect(Set(metrics.keys) == Set(agents.compactMap { $0["id"] as? String }))
      #expect(metrics.values.allSatisfy { $0["handling_time"] is NSNumber })
    }
    #expect(messages.count == said.messages.count)
    #expect(messages.map { $0["text"] as? String } == said.messages.map(\.text))

    let array = try await run(["conversations", "--range", "7d", "-o", "json", "--offline"])
    let list = try #require(
      JSONSerialization.jsonObject(with: Data(array.output.utf8)) as? [[String: Any]])
    #expect(
      list.map { $0["id"] as? String }
        == (try outcome.lines.map { try object($0)["id"] as? String }))
    let csv = try await run(["conversations", "--range", "7d", "-o", "csv", "--offline"])
    #expect(csv.output.hasPrefix("id,customer_id,started_at,"))
    #expect(csv.output.split(separator: "\r\n").count == expected.count + 1)
    let table = try await run(["conversations", "--range", "7d", "-o", "table", "--offline"])
    #expect(table.lines.count == expected.count + 1)
    #expect(table.lines[0].hasPrefix("STARTED"))
    #expect(desk.server.violations == [])
  }

  @Test func `a transcript is text to be read, of one conversation or of a user's`() async throws {
    let encounter = try #require(encounters(7).first)
    let said = desk.team.conversation(encounter)
    let one = try await run([
      "conversations", "--range", "7d", "--conversation", encounter.id, "-o", "text",
    ])
    #expect(one.ending == .exited(0), "\(one.errors)")
    #expect(one.lines.count == said.messages.count + 1)
    #expect(one.lines[0].contains(encounter.id))
    for (line, message) in zip(one.lines.dropFirst(), said.messages) {
      #expect(line.hasSuffix(message.text ?? "–"))
    }
    let name = try #require(desk.team.users[encounter.agent].user.name)
    #expect(one.output.contains(name))

    let user = desk.team.users[encounter.agent].user.id
    let mine = try await run(["conversations", "--range", "7d", "--user", user, "--offline"])
    #expect(!mine.lines.isEmpty)
    #expect(
      try mine.lines.allSatisfy { line in
        (try object(line)["metrics"] as? [String: Any])?[user] != nil
      })
    let none = try await run(["conversations", "--range", "7d", "--conversation", "x"])
    #expect(none.ending == .exited(1))
    #expect(none.sentences.first?.contains("has the id “x”") == true)
  }

  @Test func `records, users, sync, status and frames work as on any account`() async throws {
    let sync = try await run(["sync", "--range", "14d", "-o", "json"])
    #expect(sync.ending == .exited(0), "\(sync.errors)")
    #expect(try object(sync.output)["windows"] as? Int == 28)
    let records = try await run(["interactions", "--range", "14d", "--by", "week", "-o", "ndjson"])
    #expect(records.ending == .exited(0), "\(records.errors)")
    let record = try object(try #require(records.lines.first))
    let metrics = try #require(record["metrics"] as? [String: Any])
    #expect(metrics["patience"] is NSNumber)
    let activity = try await run(["activity", "--range", "7d", "-o", "ndjson"])
    #expect(
      try activity.lines.allSatisfy { line in
        (try object(line)["metrics"] as? [String: Any])?.keys.sorted() == ["calls_hosted"]
      })
    let users = try await run(["users", "-o", "ndjson"])
    #expect(users.lines.count == desk.team.users.count)
    let status = try await run(["status", "-o", "json"])
    #expect(status.ending == .exited(0), "\(status.output)")
    let asked = desk.server.requests.count
    let frame = try await run([
      "snapshot", "--screen", "team", "--size", "120x30", "--range", "7d", "--offline",
    ])
    #expect(frame.ending == .exited(0), "\(frame.errors)")
    let name = try #require(desk.team.users[0].user.name)
    #expect(frame.output.contains(name))
    #expect(desk.server.requests.count == asked)
    #expect(desk.server.violations == [])
  }

  @Test
  func `Truto's own parameters, and conversations of Truto, are usage errors in one sentence`()
    async throws
  {
    let truto = try await desk.run(["conversations"])
    #expect(truto.ending == .exited(2))
    #expect(truto.sentences.count == 1)
    #expect(truto.errors.contains("has no conversations"))
    let live = try await run(["interactions", "--response-format", "debug"])
    #expect(live.ending == .exited(2))
    #expect(desk.server.requests == [])
  }

  @Test func `a list of users that is refused is said once, and stops nothing`() async throws {
    let lacking = try Desk(users: 6, today: "2026-11-02", zone: .named("Europe/Berlin")) {
      $0.talkdesk.scopes = [TalkdeskOptions.readScope]
    }
    let outcome = try await lacking.home.run(
      [
        "conversations", "--provider", "talkdesk", "--base-url", lacking.server.baseURL,
        "--token-url", lacking.server.tokenURL, "--today", "2026-11-02", "--range", "7d", "-o",
        "table",
      ], ["TALKDESK_CLIENT_ID": "demo-client", "TALKDESK_CLIENT_SECRET": "demo-secret"])
    #expect(outcome.ending == .exited(0))
    #expect(outcome.sentences.count == 1)
    #expect(outcome.errors.contains("users:read"))
  }

  @Test func `credentials that are refused and servers that are gone have their exit codes`()
    async throws
  {
    let refused = try await run(["conversations", "--range", "7d"], secret: "wrong")
    #expect(refused.ending == .exited(4))
    #expect(refused.errors.contains("TALKDESK_CLIENT_SECRET"))
    let missing = try await run(["conversations", "--range", "7d"], secret: nil)
    #expect(missing.ending == .exited(3))
    _ = try await run(["conversations", "--range", "7d"])
    desk.server.stop()
    let old = try await run(["conversations", "--range", "14d"])
    #expect(old.ending == .exited(6), "\(old.errors)")
    #expect(!old.lines.isEmpty)
    let nothing = try await run(["conversations", "--range", "2026-08-01..2026-08-08"])
    #expect(nothing.ending == .exited(5), "\(nothing.errors)")
  }

  @Test func `doctor looks at token, reach, scopes and clock`() async throws {
    let good = try await run(["doctor", "-o", "json"])
    let checks = try #require(
      JSONSerialization.jsonObject(with: Data(good.output.utf8)) as? [[String: Any]])
    let names = checks.compactMap { $0["check"] as? String ?? $0["name"] as? String }
    for name in ["configuration", "token", "server", "scope", "names", "clock", "time zone"] {
      #expect(names.contains(name), "\(good.output)")
    }
    #expect(desk.server.violations == [])
    let refused = try await run(["doctor"], secret: "wrong")
    #expect(refused.ending == .exited(4), "\(refused.output)")
    #expect(!refused.output.contains("wrong"))
    let unset = try await run(["doctor"], secret: nil)
    #expect(unset.ending == .exited(3), "\(unset.output)")
  }
}
