/// Where text stands in the columns it is given.
package enum Alignment: Hashable, Sendable {
  case left, center, right
}

extension Character {
  /// The columns that the character takes once it is harmless: 0 if nothing of it is left, 2 for
  /// wide East Asian characters and emoji, and the sum of its parts where it falls into several.
  package var columns: Int {
    if isPlainASCII { return 1 }
    var cells: [TextCell] = []
    appendTextCells(to: &cells)
    return cells.reduce(0) { $0 + $1.columns }
  }
}

extension String {
  /// The columns that the text takes once it is harmless.
  package var columns: Int {
    if isPlainASCII { return utf8.count }
    return textCells.reduce(0) { $0 + $1.columns }
  }

  /// The harmless text in at most this many columns, ending in `…` when something was cut off.
  /// A wide character is never halved, so the result can be a column short.
  package func clipped(to columns: Int) -> String {
    guard columns > 0 else { return "" }
    if isPlainASCII {
      return utf8.count <= columns ? self : String(prefix(columns - 1)) + "…"
    }
    let cells = textCells
    if cells.reduce(0, { $0 + $1.columns }) <= columns { return harmless }
    var result = ""
    var used = 0
    for cell in cells {
      guard used + cell.columns <= columns - 1 else { break }
      result.append(cell.character)
      used += cell.columns
    }
    return result + "…"
  }

  /// The harmless text in exactly this many columns: clipped if too long, else filled with spaces.
  package func padded(to columns: Int, _ alignment: Alignment = .left) -> String {
    let text = clipped(to: columns)
    let (before, after) = alignment.margins(text.columns, in: columns)
    return String(repeating: " ", count: before) + text + String(repeating: " ", count: after)
  }
}

extension Alignment {
  /// The free columns on the left and on the right of something this wide.
  func margins(_ used: Int, in columns: Int) -> (before: Int, after: Int) {
    let free = max(0, columns - used)
    switch self {
    case .left: return (0, free)
    case .center: return (free / 2, free - free / 2)
    case .right: return (free, 0)
    }
  }
}
