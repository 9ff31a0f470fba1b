internal import CNcurses
internal import Canvas

/// Gathers neighbouring cells of one row and hands them to curses in one go.
struct RunWriter {
  /// Whether a style that has no pair takes a similar one.
  let settlesForNearest: Bool
  /// Roughly how many bytes the cells take on the wire.
  private(set) var cost = 8

  private var cells: [cchar_t] = []
  private var style: Style?
  private var appearance = Appearance(attributes: 0, pair: 0)

  init(settlesForNearest: Bool) {
    self.settlesForNearest = settlesForNearest
  }

  /// Adds the next cell to the right; false if there is no pair for its style.
  mutating func append(_ cell: Cell, pairs: inout PairTable) -> Bool {
    // Curses covers the second column of a wide character itself.
    if cell.width == 0 { return true }
    if style != cell.style {
      guard let next = pairs.appearance(cell.style, settlingForNearest: settlesForNearest)
      else { return false }
      (style, appearance) = (cell.style, next)
      cost += 10
    }
    for part in CellText.parts(cell) { append(part) }
    return true
  }

  /// Puts the cells on curses' screen, which sends them when it is next told to.
  func write(column: Int, row: Int) {
    guard wmove(shim_stdscr(), Int32(row), Int32(column)) == OK else { return }
    wadd_wchnstr(shim_stdscr(), cells, Int32(cells.count))
  }

  private mutating func append(_ part: [wchar_t]) {
    var cell = cchar_t()
    shim_setcchar(&cell, part + [0], appearance.attributes, appearance.pair)
    cells.append(cell)
    cost += part.reduce(0) { $0 + ($1 < 0x80 ? 1 : 3) }
  }
}
