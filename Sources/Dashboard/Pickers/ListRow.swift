import Canvas

/// A row of a list in an overlay, each part in a column of its own.
struct ListRow {
  /// How the row stands, as `[x]`.
  var mark = ""
  let term: String
  var keys = ""
  var detail = ""
}

/// Which rows of a list are seen, where not all are: `1–12 of 33`.
func placeText(first: Int, visible: Int, count: Int) -> String {
  count > visible ? "\(first + 1)–\(min(first + visible, count)) of \(count)" : ""
}

/// Draws rows into a panel, as many as it holds from the first one on.
func drawList(
  _ rows: [ListRow], first: Int, selected: Int?, into frame: inout Frame, in rect: Rect,
  theme: Theme
) {
  let panel = theme[.panel]
  let widths = ListRow.widths(rows, in: rect.columns - 2)
  for (index, row) in rows.enumerated().dropFirst(first).prefix(rect.rows) {
    let line = Rect(
      column: rect.column, row: rect.row + index - first, columns: rect.columns, rows: 1)
    frame.fill(line, panel)
    var column = line.column + 2
    let parts = [
      (row.mark, Role.accent), (row.term, .text), (row.keys, .key), (row.detail, .muted),
    ]
    for ((text, role), width) in zip(parts, widths) where width > 0 {
      frame.put(
        text.clipped(to: width), at: Point(column: column, row: line.row),
        style: theme[role].on(panel))
      column += width + 2
    }
    guard index == selected else { continue }
    frame.put(">", at: Point(column: line.column, row: line.row), style: theme[.text].on(panel))
    let selection = theme[.text].on(theme[.selection])
    frame.restyle(line) { _ in selection }
  }
}

extension ListRow {
  /// The columns of each part: the details get what the others leave, and go first.
  fileprivate static func widths(_ rows: [ListRow], in columns: Int) -> [Int] {
    var left = columns
    var widths = [\ListRow.mark, \.term, \.keys].map { part in
      let width = min(rows.map { $0[keyPath: part].columns }.max() ?? 0, max(0, left))
      if width > 0 { left -= width + 2 }
      return width
    }
    widths.append(left >= 8 ? left : 0)
    return widths
  }

  /// The columns that the rows would need to be seen whole.
  static func columns(_ rows: [ListRow]) -> Int {
    [\ListRow.mark, \.term, \.keys, \.detail].reduce(0) { sum, part in
      let width = rows.map { $0[keyPath: part].columns }.max() ?? 0
      return width > 0 ? sum + width + 2 : sum
    }
  }
}
