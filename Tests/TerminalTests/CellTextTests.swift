import Canvas
import Testing

@testable import Terminal

/// Widths depend on the encoding, which opening a screen selects for the whole process; this does
/// the same.
@Suite struct CellTextTests {
  init() { CharacterEncoding.select() }

  @Test(arguments: [
    Cell("a"), Cell("李", width: 2), Cell("e\u{301}"), Cell("⣿"), Cell("😀", width: 2),
  ])
  func `a character that is as wide as the frame says is held whole`(cell: Cell) {
    #expect(text(cell) == String(cell.character))
  }

  @Test func `of very many marks the first are held`() {
    #expect(
      text(Cell("a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}"))
        == "a\u{301}\u{302}\u{303}\u{304}")
  }

  @Test(arguments: [
    Cell("\u{7}"), Cell("\u{9b}"), Cell("\u{202e}"), Cell("\u{10ffff}", width: 2), Cell("李"),
    Cell("a", width: 2), Cell("👍🏽", width: 2),
  ])
  func `what would shift the rest of the row is not held`(cell: Cell) {
    #expect(text(cell) == nil)
  }

  private func text(_ cell: Cell) -> String? {
    CellText.characters(cell).map { characters in
      let scalars = characters.compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) }
      return String(String.UnicodeScalarView(scalars))
    }
  }
}
