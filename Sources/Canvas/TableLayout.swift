/// Which columns of a table are seen in a width, and where. The first columns are frozen; the
/// others scroll by whole columns.
package struct TableLayout: Equatable, Sendable {
  /// A column's place in the table's list and in the row.
  package struct Place: Equatable, Sendable {
    /// The index in the table's list of columns.
    package var index: Int
    /// Counted from the left edge of the table.
    package var column: Int
    /// The width.
    package var columns: Int
  }

  /// The columns that are seen, from left to right.
  package private(set) var places: [Place] = []
  /// The scrolling columns that are out of sight on the left.
  package private(set) var hiddenLeft: Int
  /// The scrolling columns that are out of sight on the right.
  package private(set) var hiddenRight = 0

  /// The marker of the selected row and that of a marked row.
  static let gutter = 2

  /// The arrow of the last column and the sign that there are more.
  static let margin = 2

  /// Lays columns out in a width that includes the gutter on the left and two free columns on the
  /// right. `skipped` is how many scrolling columns are scrolled out on the left; it is brought
  /// within the columns there are.
  package init(_ columns: [TableColumn], frozen: Int, skipped: Int, width: Int, gap: Int = 2) {
    let frozen = min(max(0, frozen), columns.count)
    hiddenLeft = min(max(0, skipped), max(0, columns.count - frozen - 1))
    let room = max(0, width - Self.gutter - Self.margin)
    let cap = max(1, width * 2 / 5)
    let severalOrders = columns.haveSeveralOrders
    var used = 0
    for index in Array(0..<frozen) + Array((frozen + hiddenLeft)..<max(frozen, columns.count)) {
      let column = columns[index]
      // The place of an order takes a column more than the arrow, for which there is the gap.
      let place = severalOrders && column.order != nil ? 1 : 0
      var wanted = max(1, column.minimum, column.title.columns + place)
      if column.maximum != nil { wanted = min(max(1, column.minimum), cap) }
      if let own = column.width { wanted = max(1, index < frozen ? min(own, width / 2) : own) }
      let left = room - used - (places.isEmpty ? 0 : gap)
      let isFirstScrolling = index == frozen + hiddenLeft
      // The first of the scrolling columns is rather cut than left out.
      if wanted > left, index >= frozen, !(isFirstScrolling && left >= 4) { break }
      guard left > 0 else { break }
      places.append(Place(index: index, column: 0, columns: min(wanted, left)))
      used = room - left + min(wanted, left)
    }
    let last = places.last?.index ?? -1
    hiddenRight = columns.count - 1 - max(last, frozen + hiddenLeft - 1)
    grow(columns, by: room - used, cap: cap)
    var start = Self.gutter
    for index in places.indices {
      places[index].column = start
      start += places[index].columns + gap
    }
  }

  private mutating func grow(_ columns: [TableColumn], by room: Int, cap: Int) {
    var room = room
    for index in places.indices {
      let column = columns[places[index].index]
      guard column.width == nil, let maximum = column.maximum else { continue }
      let more = min(room, max(0, min(maximum, cap) - places[index].columns))
      places[index].columns += more
      room -= more
    }
  }
}
