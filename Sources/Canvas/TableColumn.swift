/// A column of a table: its name and how wide it may be.
package struct TableColumn: Hashable, Sendable {
  /// Which way the rows are sorted by a column.
  package enum Order: String, Hashable, Sendable {
    case ascending, descending

    /// What says so beside the name of the column.
    package var arrow: Character { self == .ascending ? "▲" : "▼" }
  }

  /// What the header says.
  package var title: String
  /// Where titles and values stand.
  package var alignment: Alignment
  /// The columns it needs at least, if the title does not need more.
  package var minimum: Int
  /// The columns it may grow to when there is room; nil for a column that never grows. One that
  /// can grow never takes more than two fifths of the table, or the rest could not be seen.
  package var maximum: Int?
  /// The width that the user gave it, whatever its title, minimum and maximum say. A frozen column
  /// never takes more than half of the table.
  package var width: Int?
  /// Set if the rows are sorted by it.
  package var order: Order?
  /// Which of several orders it is, from 1; shown if the rows are sorted by several columns.
  package var orderPlace = 1
  /// Whether the user's keys chose it.
  package var isChosen = false

  /// A column; one without a maximum has the same width on every screen.
  package init(
    _ title: String, _ alignment: Alignment = .left, minimum: Int = 0, maximum: Int? = nil,
    order: Order? = nil
  ) {
    self.title = title
    self.alignment = alignment
    self.minimum = minimum
    self.maximum = maximum
    self.order = order
  }
}

extension [TableColumn] {
  /// Whether the header has to say which order comes first.
  var haveSeveralOrders: Bool { count { $0.order != nil } > 1 }
}
