import Foundation
import TestKit
import Testing

/// The dashboard on a terminal, with the built-in team.
@Suite(.serialized, .timeLimit(.minutes(5))) struct SessionTests {
  static let demo = ["--demo", "--today", "2026-10-01"]
  /// A whole frame is there, down to its last row, nothing is being fetched any more, and the team
  /// has been judged.
  static func isDone(_ screen: [String]) -> Bool {
    screen.contains { $0.contains("44 of 48 with data") }
      && screen.contains { $0.hasPrefix("> ") } && screen.contains { $0.hasPrefix(" a ") }
      && screen.last?.contains("? help") == true
      && !screen.contains { $0.contains("fetching ") || $0.contains("Fetching ") }
  }

  let home: Home

  init() throws { home = try Home() }

  /// Opens the dashboard and waits until all that it needs is there.
  func open(
    _ changes: [String: String] = [:], columns: Int = 120, rows: Int = 40
  ) async throws -> Session {
    let session = try Session(home, Self.demo, changes, columns: columns, rows: rows)
    try await session.wait(for: "the whole team", until: Self.isDone)
    return session
  }

  /// Ends the dashboard with a key and looks at what it leaves behind.
  func expectFarewell(_ session: Session, _ ending: ChildProcess.Ending = .exited(0)) async throws {
    #expect(try await session.ending() == ending)
    #expect(session.terminal.modes == session.formerModes)
    #expect(session.grid.unknown == [])
  }

  func leavesAlternateScreen(_ session: Session) -> Bool {
    let last = session.written.range(of: "\u{1b}[?1049", options: .backwards)
    return last.map { session.written[$0.upperBound...].first == "l" } ?? false
  }

  @Test(arguments: [
    ["TERM": "xterm-256color"], ["TERM": "vt100"], ["NO_COLOR": "1"], ["TERM": "screen"],
    ["TERM": "linux"],
  ])
  func `it opens on the team, obeys keys and gives the terminal back`(
    changes: [String: String]
  ) async throws {
    let session = try await open(changes)
    let isASCII = ["vt100", "linux"].contains(changes["TERM"])
    let drawn = { (text: String) in
      isASCII ? text.replacing("›", with: ">").replacing("–", with: "-") : text
    }
    #expect(session.terminal.modes != session.formerModes)
    let first = try #require(session.grid.text.firstIndex { $0.hasPrefix("> ") })

    session.type("j")
    let moved = try await session.wait(for: "the next row selected") {
      $0[first + 1].hasPrefix("> ")
    }
    #expect(!moved[first].hasPrefix("> "))
    let name = try #require(moved[first + 1].dropFirst(2).components(separatedBy: "  ").first)

    session.type("\r")
    try await session.wait(for: drawn("Team › \(name)"))
    session.type("\u{1b}")
    try await session.wait(for: "the team again, on the same row") {
      $0[first + 1] == moved[first + 1]
    }

    session.type("\t")
    try await session.wait(for: drawn("Team › Activity"))
    session.type("\t")
    try await session.wait(for: drawn("Team › Interactions"))
    session.type("?")
    try await session.wait(for: "Go to the row before.")
    session.type("\u{1b}")
    try await session.wait(for: drawn("Team › Interactions"))
    session.type("d")
    try await session.wait(for: "by day")
    session.type("[")
    try await session.wait(for: drawn("2 Aug – 31 Aug"))
    session.type("Z")
    try await session.wait(for: "Z does nothing; ? shows what the keys do.")
    session.type("q")
    try await expectFarewell(session)
    if changes["TERM"] == "vt100" || changes["NO_COLOR"] != nil { expectNoColor(session.written) }
    if changes["TERM"] == "xterm-256color" { #expect(leavesAlternateScreen(session)) }
  }

  /// Not even the terminal's own colours are asked for.
  func expectNoColor(_ written: String) {
    let sequences = written.matches(of: /\u{1b}\[([0-9;:]*)m/).flatMap { match in
      match.1.split(whereSeparator: { ";:".contains($0) }).compactMap { Int($0) }
    }
    let colors = sequences.filter { (30...49).contains($0) || $0 >= 90 }
    #expect(colors == [])
  }

  @Test func `colours are used where they are wanted`() async throws {
    let session = try await open()
    #expect(session.grid.usesColors)
    session.type("q")
    try await expectFarewell(session)
  }

  @Test(arguments: ["team", "activity", "user", "help"])
  func `a snapshot is what the terminal shows`(screen: String) async throws {
    let session = try await open()
    for key in ["activity": "\t", "user": "\r", "help": "?"][screen] ?? "" {
      session.type(String(key))
    }
    let words = [
      "activity": "Team › Activity", "user": "change ", "help": "Go to the row before.",
    ]
    try await session.wait(for: words[screen] ?? "Team › Interactions")
    let outcome = try await home.run(
      ["snapshot", "--demo", "--today", "2026-10-01", "--screen", screen, "--color", "never"])
    #expect(outcome.errors == "")
    let snapshot = outcome.lines(keepingEmpty: true)
    let shown = try await session.wait(for: "the same as the snapshot", within: 5) { shown in
      withoutAge(shown) == withoutAge(snapshot)
    }
    #expect(shown.count == 40)
    session.type("q")
    try await expectFarewell(session)
  }

  @Test func `accounts and requests are watched while they are on screen, and can be paused`()
    async throws
  {
    let session = try await open()
    session.type("A")
    try await session.wait(for: "33 in the last minute")
    session.type("p")
    try await session.wait(for: "Paused: nothing is sent until p lets it go on.")
    session.type("F")
    try await session.wait(for: "paused")
    session.type("p")
    try await session.wait(for: "everything again, in the log's own count") { screen in
      screen.contains { $0.contains("Requests") && $0.contains("66 in the last minute") }
    }
    session.type("\r")
    try await session.wait(for: "66 requests")
    session.type("j\r")
    try await session.wait(for: "First byte")
    session.type("q")
    try await expectFarewell(session)
  }

  /// The lines of a screen; of the first one only what stands still while time passes. Names from
  /// right to left have blanks of their own around them on a terminal.
  func withoutAge(_ screen: [String]) -> [String] {
    let top = screen.first?.components(separatedBy: "●")[0].trimmingCharacters(in: .whitespaces)
    // What needs attention is found out after everything else, and stands above the last line.
    return ([top ?? ""] + screen.dropFirst().dropLast(2) + screen.suffix(1)).map {
      $0.replacingOccurrences(of: "\u{2800}", with: " ")
    }
  }

  @Test func `the size may change at any time, down to one sentence and back`() async throws {
    let session = try await open()
    let before = session.grid.text
    await session.resize(columns: 30, rows: 6)
    let small = try await session.wait(for: "the sentence") {
      $0[0].hasPrefix("Rapport needs 40×10")
    }
    #expect(small.joined(separator: " ").contains("this terminal has 30×6."))
    #expect(small.filter { !$0.isEmpty }.count == 2)
    await session.resize(columns: 1, rows: 1)
    await session.resize(columns: 80, rows: 24)
    try await session.wait(for: "80 columns") { Self.isDone($0) }
    await session.resize(columns: 120, rows: 40)
    try await session.wait(for: "the screen as it was") { withoutAge($0) == withoutAge(before) }
    session.type("q")
    try await expectFarewell(session)
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `a signal that ends programs ends it, and the terminal is given back`(
    signal: Int32
  ) async throws {
    let session = try await open()
    session.process.send(signal)
    try await expectFarewell(session, .killed(by: signal))
    #expect(leavesAlternateScreen(session))
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL])
  func `a crash gives the terminal back`(signal: Int32) async throws {
    let session = try await open()
    session.process.send(signal)
    try await expectFarewell(session, .killed(by: signal))
    #expect(leavesAlternateScreen(session))
    let path = home.folder("state").appendingPathComponent("rapport/crash.txt").path
    #expect(session.written.hasSuffix("rapport crashed; the report is in \(path).\r\n"))
    let report = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    #expect(report[0].wholeMatch(of: /rapport [0-9.]+ crashed: SIG(SEGV|ABRT|ILL)/) != nil)
    #expect(report.count { $0.contains("rapport(") } > 1)
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(permissions as? Int == 0o600)
  }

  @Test func `asking for a core is no crash`() async throws {
    let session = try await open()
    session.process.send(SIGQUIT)
    try await expectFarewell(session, .killed(by: SIGQUIT))
    let path = home.folder("state").appendingPathComponent("rapport/crash.txt").path
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `it ends when the terminal is closed`() async throws {
    let session = try await open()
    session.terminal.hangUp()
    #expect(try await session.process.ending() == .exited(0))
  }

  @Test func `it ends when its terminal hangs up by signal`() async throws {
    let session = try await open()
    session.process.send(SIGHUP)
    try await expectFarewell(session)
  }

  @Test func `a stop by force is followed by a full repaint`() async throws {
    let session = try await open()
    let before = session.grid.text
    session.process.send(SIGSTOP)
    await session.forget()
    session.process.send(SIGCONT)
    try await session.wait(for: "the whole screen") { withoutAge($0) == withoutAge(before) }
    session.type("q")
    try await expectFarewell(session)
  }

  @Test func `Ctrl-Z gives the terminal to the shell, and fg comes back`() async throws {
    let session = try Session(
      home,
      shell: """
        set -m
        "$0" --demo --today 2026-10-01
        echo "stopped with $?"; stty -a | grep -o '[-]*icanon'; read line
        fg >/dev/null
        echo "ended with $?"
        """)
    try await session.wait(for: "the whole team", until: Self.isDone)
    let before = session.grid.text
    session.type("\u{1a}")
    try await session.waitUntilWritten("stopped with 148")
    try await session.wait(for: "cooked modes") { _ in
      session.written.components(separatedBy: "stopped with 148").last?.contains("\nicanon") == true
    }
    #expect(leavesAlternateScreen(session))
    await session.forget()
    session.type("\n")
    try await session.wait(for: "the whole screen") { withoutAge($0) == withoutAge(before) }
    session.type("q")
    try await session.waitUntilWritten("ended with 0")
    #expect(try await session.ending() == .exited(0))
  }

  @Test func `a lone Escape acts at once, without another key`() async throws {
    let session = try await open()
    session.type("?")
    try await session.wait(for: "Go to the row before.")
    session.type("\u{1b}")
    try await session.wait(for: "the team", within: 5) { screen in
      screen.contains { $0.contains("Team › Interactions") }
        && !screen.contains { $0.contains("Go to the row before.") }
    }
    session.type("q")
    try await expectFarewell(session)
  }

  @Test(arguments: [("dumb", 1), ("no-such-terminal", 1)])
  func `a terminal that will not do is refused in a sentence`(name: String, code: Int32)
    async throws
  {
    let session = try Session(home, Self.demo, ["TERM": name])
    try await expectFarewell(session, .exited(code))
    let lines = session.written.split(whereSeparator: \.isNewline)
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("rapport: ") == true)
    #expect(!session.written.contains("\u{1b}"))
  }
}

extension Home.Outcome {
  /// The lines, blank ones too, without blanks at their ends.
  func lines(keepingEmpty: Bool) -> [String] {
    output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }
}

extension SessionTests {
  @Test func `the next start goes on where the last one ended`() async throws {
    let session = try await open()
    session.type(":range 7d\r")
    try await session.wait(for: "Last 7 days")
    session.type("/ana\r")
    try await session.wait(for: "filter ana")
    session.type(":save-view Ana's week\r")
    try await session.wait(for: "The view “Ana's week” is saved")
    session.type("q")
    try await expectFarewell(session)

    let next = try Session(home, ["--demo", "--today", "2026-10-02"])
    try await next.wait(for: "Last 7 days")
    try await next.wait(for: "filter ana")
    next.type("'")
    try await next.wait(for: "Ana's week")
    next.type("\u{1b}")
    try await next.wait(for: "the team alone") { screen in
      !screen.contains { $0.contains("Ana's week") }
    }
    next.type("q")
    try await expectFarewell(next)

    let explicit = try Session(home, Self.demo + ["--range", "90d"])
    try await explicit.wait(for: "Last 90 days")
    explicit.type("q")
    try await expectFarewell(explicit)
    let snapshot = try await home.run(["snapshot"] + Self.demo)
    #expect(snapshot.output.contains("Last 30 days"))
  }
}
