import Canvas
import Foundation
import Loop
import TestKit
import Testing

@testable import Terminal

extension CursesScreenTests {
  static let keys: [(String, Key)] = [
    ("j", .character("j")), ("李", .character("李")), ("\u{1b}", .escape), ("\u{1b}x", .alt("x")),
    ("\u{1b}[A", .up), ("\u{1b}OA", .up), ("\u{1b}[D", .left), ("\u{1b}OC", .right),
    ("\u{1b}[H", .home), ("\u{1b}[1~", .home), ("\u{1b}[F", .end), ("\u{1b}[4~", .end),
    ("\u{1b}[5~", .pageUp), ("\u{1b}[6~", .pageDown), ("\u{1b}[3~", .delete),
    ("\u{1b}[Z", .backTab), ("\u{1b}OP", .function(1)), ("\u{1b}[15~", .function(5)),
    ("\u{1b}[24~", .function(12)), ("\r", .enter), ("\t", .tab), ("\u{7f}", .backspace),
    ("\u{4}", .control("d")), ("\u{13}", .control("s")),
  ]

  @Test(arguments: terminals)
  func `keys are understood in every mode a terminal may be in`(name: String) throws {
    let screen = try open(name)
    defer { screen.close() }
    for (bytes, key) in Self.keys {
      #expect(events(screen, for: bytes) == [.key(key)], "\(bytes.debugDescription)")
    }
  }

  @Test func `a lone Escape is known within a blink`() throws {
    let screen = try open()
    defer { screen.close() }
    let start = Moment.now.uptime
    #expect(events(screen, for: "\u{1b}") == [.key(.escape)])
    #expect(Moment.now.uptime - start < 500)
  }

  @Test func `a paste is one event`() throws {
    let screen = try open()
    defer { screen.close() }
    #expect(events(screen, for: "\u{1b}[200~q\r李\u{1b}[201~") == [.pasted("q\r李")])
  }

  @Test(arguments: [
    (SIGTERM, Event.terminated(signal: SIGTERM)), (SIGINT, .terminated(signal: SIGINT)),
    (SIGHUP, .hungUp),
  ])
  func `a signal that ends programs is an event`(signal: Int32, event: Event) throws {
    let screen = try open()
    defer { screen.close() }
    receive(signal)
    #expect(screen.readEvents() == [event])
    #expect(screen.readEvents() == [])
  }

  @Test func `being continued paints everything anew`() throws {
    let screen = try open()
    defer { screen.close() }
    let frame = Frame.table(Self.size)
    screen.draw(frame)
    _ = terminal.output()
    receive(SIGCONT)
    #expect(screen.readEvents() == [.resumed, .resized(Self.size)])
    screen.draw(frame)
    var grid = XtermGrid(columns: 120, rows: 40)
    grid.write(terminal.output())
    #expect(grid.text == frame.text)
  }

  @Test func `a terminal that is gone says so`() throws {
    let screen = try open()
    #expect(screen.readEvents() == [])
    terminal.hangUp()
    #expect(screen.readEvents() == [.hungUp])
    screen.close()
  }
}
