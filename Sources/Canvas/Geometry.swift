/// A number of columns and rows, in terminal cells.
package struct Size: Hashable, Sendable {
  /// How wide.
  package var columns: Int
  /// How high.
  package var rows: Int

  /// Negative numbers become zero: a terminal can say anything while it is being resized.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A cell's place, counted from zero at the top left.
package struct Point: Hashable, Sendable {
  /// How far from the left.
  package var column: Int
  /// How far from the top.
  package var row: Int

  /// A place, which may lie outside of any frame.
  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells.
package struct Rect: Hashable, Sendable {
  /// Its first column.
  package var column: Int
  /// Its first row.
  package var row: Int
  /// How wide it is.
  package var columns: Int
  /// How high it is.
  package var rows: Int

  /// A rectangle, which may lie outside of any frame; negative sizes become zero.
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

  /// Whether it holds no cell.
  package var isEmpty: Bool { columns == 0 || rows == 0 }
  /// How wide and high it is.
  package var size: Size { Size(columns: columns, rows: rows) }
  /// The column after its last.
  package var endColumn: Int { column + columns }
  /// The row after its last.
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
