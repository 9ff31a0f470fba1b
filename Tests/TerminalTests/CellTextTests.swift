import Canvas
import Testing

@testable import Terminal

/// Opening a screen selects UTF-8 for the whole process, which widths depend on; this does the same.
@Suite struct CellTextTests {
  init() { CharacterEncoding.select() }

  @Test(arguments: [
    (Cell("a"), ["a"]), (Cell("李", width: 2), ["李"]), (Cell("e\u{301}"), ["e\u{301}"]),
    (Cell("⣿"), ["⣿"]), (Cell("😀", width: 2), ["😀"]),
    // Joined and coloured people are reduced to the first of them.
    (Cell("👨‍👩‍👧", width: 2), ["👨"]), (Cell("👍🏽", width: 2), ["👍"]),
    // A picture that is text without its selector keeps its room.
    (Cell("❤️", width: 2), ["❤", " "]), (Cell("1️⃣", width: 2), ["1\u{20e3}", " "]),
    (Cell("🇫🇷", width: 2), ["F", "R"]),
    (Cell("\u{7}"), ["?"]), (Cell("\u{9b}"), ["?"]), (Cell("\u{202e}"), ["?"]),
    (Cell("\u{10ffff}", width: 2), ["?", "?"]), (Cell("李"), ["?"]), (Cell(" ", width: 0), []),
  ])
  func `a cell's character is reduced to what takes exactly its columns`(
    cell: Cell, parts: [String]
  ) {
    let texts = CellText.parts(cell).map { part in
      String(String.UnicodeScalarView(part.compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) }))
    }
    #expect(texts == parts)
  }
}
