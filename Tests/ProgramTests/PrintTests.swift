import Foundation
import Records
import Simulator
import Testing

/// The printed records are the server's own, in every format, and each window is asked for once.
@Suite(.timeLimit(.minutes(5))) struct PrintTests {
  static func desk() throws -> Desk {
    try Desk(users: 137, zone: .named("America/New_York"))
  }

  /// The spans whose records are expected, oldest first: whole periods that the range touches.
  static let weeks: [DaySpan] = [
    ("2026-08-31", "2026-09-07"), ("2026-09-07", "2026-09-14"), ("2026-09-14", "2026-09-21"),
    ("2026-09-21", "2026-09-28"), ("2026-09-28", "2026-10-01"),
  ].compactMap { start, end in
    Day(text: start).flatMap { start in Day(text: end).map { DaySpan(start, $0) } }
  }
  static let days: [DaySpan] = (0..<20).compactMap { index in
    Day(text: "2026-10-01").map { DaySpan($0 - 20 + index, $0 - 19 + index) }
  }

  /// A record as far as every format shows it: whose, from when, and the numbers.
  struct Line: Equatable, CustomStringConvertible {
    let user: String
    let start: String
    let end: String
    let values: [Double?]
    var description: String { "\(user) \(start) \(end) \(values)" }
  }

  /// What the team did, straight from the simulator.
  func expected(_ resource: Resource, _ team: SimulatedTeam, _ spans: [DaySpan]) -> [Line] {
    spans.flatMap { span in
      team.users.indices.compactMap { index -> Line? in
        let values =
          resource == .interactions
          ? team.interactions(of: index, in: span) : team.activity(of: index, in: span)
        return values.map { values in
          Line(
            user: team.users[index].user.id, start: team.zone.midnightText(span.start),
            end: team.zone.midnightText(span.end), values: values.map { $0?.double })
        }
      }
    }
  }

  func line(_ record: [String: Any], _ resource: Resource) throws -> Line {
    let user = try #require(record["user"] as? [String: Any])
    let metrics = try #require(record["metrics"] as? [String: Any])
    return Line(
      user: try #require(user["id"] as? String),
      start: try #require(record["start_time"] as? String),
      end: try #require(record["end_time"] as? String),
      values: resource.fields.map { (metrics[$0.name] as? NSNumber)?.doubleValue })
  }

  func object(_ text: some StringProtocol) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Comma-separated values, of which none here has a comma or a quote in it.
  func csvLines(_ text: String, _ resource: Resource) throws -> [Line] {
    let rows = text.components(separatedBy: "\r\n").dropLast().map {
      $0.components(separatedBy: ",")
    }
    let names = try #require(rows.first)
    return try rows.dropFirst().map { row in
      let cells = Dictionary(zip(names, row)) { $1 }
      return Line(
        user: try #require(cells["user.id"]), start: try #require(cells["start_time"]),
        end: try #require(cells["end_time"]),
        values: resource.fields.map { cells["metrics.\($0.name)"].flatMap(Double.init) })
    }
  }

  static func sorted(_ lines: [Line]) -> [Line] {
    lines.sorted { ($0.start, $0.end, $0.user) < ($1.start, $1.end, $1.user) }
  }

  @Test(arguments: [
    (Resource.interactions, ["--range", "30d", "--by", "week"], weeks),
    (.activity, ["--range", "30d", "--by", "week"], weeks),
    (.interactions, ["--range", "20d", "--by", "day"], days),
    (.activity, ["--range", "20d", "--by", "day"], days),
  ])
  func `records are the team's own in every format, and each window is asked for once`(
    resource: Resource, range: [String], spans: [DaySpan]
  ) async throws {
    let desk = try Self.desk()
    let expected = Self.sorted(expected(resource, desk.team, spans))
    try #require(expected.count > 300)
    let command = [resource.rawValue] + range

    let first = try await desk.run(command)
    #expect(first.ending == .exited(0))
    #expect(first.errors == "")
    #expect(Self.sorted(try first.lines.map { try line(object($0), resource) }) == expected)
    // A page for every hundred records, the second by the cursor of the first.
    let pages = spans.reduce(0) { sum, span in
      let start = desk.team.zone.midnightText(span.start)
      return sum + max(1, (expected.count { $0.start == start } + 99) / 100)
    }
    #expect(pages > spans.count)
    #expect(desk.requests(resource.rawValue).count == pages)
    #expect(Set(desk.requests(resource.rawValue)).count == pages)
    #expect(desk.requests("users").count == 2)
    #expect(desk.requests(resource == .activity ? "interactions" : "activity") == [])

    let asked = desk.server.requests.count
    let json = try await desk.run(command + ["-o", "json"])
    let array = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(Self.sorted(try array.map { try line($0, resource) }) == expected)
    let csv = try await desk.run(command + ["-o", "csv"])
    #expect(Self.sorted(try csvLines(csv.output, resource)) == expected)
    let table = try await desk.run(command + ["-o", "table"])
    #expect(table.lines.count == expected.count + 1)
    #expect(table.lines.first?.hasPrefix("USER") == true)
    #expect(desk.server.requests.count == asked)
    #expect(desk.server.violations == [])

    desk.server.stop()
    for (format, earlier) in [("ndjson", first), ("json", json), ("csv", csv), ("table", table)] {
      let offline = try await desk.run(command + ["--offline", "-o", format], token: nil)
      #expect(offline.ending == .exited(0))
      #expect(offline.output == earlier.output)
      #expect(offline.errors == "")
    }
  }

  @Test func `the periods come oldest first`() async throws {
    let desk = try Self.desk()
    let outcome = try await desk.run(["activity", "--range", "30d", "--by", "week"])
    let starts = try outcome.lines.map { try line(object($0), .activity).start }
    #expect(starts == starts.sorted())
  }

  @Test func `users are the server's own in every format`() async throws {
    let desk = try Self.desk()
    let outcome = try await desk.run(["users"])
    #expect(outcome.ending == .exited(0))
    #expect(outcome.errors == "")
    #expect(outcome.lines.count == 137)
    for (text, member) in zip(outcome.lines, desk.team.users) {
      let user = try object(text)
      #expect(user["id"] as? String == member.user.id)
      #expect(user["name"] as? String == member.user.name)
      #expect(user["created_at"] as? String == member.user.createdAt)
      let emails = try #require(user["emails"] as? [[String: Any]])
      #expect(emails.map { $0["email"] as? String } == member.user.emails.map(\.address))
      #expect(emails.map { $0["is_primary"] as? Bool } == member.user.emails.map(\.isPrimary))
    }
    let json = try await desk.run(["users", "-o", "json"])
    let array = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(array.map { $0["id"] as? String } == desk.team.users.map(\.user.id))
    let csv = try await desk.run(["users", "-o", "csv"])
    #expect(csv.output.components(separatedBy: "\r\n").count == 139)
    let table = try await desk.run(["users", "-o", "table"])
    #expect(table.lines.count == 138)
    #expect(desk.requests("users").count == 2)
    desk.server.stop()
    let offline = try await desk.run(["users", "--offline"], token: nil)
    #expect(offline.output == outcome.output)
    #expect(offline.ending == .exited(0))
  }

  @Test func `one user is found by id and by any address, and gets only that user's records`()
    async throws
  {
    let desk = try Desk()
    let whole = try await desk.run(["activity", "--range", "14d"])
    let user = try #require(desk.team.users.first { $0.isActive }?.user)
    let address = try #require(user.emails.last?.address)
    for name in [user.id, address.uppercased()] {
      let outcome = try await desk.run(["activity", "--range", "14d", "--user", name])
      #expect(outcome.lines == whole.lines.filter { $0.contains("\"id\":\"\(user.id)\"") })
      #expect(outcome.lines.count == 1)
    }
  }

  @Test func `settled windows are not asked for again, and the others are`() async throws {
    let desk = try Desk(users: 12, today: "2026-10-05")
    let command = ["interactions", "--range", "2026-09-21..2026-10-05", "--by", "day"]
    _ = try await desk.run(command + ["--today", "2026-10-01"])
    // Up to yesterday, a request for each day.
    #expect(desk.requests("interactions").count == 10)
    let outcome = try await desk.run(command)
    #expect(outcome.ending == .exited(0))
    let asked = desk.requests("interactions").dropFirst(10).map { $0.prefix(10) }
    // What had ended three days before it was fetched stands; the rest is fetched.
    #expect(
      asked.sorted(by: >) == [
        "2026-10-04", "2026-10-03", "2026-10-02", "2026-10-01", "2026-09-30", "2026-09-29",
        "2026-09-28", "2026-09-27",
      ])
    let spans = (0..<14).compactMap { index in
      Day(text: "2026-09-21").map { DaySpan($0 + index, $0 + index + 1) }
    }
    #expect(
      Self.sorted(try outcome.lines.map { try line(object($0), .interactions) })
        == Self.sorted(expected(.interactions, desk.team, spans)))
  }

  @Test func `the current week is fetched again when it has grown, under its own start`()
    async throws
  {
    let desk = try Desk(users: 12, today: "2026-10-03")
    let command = ["activity", "--range", "this-week", "--by", "week"]
    for (today, end) in [("2026-10-01", "2026-10-01"), ("2026-10-03", "2026-10-03")] {
      let outcome = try await desk.run(command + ["--today", today])
      let span = DaySpan(
        try #require(Day(text: "2026-09-28")), try #require(Day(text: end)))
      #expect(
        Self.sorted(try outcome.lines.map { try line(object($0), .activity) })
          == Self.sorted(expected(.activity, desk.team, [span])))
    }
    #expect(desk.requests("activity").count == 2)
  }

  @Test(arguments: ["ndjson", "csv", "json", "table"])
  func `a reader that has seen enough ends it quietly`(format: String) async throws {
    let desk = try Self.desk()
    let command = ["interactions", "--range", "20d", "--by", "day"]
    _ = try await desk.run(command)
    let words = (command + desk.account + ["--offline", "-o", format])
      .map { "'\($0)'" }.joined(separator: " ")
    let outcome = try await desk.home.shell(
      #""$0" \#(words) | head -c 1; exec 3>&1; (("$0" \#(words); echo "$?" >&3) | :)"#)
    #expect(outcome.errors == "")
    let code = outcome.output.dropFirst().trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(["0", "141"].contains(code))
  }

  @Test func `the team's zone is learnt from its records where nobody says it`() async throws {
    let desk = try Self.desk()
    let arguments =
      ["interactions", "--range", "7d", "--by", "day", "--integrated-account", "demo"]
      + [
        "--base-url", desk.server.baseURL, "--requests-per-second", "1000", "--today", "2026-10-01",
      ]
    let outcome = try await desk.home.run(arguments, ["TRUTO_API_TOKEN": Desk.token])
    #expect(outcome.ending == .exited(0))
    #expect(outcome.errors == "")
    #expect(
      Self.sorted(try outcome.lines.map { try line(object($0), .interactions) })
        == Self.sorted(expected(.interactions, desk.team, Array(Self.days.suffix(7)))))
    // One window was asked for before it was known.
    #expect(desk.server.violations.count == 4)
  }
}

extension Number {
  var double: Double {
    switch self {
    case .integer(let value): Double(value)
    case .decimal(let value): value
    }
  }
}
