import Canvas
import Foundation
import Loop
import TestKit
import Testing

@testable import Terminal

/// Curses is one per process, so these tests run one after the other.
@Suite(.serialized, .timeLimit(.minutes(5))) struct CursesScreenTests {
  static let terminals = ["xterm-256color", "vt100", "linux", "screen", "ansi"]
  static let size = Size(columns: 120, rows: 40)

  let terminal: PseudoTerminal

  init() throws {
    terminal = try PseudoTerminal()
  }

  func open(
    _ name: String = "xterm-256color", _ change: (inout ScreenOptions) -> Void = { _ in }
  ) throws -> CursesScreen {
    var options = ScreenOptions(terminal: name)
    options.input = terminal.programEnd
    options.output = terminal.programEnd
    options.isInsideTmux = false
    change(&options)
    return try CursesScreen(options)
  }

  func events(_ screen: CursesScreen, for typed: String) -> [Event] {
    terminal.type(typed)
    var polled = pollfd(fd: terminal.programEnd, events: Int16(POLLIN), revents: 0)
    poll(&polled, 1, 1000)
    return screen.readEvents()
  }

  /// A signal to this thread is handled when this returns, though test threads block them all.
  func receive(_ signal: Int32) {
    var all = sigset_t()
    var former = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_UNBLOCK, &all, &former)
    raise(signal)
    pthread_sigmask(SIG_SETMASK, &former, nil)
  }

  // MARK: - Opening and closing

  @Test(arguments: terminals)
  func `a terminal is given back as it was`(name: String) throws {
    let modes = terminal.modes
    let screen = try open(name)
    #expect(terminal.modes != modes)
    screen.draw(.table(Self.size))
    _ = terminal.output()
    screen.close()
    screen.close()
    #expect(terminal.modes == modes)
    let farewell = String(decoding: terminal.output(), as: UTF8.self)
    if name == "xterm-256color" {
      #expect(farewell.contains("\u{1b}[?1049l"))
      #expect(farewell.contains("\u{1b}[?2004l"))
      #expect(farewell.contains("\u{1b}[?12l\u{1b}[?25h"))
    }
    screen.draw(.table(Self.size, first: 9))
    #expect(screen.readEvents() == [])
    #expect(terminal.output() == [])
  }

  @Test func `nothing is asked of the terminal`() throws {
    let screen = try open()
    screen.draw(.table(Self.size))
    let output = String(decoding: terminal.output(), as: UTF8.self)
    for question in ["\u{1b}[c", "\u{1b}[>", "\u{1b}[6n", "$p", "\u{1b}]", "\u{1b}P"] {
      #expect(!output.contains(question))
    }
    screen.close()
  }

  @Test func `a number behind a name from right to left is kept apart from it`() throws {
    let screen = try open()
    var frame = Frame(size: Self.size)
    frame.put("Ana \u{5D3}\u{5E0}\u{5D4}  41", at: Point(column: 0, row: 0))
    screen.draw(frame)
    let output = String(decoding: terminal.output(), as: UTF8.self)
    #expect(output.contains("\u{5D3}\u{5E0}\u{5D4}\u{2800} 41"))
    screen.close()
  }

  @Test(arguments: [
    ("", TerminalError.unnamed), ("dumb", .tooSimple(name: "dumb")),
    ("no-such-terminal", .unknown(name: "no-such-terminal")),
  ])
  func `a terminal that will not do is refused and left alone`(
    name: String, error: TerminalError
  ) throws {
    let modes = terminal.modes
    #expect(throws: error) { try open(name) }
    #expect(terminal.modes == modes)
    #expect(terminal.output() == [])
  }

  @Test func `a file is no terminal`() throws {
    let file = Foundation.open("/dev/null", O_RDWR)
    defer { Foundation.close(file) }
    #expect(throws: TerminalError.notATerminal) { try open { $0.output = file } }
    #expect(throws: TerminalError.notATerminal) { try open { $0.input = file } }
  }

  // MARK: - Frames

  @Test(arguments: ["xterm-256color", "linux", "screen"])
  func `what the terminal shows is the frame, whatever was there before`(name: String) throws {
    let screen = try open(name)
    defer { screen.close() }
    var grid = XtermGrid(columns: 120, rows: 40)
    let steps = [(0, 0), (0, 1), (0, 20), (1, 20), (2, 20), (1, 20), (38, 3), (0, 0), (3, 37)]
    for (first, selected) in steps {
      let frame = Frame.table(Self.size, first: first, selected: selected)
      screen.draw(frame)
      grid.write(terminal.output())
      #expect(grid.text == frame.text)
    }
    #expect(grid.unknown == [])
  }

  @Test func `a character that curses cannot hold leaves its row in place`() throws {
    let screen = try open()
    defer { screen.close() }
    var frame = Frame(size: Self.size)
    // A vowel sign that has a column of its own, except in some versions of the C library.
    let text = "a\u{1171e}b"
    for (column, scalar) in text.unicodeScalars.enumerated() {
      frame.set(Cell(Character(scalar)), column: column, row: 0)
    }
    screen.draw(frame)
    var grid = XtermGrid(columns: 120, rows: 40)
    grid.write(terminal.output())
    #expect([text, "a?b"].contains(grid.text[0]))
  }

  @Test(arguments: terminals)
  func `small changes send few bytes`(name: String) throws {
    let screen = try open(name)
    defer { screen.close() }
    screen.draw(.table(Self.size, first: 0, selected: 10))
    _ = terminal.output()

    screen.draw(.table(Self.size, first: 0, selected: 10))
    #expect(terminal.output().count == 0)
    screen.draw(.table(Self.size, first: 0, selected: 11))
    #expect(terminal.output().count <= 400)
    // Scrolling moves the rows and leaves the selection where it is.
    screen.draw(.table(Self.size, first: 1, selected: 11))
    #expect(terminal.output().count <= 500)
  }

  @Test func `only large frames are shown as a whole, and only where that is understood`() throws {
    for (name, setting, marks) in [
      ("xterm-256color", ScreenOptions.Synchronized.auto, [true, false]),
      ("xterm-256color", .on, [true, true]), ("xterm-256color", .off, [false, false]),
      ("linux", .auto, [false, false]),
    ] {
      let screen = try open(name) { $0.synchronized = setting }
      let frames = [Frame.table(Self.size), .table(Self.size, selected: 1)]
      let marked = frames.map { frame in
        screen.draw(frame)
        let output = String(decoding: terminal.output(), as: UTF8.self)
        return output.contains("\u{1b}[?2026h") && output.hasSuffix("\u{1b}[?2026l")
      }
      #expect(marked == marks)
      screen.close()
    }
  }

  @Test func `the cursor shows only where a frame has one`() throws {
    let screen = try open()
    defer { screen.close() }
    var frame = Frame.table(Self.size)
    screen.draw(frame)
    #expect(String(decoding: terminal.output(), as: UTF8.self).contains("\u{1b}[?25l"))
    frame.cursor = Point(column: 7, row: 3)
    screen.draw(frame)
    let output = String(decoding: terminal.output(), as: UTF8.self)
    #expect(output.contains("\u{1b}[?25h"))
    #expect(output.hasSuffix("\u{1b}[4;8H"))
  }

  // MARK: - Colours

  @Test(arguments: [
    ("xterm-256color", ColorDepth.palette256), ("screen", .eight), ("linux", .eight),
    ("ansi", .eight), ("vt100", .none),
  ])
  func `the number of colours is the terminal's, or less if less is wanted`(
    name: String, depth: ColorDepth
  ) throws {
    let screen = try open(name)
    #expect(screen.depth == depth)
    screen.close()
    let plain = try open(name) { $0.depth = .none }
    #expect(plain.depth == .none)
    _ = terminal.output()
    plain.draw(.table(Self.size))
    var grid = XtermGrid(columns: 120, rows: 40)
    grid.write(terminal.output())
    #expect(!grid.usesColors)
    plain.close()
  }

  @Test func `a terminal with few colour pairs shows any number of them over time`() throws {
    let screen = try open("screen")
    defer { screen.close() }
    var grid = XtermGrid(columns: 120, rows: 40)
    // Each frame has 40 of the 80 pairs of eight colours; the terminal has 63.
    for step in 0..<6 {
      var frame = Frame(size: Self.size)
      for row in 0..<40 {
        let number = (step * 23 + row) % 64
        let style = Style(
          foreground: .palette(UInt8(number % 8)), background: .palette(UInt8(number / 8)))
        frame.write("row \(row) of frame \(step)", row: row, style: style)
      }
      screen.draw(frame)
      grid.write(terminal.output())
      #expect(grid.text == frame.text)
    }
  }

  // MARK: - Sizes

  @Test func `a change of size is reported once, and the next frame fills the new size`() throws {
    let screen = try open()
    defer { screen.close() }
    screen.draw(.table(Self.size))
    _ = terminal.output()
    terminal.resize(columns: 90, rows: 50)
    for _ in 0..<20 { receive(SIGWINCH) }
    terminal.resize(columns: 80, rows: 24)
    receive(SIGWINCH)
    let size = Size(columns: 80, rows: 24)
    #expect(screen.readEvents() == [.resized(size)])
    #expect(screen.size == size)
    let frame = Frame.table(size)
    screen.draw(frame)
    var grid = XtermGrid(columns: 80, rows: 24)
    grid.write(terminal.output())
    #expect(grid.text == frame.text)
  }

  @Test func `every size can be drawn, and so can a frame of the wrong size`() throws {
    let screen = try open()
    defer { screen.close() }
    let sizes = [(1, 1), (500, 200), (2, 1), (1, 60), (200, 1), (5, 3), (80, 24)]
    for (columns, rows) in sizes {
      terminal.resize(columns: columns, rows: rows)
      receive(SIGWINCH)
      let size = Size(columns: columns, rows: rows)
      #expect(screen.readEvents() == [.resized(size)])
      let frame = Frame.table(size)
      screen.draw(frame)
      var grid = XtermGrid(columns: columns, rows: rows)
      grid.write(terminal.output())
      #expect(grid.text == frame.text)
      for other in [Size(columns: columns + 1, rows: rows + 1), Size(columns: 3, rows: 2)] {
        screen.draw(.table(other))
      }
      _ = terminal.output()
    }
  }
}
