/// The header of a table.
extension Table {
  /// Draws the titles, the orders of the rows, and signs for columns that are out of sight.
  func drawHeader(_ layout: TableLayout, into frame: inout Frame, in rect: Rect, theme: Theme) {
    frame.fill(rect.line(rect.row), theme[.header])
    func put(_ text: String, _ column: Int, _ role: Role, columns: Int) {
      frame.put(
        text, at: Point(column: rect.column + column, row: rect.row), style: theme[role],
        columns: min(columns, rect.columns - column))
    }
    let severalOrders = columns.haveSeveralOrders
    for place in layout.places {
      let column = columns[place.index]
      let sign = orderSign(column, isOneOfSeveral: severalOrders)
      // The gap has room for one column of the sign.
      let room = place.columns - max(0, sign.count - 1)
      let role: Role = column.order != nil || column.isChosen ? .headerSorted : .header
      let title = column.title.clipped(to: room)
      let start = place.column + column.alignment.margins(title.columns, in: room).before
      put(title, start, role, columns: room)
      put(sign, start + title.columns, role, columns: sign.count)
    }
    let firstScrolling = layout.places.first { $0.index >= frozen }
    if layout.hiddenLeft > 0, let firstScrolling {
      put("‹", firstScrolling.column - 1, .key, columns: 1)
    }
    if layout.hiddenRight > 0 {
      put("›", rect.columns - 1, .key, columns: 1)
    }
  }

  /// The arrow of a sorted column, with its place if there are several.
  private func orderSign(_ column: TableColumn, isOneOfSeveral: Bool) -> String {
    guard let order = column.order else { return "" }
    return isOneOfSeveral ? "\(order.arrow)\(min(9, max(1, column.orderPlace)))" : "\(order.arrow)"
  }
}
