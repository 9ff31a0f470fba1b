import Canvas
import Testing

@Suite struct FrameTests {
  @Test func `writing over half of a wide character blanks the other half`() {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    frame.set(Cell("李", width: 2), column: 1, row: 0)
    frame.set(Cell("x"), column: 2, row: 0)
    #expect(frame.row(0).map(\.character) == [" ", " ", "x", " "])
    #expect(frame.row(0).map(\.width) == [1, 1, 1, 1])
  }

  @Test func `a blank takes the style of what stands left of it where nobody can see that`() {
    let text = Style(foreground: .palette(7))
    let red = Style(foreground: .palette(1))
    let bar = Style(foreground: .palette(7), background: .palette(4))
    let line = Style(foreground: .palette(7), attributes: .underline)
    let styles = [text, red, text, text, bar, line, text, .plain, text]
    var frame = Frame(size: Size(columns: 9, rows: 1))
    for (column, (character, style)) in zip(" a b     ", styles).enumerated() {
      frame.set(Cell(character, style: style), column: column, row: 0)
    }
    let before = frame.row(0).map(\.character)
    frame.levelBlanks()
    #expect(frame.row(0).map(\.style) == [text, red, red, text, bar, line, text, .plain, .plain])
    #expect(frame.row(0).map(\.character) == before)
  }
}
