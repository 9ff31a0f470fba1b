internal import CNcurses
package import Canvas
internal import Glibc

extension CursesScreen {
  /// Frames that change more than about so many bytes are shown as a whole: all that change more
  /// than a row and the one before.
  private static let largeFrame = 700

  /// Sends the terminal what differs from the frame before; nothing if nothing does.
  package func draw(_ frame: Frame) {
    guard isOpen else { return }
    var frame = frame.keepingDirection()
    frame.levelBlanks()
    guard frame != shown else { return }
    if shown?.size != frame.size { forgetShown() }
    let cost = paint(frame, settlingForNearest: false) ?? paintWithFewPairs(frame)
    place(cursor: frame.cursor)
    wnoutrefresh(shim_stdscr())
    let isWhole =
      switch options.synchronized {
      case .auto: cost > Self.largeFrame
      case .on: true
      case .off: false
      }
    if isWhole { send(Self.synchronizedStart) }
    doupdate()
    if isWhole { send(Self.synchronizedEnd) }
    shown = frame
  }

  /// When the terminal's pairs are used up, those that only earlier frames needed are given up and
  /// all is painted anew: a pair that changed its colours would change text already on screen. A
  /// frame with more colours than there are pairs makes do with similar ones.
  private func paintWithFewPairs(_ frame: Frame) -> Int {
    if pairs.canHold(Set(frame.cells.lazy.map(\.style))) {
      pairs.reset()
      forgetShown()
    }
    return paint(frame, settlingForNearest: true) ?? 0
  }

  /// Paints everything anew with the next frame, whatever the terminal shows by now.
  package func redraw() { forgetShown() }

  private func forgetShown() {
    shown = nil
    werase(shim_stdscr())
    clearok(shim_curscr(), true)
  }

  /// Roughly how many bytes the changed rows will take; nil if there was no pair for some style.
  private func paint(_ frame: Frame, settlingForNearest: Bool) -> Int? {
    let columns = min(frame.size.columns, size.columns)
    var cost = 0
    for row in 0..<min(frame.size.rows, size.rows) {
      guard let changed = changedColumns(of: frame, row: row, columns: columns) else { continue }
      var writer = RunWriter(settlesForNearest: settlingForNearest)
      for column in changed {
        let cell = frame[column, row]
        // Half a wide character at the edge of a terminal that is narrower than the frame.
        let isCut = column + Int(cell.width) > columns
        let fitting = isCut ? Cell(" ", style: cell.style) : cell
        guard writer.append(fitting, pairs: &pairs) else { return nil }
      }
      writer.write(column: changed.lowerBound, row: row)
      cost += writer.cost
    }
    return cost
  }

  private func changedColumns(of frame: Frame, row: Int, columns: Int) -> Range<Int>? {
    guard let shown else { return columns > 0 ? 0..<columns : nil }
    let changes = (0..<columns).lazy.filter { frame[$0, row] != shown[$0, row] }
    guard let first = changes.first,
      let last = (first..<columns).last(where: { frame[$0, row] != shown[$0, row] })
    else { return nil }
    // The covered half of a wide character is written with the character.
    let start = first > 0 && frame[first, row].width == 0 ? first - 1 : first
    let end = last + max(1, Int(frame[last, row].width))
    return start..<min(end, columns)
  }

  private func place(cursor: Point?) {
    if cursorIsVisible != (cursor != nil) {
      cursorIsVisible = cursor != nil
      curs_set(cursor == nil ? 0 : 1)
      leaveok(shim_stdscr(), cursor == nil)
    }
    guard let cursor, size.columns > 0, size.rows > 0 else { return }
    wmove(
      shim_stdscr(), Int32(max(0, min(cursor.row, size.rows - 1))),
      Int32(max(0, min(cursor.column, size.columns - 1))))
  }
}
