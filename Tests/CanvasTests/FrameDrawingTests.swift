import Canvas
import Testing

@Suite struct FrameDrawingTests {
  private func drawn(_ columns: Int, _ draw: (inout Frame) -> Void) -> String {
    var frame = Frame(size: Size(columns: columns, rows: 1))
    draw(&frame)
    return frame.row(0).map { $0.width == 0 ? "" : String($0.character) }.joined()
  }

  @Test(arguments: [
    ("hello", 0, nil, "hello ", 5), ("hello", 3, nil, "   hel", 3), ("hello", -2, nil, "llo   ", 5),
    ("hello", 1, 2, " he   ", 2), ("李小龙", 1, nil, " 李小 ", 4), ("李小", 0, 3, "李    ", 2),
    ("李小", -1, nil, " 小   ", 4), ("hello", 9, nil, "      ", 0), ("hello", 0, -1, "      ", 0),
  ])
  func `text is clipped at the columns given and at the frame`(
    text: String, column: Int, limit: Int?, row: String, used: Int
  ) {
    var result = 0
    let shown = drawn(6) {
      result = $0.put(text, at: Point(column: column, row: 0), columns: limit)
    }
    #expect(shown == row)
    #expect(result == used)
  }

  @Test func `rows outside the frame are ignored`() {
    let row = drawn(3) {
      $0.put("x", at: Point(column: 0, row: -1))
      $0.put("x", at: Point(column: 0, row: 1))
      $0.fill(Rect(column: -5, row: 4, columns: 90, rows: 2), .plain)
    }
    #expect(row == "   ")
  }

  @Test func `whatever a view sets, a frame holds nothing harmful`() {
    let row = drawn(8) {
      $0.set(Cell("\u{1B}"), column: 0, row: 0)
      $0.set(Cell("👨‍👩‍👧", width: 1), column: 1, row: 0)
      $0.set(Cell("x", width: 2), column: 3, row: 0)
      $0.set(Cell("\u{200B}"), column: 4, row: 0)
      $0.put("\u{202E}ab", at: Point(column: 5, row: 0))
    }
    #expect(row == "\u{FFFD}👨x ab ")
  }

  @Test func `a wide character overwritten from either side leaves a space`() {
    let row = drawn(4) {
      $0.put("李龙", at: Point(column: 0, row: 0))
      $0.put("小", at: Point(column: 1, row: 0))
    }
    #expect(row == " 小 ")
  }

  @Test func `a line keeps its styles and does not let a span slip into a gap`() {
    let red = Style(foreground: .palette(1))
    var frame = Frame(size: Size(columns: 4, rows: 1))
    let used = frame.put(
      Line(Span("ab"), Span("c", red), Span("李"), Span("d")), at: Point(column: 0, row: 0))
    #expect(used == 3)
    #expect(frame.row(0).map(\.character) == ["a", "b", "c", " "])
    #expect(frame[2, 0].style == red)
  }

  @Test(arguments: [
    (9, "ab李小龙"), (7, "ab李小…"), (6, "ab李…"), (3, "ab…"), (2, "a…"), (0, ""),
  ])
  func `a line is clipped across its spans`(columns: Int, text: String) {
    let line = Line(Span("ab"), Span("李小"), Span("龙"))
    #expect(line.clipped(to: columns).text == text)
    #expect(line.padded(to: columns, .right).columns == columns)
  }

  @Test func `an overlay has a border, a title and an inside`() {
    var frame = Frame(size: Size(columns: 14, rows: 4))
    let inside = frame.panel(
      Rect(column: 1, row: 0, columns: 12, rows: 4), title: "Help", theme: .plain)
    frame.put("inside", at: Point(column: inside.column, row: inside.row))
    let rows = (0..<4).map { String(frame.row($0).map(\.character)) }
    #expect(
      rows == [" ┌─ Help ───┐ ", " │ inside   │ ", " │          │ ", " └──────────┘ "])
    #expect(inside == Rect(column: 3, row: 1, columns: 8, rows: 2))
  }

  @Test func `an overlay that reaches out of the frame is drawn within it`() {
    var frame = Frame(size: Size(columns: 10, rows: 3))
    let inside = frame.panel(
      Rect(column: -4, row: 0, columns: 30, rows: 9), title: "", theme: .plain)
    #expect(frame.text == "┌────────┐\n│        │\n└────────┘\n")
    #expect(inside == Rect(column: 2, row: 1, columns: 6, rows: 1))
  }

  @Test(arguments: [-3, 0, 1, 2, 3, 5])
  func `an overlay that is too small draws no more than it can`(side: Int) {
    var frame = Frame(size: Size(columns: 4, rows: 3))
    let rect = Rect(column: 0, row: 0, columns: side, rows: side)
    let inside = frame.panel(rect, title: "A long title", theme: .plain)
    #expect(inside.columns <= max(0, side - 4))
  }
}
