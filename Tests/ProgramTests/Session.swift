import Foundation
import TestKit
import Testing

/// The program on a terminal, as a user sees it.
final class Session {
  /// The screen did not come to show what was waited for.
  struct NeverShown: Error, CustomStringConvertible {
    let expected: String
    let screen: [String]
    var description: String {
      "Never seen: \(expected). The screen has:\n" + screen.joined(separator: "\n")
    }
  }

  let terminal: PseudoTerminal
  let process: ChildProcess
  let formerModes: [UInt32]
  /// Everything that was written.
  private(set) var output: [UInt8] = []
  /// The screen since it has its present size, up to the last escape sequence, which may be half
  /// there, and what came from there on.
  private var known: XtermGrid
  private var rest: [UInt8] = []

  init(
    _ home: Home, _ arguments: [String], _ changes: [String: String] = [:], columns: Int = 120,
    rows: Int = 40
  ) throws {
    terminal = try PseudoTerminal(columns: columns, rows: rows)
    formerModes = terminal.modes
    known = XtermGrid(columns: columns, rows: rows)
    process = try ChildProcess(
      Home.program, arguments, environment: home.environment.merging(changes) { $1 },
      streams: .terminal(path: terminal.path))
  }

  /// Runs lines of a shell in which `$0` is the program, on a terminal.
  init(_ home: Home, shell lines: String) throws {
    terminal = try PseudoTerminal()
    formerModes = terminal.modes
    known = XtermGrid(columns: 120, rows: 40)
    process = try ChildProcess(
      "/bin/sh", ["-c", lines, Home.program], environment: home.environment,
      streams: .terminal(path: terminal.path))
  }

  /// What the screen shows, row by row.
  var grid: XtermGrid {
    var grid = known
    grid.write(rest)
    return grid
  }

  /// All that was written, as text.
  var written: String { String(decoding: output, as: UTF8.self) }

  /// What the terminal was last asked to put on the clipboard.
  var copied: String? {
    written.matches(of: /\u{1b}\]52;c;([A-Za-z0-9+\/=]+)/).last
      .flatMap { Data(base64Encoded: String($0.1)) }.map { String(decoding: $0, as: UTF8.self) }
  }

  func type(_ keys: String) { terminal.type(keys) }

  func resize(columns: Int, rows: Int) async {
    await takeOutput(within: 0)
    (known, rest) = (XtermGrid(columns: columns, rows: rows), [])
    terminal.resize(columns: columns, rows: rows)
  }

  /// Forgets what the screen shows, so that only a full repaint can fill it again.
  func forget() async {
    await takeOutput(within: 0)
    (known, rest) = (XtermGrid(columns: known.rows[0].count, rows: known.rows.count), [])
  }

  /// Waits until the screen shows what is described and nothing more comes: a frame may arrive in
  /// pieces.
  @discardableResult
  func wait(
    for expected: String, within seconds: Double = 30, until isThere: ([String]) -> Bool
  ) async throws -> [String] {
    let deadline = Date.now + seconds
    while true {
      let screen = grid.text
      let isShown = isThere(screen)
      let hasMore = await takeOutput(within: isShown ? 0.05 : deadline.timeIntervalSinceNow)
      if isShown, !hasMore { return screen }
      guard hasMore, Date.now < deadline else {
        throw NeverShown(expected: expected, screen: screen)
      }
    }
  }

  /// Waits until a row has these words in it.
  @discardableResult
  func wait(for words: String) async throws -> [String] {
    try await wait(for: words) { screen in screen.contains { $0.contains(words) } }
  }

  /// Waits until these words have been written at all, be it outside a frame.
  func waitUntilWritten(_ words: String) async throws {
    try await wait(for: words) { _ in written.contains(words) }
  }

  /// Waits for the end, and takes in the last words.
  func ending() async throws -> ChildProcess.Ending {
    let ending = try await process.ending()
    while await takeOutput(within: 0.1) {}
    return ending
  }

  @discardableResult
  private func takeOutput(within seconds: Double) async -> Bool {
    let bytes = await onThreadOfItsOwn { [terminal] in terminal.output(within: max(0, seconds)) }
    output += bytes
    rest += bytes
    if let escape = rest.lastIndex(of: 0x1b) {
      known.write(Array(rest[..<escape]))
      rest.removeFirst(escape)
    }
    return !bytes.isEmpty
  }
}
