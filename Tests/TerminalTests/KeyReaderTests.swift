import Loop
import Testing

@testable import Terminal

@Suite struct KeyReaderTests {
  /// Each text is what one look at the terminal finds.
  private func events(_ texts: String...) -> [Event] {
    read(texts.map { $0.utf8.map(Int32.init) })
  }

  private func read(_ looks: [[Int32]]) -> [Event] {
    var reader = KeyReader()
    return looks.flatMap { look in
      var rest = look[...]
      return reader.events(at: 0) { rest.popFirst() }
    }
  }

  private func keys(_ keys: Key...) -> [Event] { keys.map(Event.key) }

  @Test func `characters of any length are keys`() {
    #expect(
      events("aé李😀") == keys(.character("a"), .character("é"), .character("李"), .character("😀")))
  }

  @Test func `a character that arrives in pieces is one key`() {
    let bytes = Array("李".utf8).map(Int32.init)
    #expect(read([[bytes[0]], [bytes[1]], [bytes[2]]]) == keys(.character("李")))
  }

  @Test func `bytes that are no text are dropped and what follows is kept`() {
    #expect(
      read([[0x80, 0xff, 0xc3, 0x61, 0xe6, 0x9d, 0x62]]) == keys(.character("a"), .character("b")))
    #expect(read([[0xc2, 0x9b, 0x61]]) == keys(.character("a")))
  }

  @Test func `control keys have their letters`() {
    #expect(
      events("\u{4}\u{15}\0\u{1d}\t\r\n\u{7f}\u{8}")
        == keys(
          .control("d"), .control("u"), .control(" "), .control("]"), .tab, .enter, .enter,
          .backspace, .backspace))
  }

  @Test func `Escape alone is Escape, and with a character at once it is Alt`() {
    #expect(events("\u{1b}") == keys(.escape))
    #expect(events("\u{1b}x\u{1b}é") == keys(.alt("x"), .alt("é")))
    #expect(events("\u{1b}", "x") == keys(.escape, .character("x")))
    #expect(events("\u{1b}\u{1b}") == keys(.escape, .escape))
    #expect(events("\u{1b}[", "\u{1b}O") == keys(.alt("["), .alt("O")))
  }

  @Test func `a sequence that nobody knows is not taken for keys`() {
    #expect(
      events("\u{1b}[27;5;9~q\u{1b}[Iq\u{1b}Ozq")
        == keys(.character("q"), .character("q"), .character("q")))
  }

  @Test func `a paste is one event however it arrives`() {
    let looks: [[Int32]] = [
      [KeyCodes.pasteStart, 0x71, 0x0a, 0xc3], [0xbc], [KeyCodes.pasteEnd, 0x6a],
    ]
    #expect(read(looks) == [.pasted("q\nü"), .key(.character("j"))])
  }

  @Test func `a paste whose end is lost does not swallow the keyboard`() {
    #expect(
      read([[KeyCodes.pasteStart, 0x61, 0x1b, 0x6a]]) == [.pasted("a"), .key(.character("j"))])
  }
}
