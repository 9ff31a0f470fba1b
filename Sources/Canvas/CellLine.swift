/// A line whose text was made harmless and measured once, ready to be placed in a frame.
struct CellLine {
  /// From left to right.
  private(set) var cells: [Cell] = []
  /// The columns that the cells take.
  private(set) var columns = 0

  /// The cells of a line. A plain span gets another style, and a span without a background the
  /// background of that.
  init(_ line: Line, plain: Style = .plain) {
    for span in line.spans {
      var style = span.style == .plain ? plain : span.style
      if style.background == .terminal { style.background = plain.background }
      if span.text.isPlainASCII {
        for byte in span.text.utf8 {
          cells.append(Cell(Character(Unicode.Scalar(byte)), style: style))
        }
        columns += span.text.utf8.count
      } else {
        for text in span.text.textCells {
          cells.append(Cell(text.character, style: style, width: UInt8(text.columns)))
          columns += text.columns
        }
      }
    }
  }

  /// Cuts the line to at most this many columns, ending in `…` when something was cut off. A wide
  /// character is never halved, so the result can be a column short.
  mutating func clip(to limit: Int) {
    guard columns > limit else { return }
    var style = Style.plain
    while columns > max(0, limit - 1), let last = cells.popLast() {
      style = last.style
      columns -= Int(last.width)
    }
    guard limit > 0 else { return }
    cells.append(Cell("…", style: style))
    columns += 1
  }
}

extension Frame {
  /// Draws a line from a place to the right, as far as a column that it must not reach, and returns
  /// the columns it used. It ends before a wide character that finds no room.
  @discardableResult
  mutating func place(_ line: CellLine, at point: Point, endColumn: Int) -> Int {
    guard point.row >= 0, point.row < size.rows else { return 0 }
    var column = point.column
    for cell in line.cells {
      let next = column + Int(cell.width)
      guard next <= endColumn else { break }
      place(cell, column: column, row: point.row)
      column = next
    }
    return column - point.column
  }
}
