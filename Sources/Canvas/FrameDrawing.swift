extension Frame {
  /// Draws text from a place to the right, as far as the columns given and the frame reach, and
  /// returns the columns it used. The text is made harmless; a wide character that does not fit
  /// whole is left out. What lies left of the frame is skipped, not drawn.
  @discardableResult
  package mutating func put(
    _ text: String, at point: Point, style: Style = .plain, columns: Int? = nil
  ) -> Int {
    put(Line(text, style), at: point, columns: columns)
  }

  /// Draws a line of spans from a place to the right and returns the columns it used.
  @discardableResult
  package mutating func put(_ line: Line, at point: Point, columns: Int? = nil) -> Int {
    let room = max(0, columns ?? size.columns - point.column)
    return place(CellLine(line), at: point, endColumn: min(size.columns, point.column + room))
  }

  /// Draws text that must not reach a column, over a background that is there already and stays
  /// unless the style has one of its own.
  mutating func putOverShade(_ text: String, at point: Point, style: Style, endColumn: Int) {
    guard point.row >= 0, point.row < size.rows else { return }
    var column = point.column
    for text in text.textCells {
      guard column + text.columns <= min(endColumn, size.columns) else { return }
      if column >= 0 {
        var style = style
        if style.background == .terminal {
          style.background = self[column, point.row].style.background
        }
        let cell = Cell(text.character, style: style, width: UInt8(text.columns))
        place(cell, column: column, row: point.row)
      }
      column += text.columns
    }
  }

  /// Fills a rectangle with spaces of this style.
  package mutating func fill(_ rect: Rect, _ style: Style) {
    let visible = rect.clipped(to: size)
    guard !visible.isEmpty else { return }
    for row in visible.row..<visible.endRow {
      blank(visible.column..<visible.endColumn, row: row, style)
    }
  }

  /// Draws an overlay: a filled rectangle with a line around it and a title in the line, all of it
  /// inside the frame, and returns the rectangle inside.
  @discardableResult
  package mutating func panel(_ rect: Rect, title: String, theme: Theme) -> Rect {
    let rect = rect.clipped(to: size)
    let style = theme[.panel]
    let border = theme[.faint].on(style)
    fill(rect, style)
    let inside = Rect(
      column: rect.column + 2, row: rect.row + 1, columns: rect.columns - 4, rows: rect.rows - 2)
    guard rect.columns >= 4, rect.rows >= 2 else { return inside }
    let across = String(repeating: "─", count: rect.columns - 2)
    let left = rect.column
    put("┌\(across)┐", at: Point(column: left, row: rect.row), style: border)
    for row in inside.row..<max(inside.row, rect.endRow - 1) {
      put("│", at: Point(column: left, row: row), style: border)
      put("│", at: Point(column: rect.endColumn - 1, row: row), style: border)
    }
    put("└\(across)┘", at: Point(column: left, row: rect.endRow - 1), style: border)
    if !title.isEmpty {
      put(
        " \(title.clipped(to: rect.columns - 6)) ", at: Point(column: left + 2, row: rect.row),
        style: theme[.title].on(style), columns: rect.columns - 4)
    }
    return inside
  }
}
