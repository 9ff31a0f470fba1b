internal import CNcurses
internal import Canvas

/// A cell's character as curses can hold it: a spacing character and those that combine with it.
enum CellText {
  /// At most so many share one of curses' cells.
  private static let capacity = Int(CCHARW_MAX)

  /// Nil for what the C library does not know, or finds wider or narrower than the frame does: it
  /// would shift the rest of the row.
  static func characters(_ cell: Cell) -> [wchar_t]? {
    let characters = cell.character.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
    guard let base = characters.first, shim_wcwidth(base) == Int32(cell.width),
      characters.dropFirst().allSatisfy({ shim_wcwidth($0) == 0 })
    else { return nil }
    return Array(characters.prefix(capacity))
  }
}
