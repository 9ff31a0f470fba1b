/// A table that draws only what is seen: its rows are asked for one by one, so ten thousand cost
/// no more than fit on the screen. It keeps nothing; the offsets are in the model.
package struct Table {
  /// The columns, seen or not.
  package var columns: [TableColumn]
  /// How many of the first columns stay when the others are scrolled.
  package var frozen = 1
  /// How many scrolling columns are scrolled out on the left.
  package var skippedColumns = 0
  /// The number of rows.
  package var count: Int
  /// The index of the first row to be seen; brought within what there is.
  package var offset = 0
  /// The index of the selected row.
  package var selected: Int?
  /// Whether a row was marked: a star stands before it, and its plain spans have the theme's style
  /// of marked rows. Called for visible rows only.
  package var isMarked: (Int) -> Bool = { _ in false }
  /// Rows under the header about the whole table, such as a median: a line for each of the table's
  /// columns.
  package var summaries: [[Line]] = []
  /// The free columns between two columns; the first of them takes the arrow of a sorted one.
  package var gap = 2
  /// A row's cells: a line for each of the table's columns. Called for visible rows only. A plain
  /// span is drawn in the style of text.
  package var row: (Int) -> [Line]

  /// A table of these columns and rows.
  package init(columns: [TableColumn], count: Int, row: @escaping (Int) -> [Line]) {
    self.columns = columns
    self.count = count
    self.row = row
  }

  /// What was drawn.
  package struct Visible: Equatable, Sendable {
    /// The indices of the rows.
    package var rows: Range<Int>
    /// The columns and their places.
    package var layout: TableLayout
  }

  /// The rows of data that fit under the header and beside the summaries in a height.
  package static func visibleRows(height: Int, summaries: Int = 0) -> Int {
    max(0, height - 1 - summaries)
  }

  /// The offset nearest to the present one at which the selected row is seen and no room is left
  /// empty that rows could fill.
  package static func scrolled(offset: Int, selected: Int?, visible: Int, count: Int) -> Int {
    var offset = offset
    if let selected, visible > 0 {
      offset = min(offset, selected)
      offset = max(offset, selected - visible + 1)
    }
    return max(0, min(offset, count - visible))
  }

  /// The fewest columns to scroll out on the left so that the column with this index is seen in a
  /// width.
  package func skipToShow(_ index: Int, width: Int) -> Int {
    guard index >= frozen else { return 0 }
    return (0...index - frozen).first { skipped in
      TableLayout(columns, frozen: frozen, skipped: skipped, width: width, gap: gap)
        .places.contains { $0.index == index }
    } ?? index - frozen
  }

  /// Where the columns lie in a width.
  package func layout(width: Int) -> TableLayout {
    TableLayout(columns, frozen: frozen, skipped: skippedColumns, width: width, gap: gap)
  }

  /// Draws the table into a rectangle and says what is seen of it.
  @discardableResult
  package func draw(into frame: inout Frame, in rect: Rect, theme: Theme) -> Visible {
    let layout = layout(width: rect.columns)
    let height = Self.visibleRows(height: rect.rows, summaries: summaries.count)
    let first = Self.scrolled(offset: offset, selected: nil, visible: height, count: count)
    let rows = first..<max(first, min(count, first + height))
    guard !rect.isEmpty else { return Visible(rows: first..<first, layout: layout) }

    frame.fill(rect, theme[.text])
    drawHeader(layout, into: &frame, in: rect, theme: theme)
    let top = rect.row + 1 + summaries.count
    for (index, row) in rows.enumerated() {
      drawRow(row, layout, into: &frame, in: rect.line(top + index), theme: theme)
    }
    for (index, cells) in summaries.enumerated() where rect.row + 1 + index < rect.endRow {
      let line = rect.line(rect.row + 1 + index)
      let style = theme[.median].on(theme[.text])
      frame.fill(line, style)
      draw(cells, layout, into: &frame, in: line, plain: style)
    }
    return Visible(rows: rows, layout: layout)
  }

  private func drawRow(
    _ index: Int, _ layout: TableLayout, into frame: inout Frame, in line: Rect, theme: Theme
  ) {
    let isMarked = isMarked(index)
    let plain = isMarked ? theme[.marked].on(theme[.text]) : theme[.text]
    draw(row(index), layout, into: &frame, in: line, plain: plain)
    if isMarked { frame.put("*", at: Point(column: line.column + 1, row: line.row), style: plain) }
    guard index == selected else { return }
    frame.put(">", at: Point(column: line.column, row: line.row))
    // One style for the whole row: to move a selection that kept every value's colour took twice
    // as many bytes, and signs tell what the colours do. Only what is reversed is part of a picture.
    let selection = theme[.selection]
    frame.restyle(line) { cell in
      var style = plain
      style.attributes.formUnion(cell.attributes.intersection(.reverse))
      return style.on(selection)
    }
  }

  private func draw(
    _ cells: [Line], _ layout: TableLayout, into frame: inout Frame, in line: Rect, plain: Style
  ) {
    for place in layout.places where place.index < cells.count {
      var cell = CellLine(cells[place.index], plain: plain)
      cell.clip(to: place.columns)
      let margin = columns[place.index].alignment.margins(cell.columns, in: place.columns).before
      frame.place(
        cell, at: Point(column: line.column + place.column + margin, row: line.row),
        endColumn: line.endColumn)
    }
  }
}

extension Rect {
  /// One of its rows, by its place in the frame.
  package func line(_ row: Int) -> Rect {
    Rect(column: column, row: row, columns: columns, rows: 1)
  }
}
