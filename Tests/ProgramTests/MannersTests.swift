import Foundation
import Simulator
import TestKit
import Testing

/// How the program gets along with shells, pipes and terminals.
@Suite(.timeLimit(.minutes(5))) struct MannersTests {
  @Test func `records of a period are printed before those of the next one are there`()
    async throws
  {
    let desk = try Desk()
    let account = desk.account.map { $0 == "1000" ? "4" : $0 }.joined(separator: " ")
    // The reader notes whether the writer had ended when the first line came.
    let outcome = try await desk.home.shell(
      """
      { "$0" interactions --by day --range 6d -o ndjson \(account); touch "$HOME/ended"; } | {
        IFS= read -r line
        [ -e "$HOME/ended" ] && echo late || echo early
        printf '%s\\n' "$line"
        cat
      }
      """, ["TRUTO_API_TOKEN": Desk.token])
    #expect(outcome.errors == "")
    #expect(outcome.lines.first == "early")
    let whole = try await desk.run(["interactions", "--by", "day", "--range", "6d", "-o", "ndjson"])
    #expect(outcome.lines.dropFirst() == whole.lines[...])
    #expect(whole.lines.count > 20)
  }

  @Test(arguments: ["interactions -o ndjson", "activity -o csv", "users -o json", "--help", "man"])
  func `a reader that goes away ends it quietly`(command: String) async throws {
    let outcome = try await Home().shell(
      """
      exec 3>&1
      { "$0" \(command) $1; echo "$?" >&3; } | head -c 1 >/dev/null
      """.replacing("$1", with: command.contains(" ") ? "--demo=200x60 --today 2026-10-01" : ""))
    #expect(outcome.errors == "")
    // It may have written all before the reader went, or the system ends it as it ends cat.
    #expect(["0\n", "141\n"].contains(outcome.output))
  }

  @Test(arguments: [
    ("interactions --demo=6x30 --range 7d >/dev/full", "No space left on device"),
    ("--help >/dev/full", "No space left on device"),
    ("snapshot --demo=6x30 >/dev/full", "No space left on device"),
    ("interactions --demo=6x30 --range 7d >&-", "Bad file descriptor"),
    ("--version >&-", "Bad file descriptor"),
  ])
  func `output that cannot be written is said`(line: String, words: String) async throws {
    let outcome = try await Home().shell(#""$0" \#(line)"#)
    #expect(outcome.ending == .exited(1))
    #expect(outcome.errors == "rapport: The output cannot be written: \(words).\n")
  }

  @Test func `closed streams harm no file`() async throws {
    let home = try Home()
    let outcome = try await home.shell(
      #""$0" users --demo=6x30 <&- >&- 2>&-; "$0" users --demo=6x30 -o ndjson"#)
    #expect(outcome.ending == .exited(0))
    #expect(outcome.lines.count == 6)
  }

  @Test(arguments: [
    ["users", "--demo=6x30", "-ojson"], ["users", "--demo=6x30", "-o", "json"],
    ["users", "--demo=6x30", "--output=json"], ["-o=json", "users", "--demo=6x30"],
  ])
  func `an option's value can be written in every usual way`(arguments: [String]) async throws {
    let outcome = try await Home().run(arguments)
    #expect(outcome.ending == .exited(0))
    #expect(outcome.output.hasPrefix("[{"))
  }

  @Test func `a file can have the name of an option, and stdin is a file`() async throws {
    let home = try Home()
    let outcome = try await home.shell(
      #"""
      cd "$HOME" && "$0" users --demo=6x30 -o ndjson >--users
      "$0" open -o ndjson -- --users && "$0" open - -o ndjson <--users
      """#)
    #expect(outcome.errors == "")
    #expect(outcome.lines.count == 12)
  }

  @Test func `progress is drawn on stderr of a terminal and is gone at the end`() async throws {
    let desk = try Desk()
    let arguments = desk.account.map { $0 == "1000" ? "5" : $0 }
    let session = try Session(
      desk.home, ["interactions", "--by", "day", "--range", "4d"] + arguments,
      ["TRUTO_API_TOKEN": Desk.token], columns: 200)
    #expect(try await session.ending() == .exited(0))
    #expect(session.written.contains("of 4 windows"))
    #expect(!session.grid.text.contains { $0.contains("of 4 windows") })
    #expect(session.grid.text.contains { $0.hasPrefix("USER") })
  }

  @Test func `a table fits the terminal, and what it has no room for is said`() async throws {
    let session = try Session(
      try Home(), ["activity", "--demo=6x30", "--range", "7d", "--today", "2026-10-01"],
      columns: 80)
    #expect(try await session.ending() == .exited(0))
    let screen = session.grid.text
    #expect(screen.contains { $0.hasPrefix("USER") && $0.contains("HOSTED") })
    #expect(screen.joined(separator: " ").contains("Left out for want of room: FROM, TO,"))
  }

  @Test func `a real reader of CSV gets every cell back`() async throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") else { return }
    let home = try Home()
    let hostile = [
      "a,b", "say \"so\"", "two\nlines", "with\r\nboth", " spaces ", "“quotes”", "", "x;y",
    ]
    let users = hostile.enumerated().map { ["id": "u\($0)", "name": $1] as [String: Any] }
    let file = home.folder.appendingPathComponent("users.json")
    try JSONSerialization.data(withJSONObject: users).write(to: file)
    let outcome = try await home.shell(
      #"""
      "$0" open "$HOME/users.json" -o csv | /usr/bin/python3 -c '
      import csv, io, json, sys
      text = sys.stdin.buffer.read().decode()
      print(json.dumps(list(csv.DictReader(io.StringIO(text, newline=""), strict=True))))'
      """#)
    #expect(outcome.errors == "")
    let rows = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: String]])
    #expect(rows.map { $0["id"] } == hostile.indices.map { "u\($0)" })
    #expect(rows.map { $0["name"] } == hostile)
  }
}
