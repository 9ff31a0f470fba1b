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
  /// A cell of the current style, with room for one character.
  private var template = cchar_t()

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
      template = styled([wchar_t(UInt8(ascii: " "))])
      cost += 10
    }
    append(cell)
    return true
  }

  /// Puts the cells on curses' screen, which sends them when it is next told to.
  func write(column: Int, row: Int) {
    guard wmove(shim_stdscr(), Int32(row), Int32(column)) == OK else { return }
    wadd_wchnstr(shim_stdscr(), cells, Int32(cells.count))
  }

  private mutating func append(_ cell: Cell) {
    if cell.width == 1, let ascii = cell.character.asciiValue, (0x20..<0x7f).contains(ascii) {
      append(wchar_t(ascii))
      cost += 1
    } else if let characters = CellText.characters(cell) {
      if characters.count == 1 { append(characters[0]) } else { cells.append(styled(characters)) }
      cost += 3 * characters.count
    } else {
      for _ in 0..<cell.width { append(wchar_t(UInt8(ascii: "?"))) }
      cost += Int(cell.width)
    }
  }

  /// Most cells hold one character, for which a copy is far cheaper than a call.
  private mutating func append(_ character: wchar_t) {
    template.chars.0 = character
    cells.append(template)
  }

  private func styled(_ characters: [wchar_t]) -> cchar_t {
    var cell = cchar_t()
    shim_setcchar(&cell, characters + [0], appearance.attributes, appearance.pair)
    return cell
  }
}
