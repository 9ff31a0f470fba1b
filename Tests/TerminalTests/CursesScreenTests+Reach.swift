import Canvas
import Foundation
import Loop
import TestKit
import Testing

@testable import Terminal

/// What reaches the terminal past its cells: the mouse and the clipboard.
extension CursesScreenTests {
  private func written() -> String { String(decoding: terminal.output(), as: UTF8.self) }

  @Test(arguments: ["xterm-256color", "screen", "tmux-256color", "xterm"])
  func `the mouse is listened to when that is wanted, and never longer`(name: String) throws {
    let screen = try open(name)
    defer { screen.close() }
    #expect(!written().contains("\u{1b}[?1000"))
    screen.reportsMouse = true
    screen.reportsMouse = true
    #expect(written() == "\u{1b}[?1000h\u{1b}[?1006h")
    let point = Point(column: 299, row: 4)
    #expect(
      events(screen, for: "\u{1b}[<0;300;5M\u{1b}[<0;300;5m\u{1b}[<0;300;5M")
        == [.mouse(MouseEvent(.press, at: point)), .mouse(MouseEvent(.doublePress, at: point))])
    let wheel = String(repeating: "\u{1b}[<65;300;5M", count: 100)
    #expect(events(screen, for: wheel) == [.mouse(MouseEvent(.wheel(100), at: point))])
    screen.reportsMouse = false
    #expect(written() == "\u{1b}[?1006l\u{1b}[?1000l")
    screen.reportsMouse = true
    _ = written()
    screen.close()
    #expect(written().contains("\u{1b}[?1006l\u{1b}[?1000l"))
  }

  @Test func `a stop and a crash end the mouse's reports, and going on brings them back`() throws {
    let screen = try open()
    defer { screen.close() }
    screen.reportsMouse = true
    _ = written()
    receive(SIGCONT)
    #expect(screen.readEvents() == [.resumed, .resized(Self.size)])
    let around = written()
    let off = try #require(around.range(of: "\u{1b}[?1006l\u{1b}[?1000l"))
    let on = try #require(around.range(of: "\u{1b}[?1000h\u{1b}[?1006h"))
    #expect(off.upperBound <= on.lowerBound)
    let restoring = String(decoding: CursesScreen.restoringText, as: UTF8.self)
    #expect(restoring.contains("\u{1b}[?1006l\u{1b}[?1000l"))
  }

  @Test func `a plain terminal is not asked for its mouse`() throws {
    let screen = try open("linux")
    defer { screen.close() }
    _ = written()
    screen.reportsMouse = true
    #expect(written() == "")
  }

  @Test(arguments: ["xterm-256color", "tmux-256color"])
  func `a copied text reaches the terminal's clipboard`(name: String) throws {
    let screen = try open(name)
    defer { screen.close() }
    _ = written()
    #expect(screen.copy("Ana\tLopes\n李小龍 \u{1b}]") == .sent)
    let encoded = Data("Ana\tLopes\n李小龍 \u{1b}]".utf8).base64EncodedString()
    #expect(written() == "\u{1b}]52;c;\(encoded)\u{7}")
  }

  @Test func `the longest text is sent whole, and a longer one not at all`() throws {
    let screen = try open()
    defer { screen.close() }
    _ = written()
    let longest = String(repeating: "a", count: 74_992 / 4 * 3)
    #expect(screen.copy(longest) == .sent)
    #expect(written().utf8.count == 74_992 + "\u{1b}]52;c;\u{7}".utf8.count)
    #expect(screen.copy(longest + "a") == .tooLong)
    #expect(written() == "")
  }

  @Test func `GNU Screen is given pieces to pass on, tmux the sequence itself`() throws {
    for isInsideTmux in [false, true] {
      let screen = try open("screen") { $0.isInsideTmux = isInsideTmux }
      _ = written()
      #expect(screen.copy(String(repeating: "x", count: 600)) == .sent)
      let output = written()
      let pieces = output.components(separatedBy: "\u{1b}\\").dropLast()
      #expect(pieces.count == (isInsideTmux ? 0 : 4))
      #expect(pieces.allSatisfy { $0.hasPrefix("\u{1b}P") && $0.utf8.count < 250 })
      let sequence = isInsideTmux ? output : pieces.map { String($0.dropFirst(2)) }.joined()
      let encoded = Data(String(repeating: "x", count: 600).utf8).base64EncodedString()
      #expect(sequence == "\u{1b}]52;c;\(encoded)\u{7}")
      screen.close()
    }
  }

  @Test(arguments: ["linux", "vt100"])
  func `a terminal without a clipboard says so`(name: String) throws {
    let screen = try open(name)
    _ = written()
    #expect(screen.copy("text") == .impossible)
    #expect(written() == "")
    screen.close()
    #expect(screen.copy("text") == .impossible)
  }

  @Test func `nothing is said about colours that were never redefined`() throws {
    let screen = try open()
    screen.draw(.table(Self.size))
    receive(SIGCONT)
    _ = screen.readEvents()
    screen.close()
    #expect(!written().contains("\u{1b}]"))
  }
}
