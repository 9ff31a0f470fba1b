import Canvas

/// Where the parts of the screen that compares users lie: the table, and under it the chart where
/// there is room for one.
struct CompareLayout: Equatable {
  /// Two lines about each user.
  let heads: Rect
  /// A row for each field.
  let table: Rect
  /// The chart under the line that names its lines; empty where there is no room.
  let chart: Rect

  private static let leastChartRows = 7

  init(size: Size, fields: Int) {
    let body = body(of: size)
    heads = Rect(column: 0, row: body.row, columns: body.columns, rows: 2)
    let tableRows = min(fields + 1, body.rows - heads.rows)
    table = Rect(column: 0, row: heads.endRow, columns: body.columns, rows: tableRows)
    let rest = body.endRow - table.endRow - 1
    chart = Rect(
      column: 1, row: table.endRow + 1, columns: body.columns - 2,
      rows: rest < CompareLayout.leastChartRows ? 0 : rest)
  }

  /// How many fields are seen at once.
  var fieldRows: Int { Table.visibleRows(height: table.rows) }
}
