/// A number of columns and rows, in terminal cells.
package struct Size: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  /// Negative numbers become zero: a terminal can say anything while it is being resized.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A cell's place, counted from zero at the top left.
package struct Point: Hashable, Sendable {
  package var column: Int
  package var row: Int

  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells.
package struct Rect: Hashable, Sendable {
  package var column: Int
  package var row: Int
  package var columns: Int
  package var rows: Int

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of a frame of this size.
  package init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  package var isEmpty: Bool { columns == 0 || rows == 0 }
  package var size: Size { Size(columns: columns, rows: rows) }
  package var endColumn: Int { column + columns }
  package var endRow: Int { row + rows }

  /// The part of it that lies in a frame of this size; empty and at a legal place if none does.
  package func clipped(to size: Size) -> Rect {
    let left = min(max(0, column), size.columns)
    let top = min(max(0, row), size.rows)
    return Rect(
      column: left, row: top, columns: min(size.columns, endColumn) - left,
      rows: min(size.rows, endRow) - top)
  }
}
