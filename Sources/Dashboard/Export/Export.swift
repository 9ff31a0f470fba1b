/// A table as it is taken out of the dashboard: what is seen, with full numbers.
package struct Export: Equatable, Sendable {
  /// What stands in a cell.
  package enum Value: Equatable, Sendable {
    case text(String)
    case number(Double)
    case absent
  }

  /// The names of the columns.
  package let columns: [String]
  /// A value for each column, from the first row on screen to the last of the table.
  package let rows: [[Value]]

  /// A table of these rows.
  package init(columns: [String], rows: [[Value]]) {
    self.columns = columns
    self.rows = rows
  }
}

extension Export.Value {
  /// A number, without what adding and subtracting left of other digits.
  static func exact(_ value: Double?) -> Export.Value {
    value.map { .number(($0 * 1e9).rounded() / 1e9) } ?? .absent
  }

  /// A text that may be absent.
  static func optional(_ text: String?) -> Export.Value { text.map { .text($0) } ?? .absent }
}

/// Which part of a table is taken.
enum ExportPart {
  /// The marked rows, or else the selected one.
  case rows
  case table

  /// That part of a list in which one row is selected.
  func of<Row>(_ all: [Row], selected: Int) -> ArraySlice<Row> {
    self == .table ? all[...] : all.dropFirst(selected).prefix(1)
  }
}
