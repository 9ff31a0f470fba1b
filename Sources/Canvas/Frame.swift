/// One cell of a frame: a character as people count them, its style, and its width.
package struct Cell: Hashable, Sendable {
  /// One extended grapheme cluster. A cell that is covered by the wide character on its left
  /// holds a space and has the width 0.
  package var character: Character
  /// How it looks.
  package var style: Style
  /// 1, 2 for a wide character, 0 for a cell that the wide character before it covers.
  package var width: UInt8

  /// A cell; the frame it is set in works out the width itself.
  package init(_ character: Character, style: Style = .plain, width: UInt8 = 1) {
    self.character = character
    self.style = style
    self.width = width
  }
}

/// What a screen shows: a value, drawn by views and painted by a terminal, a file or a test.
package struct Frame: Equatable, Sendable {
  /// Its columns and rows.
  package let size: Size
  /// Row by row, `size.columns * size.rows` of them.
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor shows, for text that is being typed; hidden when nil.
  package var cursor: Point?

  /// A frame of spaces in this style.
  package init(size: Size, style: Style = .plain) {
    self.size = size
    cells = Array(repeating: Cell(" ", style: style), count: size.columns * size.rows)
  }

  /// The cell at a place inside the frame; traps outside of it.
  package subscript(column: Int, row: Int) -> Cell { cells[row * size.columns + column] }

  /// The cells of one row.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Replaces one cell. Its character is made harmless and its width worked out anew, so that no
  /// view can put anything else into a frame; of what would fill several cells the first is taken.
  /// Places outside the frame are ignored.
  package mutating func set(_ cell: Cell, column: Int, row: Int) {
    var cell = cell
    if cell.character.isPlainASCII {
      cell.width = 1
    } else {
      var parts: [TextCell] = []
      cell.character.appendTextCells(to: &parts)
      let first = parts.first ?? TextCell(character: " ", columns: 1)
      cell.character = first.character
      cell.width = UInt8(first.columns)
    }
    place(cell, column: column, row: row)
  }

  /// Replaces one cell by one that is known to be harmless. Writing over half of a wide character
  /// blanks its other half, so a frame never holds half a character.
  mutating func place(_ cell: Cell, column: Int, row: Int) {
    guard row >= 0, row < size.rows, column >= 0, column + Int(cell.width) <= size.columns
    else { return }
    let index = row * size.columns + column
    blankTorn(index, column: column)
    cells[index] = cell
    if cell.width == 2 {
      blankTorn(index + 1, column: column + 1)
      cells[index + 1] = Cell(" ", style: cell.style, width: 0)
    }
  }

  /// Blanks cells that lie side by side inside the frame; their number must not be zero.
  mutating func blank(_ columns: Range<Int>, row: Int, _ style: Style) {
    let first = row * size.columns
    blankTorn(first + columns.lowerBound, column: columns.lowerBound)
    blankTorn(first + columns.upperBound - 1, column: columns.upperBound - 1)
    let blank = Cell(" ", style: style)
    for column in columns { cells[first + column] = blank }
  }

  /// Changes the style of a rectangle's cells and leaves their characters alone.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let visible = rect.clipped(to: size)
    for row in visible.row..<visible.endRow {
      for column in visible.column..<visible.endColumn {
        let index = row * size.columns + column
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// Replaces characters that take one column by others that do and are harmless. `replacement`
  /// is given the cells and the index of one that is not ASCII.
  mutating func replaceCharacters(_ replacement: ([Cell], Int) -> Character?) {
    let before = cells
    for index in before.indices where before[index].width == 1 {
      guard !before[index].character.isASCII, let other = replacement(before, index) else {
        continue
      }
      cells[index].character = other
    }
  }

  /// Gives each blank the style of what stands left of it in its row, where that looks the same: a
  /// blank's foreground is not seen, so no terminal need be told to change it. A blank in the
  /// terminal's own colours keeps them, for most terminals clear with those in a few bytes.
  package mutating func levelBlanks() {
    for row in 0..<size.rows {
      let first = row * size.columns
      for index in (first..<first + size.columns).dropFirst() {
        let cell = cells[index]
        let left = cells[index - 1].style
        if cell.style != left, cell.width == 1, cell.style.foreground != .terminal,
          cell.style.looksAlikeInBlanks(left), cell.character == " "
        {
          cells[index].style = left
        }
      }
    }
  }

  private mutating func blankTorn(_ index: Int, column: Int) {
    if cells[index].width == 0, column > 0 {
      cells[index - 1] = Cell(" ", style: cells[index - 1].style)
    } else if cells[index].width == 2, column + 1 < size.columns {
      cells[index + 1] = Cell(" ", style: cells[index + 1].style)
    }
  }
}
