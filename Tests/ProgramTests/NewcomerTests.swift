import Foundation
import TestKit
import Testing

/// What somebody does who has never seen the dashboard, at the smallest usual size, with nothing
/// but what the screen and `?` say.
@Suite(.serialized, .timeLimit(.minutes(5))) struct NewcomerTests {
  static let demo = ["--demo", "--today", "2026-10-01"]

  let home: Home

  init() throws { home = try Home() }

  @Test func `the least patient user of last month beside the best, copied as CSV`() async throws {
    let session = try Session(home, Self.demo, columns: 80, rows: 24)
    try await session.wait(for: "the whole team", until: SessionTests.isDone)
    try await findRangeKeyInHelp(session)

    session.type("R")
    try await session.wait(for: "1 Sep – 30 Sep")
    session.type("last month\r")
    let team = try await session.wait(for: "the month, most patient first") { screen in
      screen[0].contains("Last month · 1 Sep – 30 Sep") && screen[1].contains("sort patience ▼")
        && SessionTests.isDone(screen)
    }
    let best = try name(in: #require(team.first { $0.hasPrefix("> ") }))

    session.type("G")
    let end = try await session.wait(for: "the last row") { $0[21].hasPrefix("> ") }
    let least = try name(in: end[21])
    session.type(" ")
    try await session.wait(for: "1 marked")
    session.type("g ")
    let marked = try await session.wait(for: "2 marked")
    #expect(marked[23].contains("c compare  y copy"))
    session.type("c")
    let compared = try await session.wait(for: "Team › Compare")
    #expect(compared[2].contains(best) && compared[2].contains(least))
    #expect(compared[23].contains("y copy"))

    session.type("y")
    try await session.wait(for: "Copied 2 rows as CSV.")
    let rows = try #require(session.copied).split(whereSeparator: \.isNewline)
      .map { $0.components(separatedBy: ",") }
    #expect(rows.count == 3)
    #expect(rows[0].prefix(3) == ["user.name", "calls", "patience"])
    #expect(rows[1...].map(\.[0]) == [best, least])
    let extremes = try await patience()
    #expect(rows[1...].map(\.[2]) == [extremes.most, extremes.least])
    session.type("q")
    #expect(try await session.ending() == .exited(0))
  }

  @Test func `the command that a view copies prints the view's records`() async throws {
    let session = try Session(home, Self.demo, columns: 80, rows: 24)
    try await session.wait(for: "the whole team", until: SessionTests.isDone)
    session.type("t  E")
    try await session.wait(for: "Copied rapport interactions --demo")
    session.type("q")
    #expect(try await session.ending() == .exited(0))
    let command = try #require(session.copied)
    let outcome = try await home.shell("\"$0\" \(command.dropFirst("rapport ".count))")
    #expect(outcome.ending == .exited(0))
    #expect(outcome.errors == "")
    // A header, and a record for each of the two users that were marked.
    #expect(outcome.lines.count == 3)
  }

  private func findRangeKeyInHelp(_ session: Session) async throws {
    session.type("?")
    try await session.wait(for: "/ search")
    session.type("/choose the range\r")
    try await session.wait(for: "the key of ranges") { screen in
      screen.contains { $0.contains("R F7") && $0.contains("Choose the range") }
    }
    session.type("?")
    try await session.wait(for: "the whole team", until: SessionTests.isDone)
  }

  /// The name at the beginning of a row.
  private func name(in row: String) throws -> String {
    try #require(row.dropFirst(2).components(separatedBy: "  ").first)
  }

  /// The lowest and the highest patience of last month, as records say.
  private func patience() async throws -> (least: String, most: String) {
    let outcome = try await home.run(
      ["interactions", "--range", "last-month", "-o", "csv"] + Self.demo)
    let rows = outcome.output.split(whereSeparator: \.isNewline)
      .map { $0.components(separatedBy: ",") }
    let column = try #require(rows[0].firstIndex(of: "metrics.patience"))
    let values = rows.dropFirst().compactMap { Double($0[column]) }.sorted()
    return (try String(#require(values.first)), try String(#require(values.last)))
  }
}
