import Canvas

/// Where the parts of a user's screen lie: on wide screens the small multiples stand beside the
/// chart, on others below it, on low ones nowhere.
struct UserLayout: Equatable {
  let chart: Rect
  let multiples: Rect
  let table: Rect

  /// The table gets as many rows as there are periods, up to nearly half of the screen; the chart
  /// takes the rest.
  init(size: Size, periods: Int) {
    let body = body(of: size)
    let isWide = size.columns >= 100
    let multiplesRows = isWide ? 0 : min(5, max(0, body.rows - 15))
    let rest = body.rows - multiplesRows
    let chartRows = max(0, rest - min(periods + 1, rest * 45 / 100))
    let chartColumns = isWide ? body.columns * 11 / 20 : body.columns
    chart = Rect(
      column: body.column + 1, row: body.row, columns: chartColumns - 2, rows: chartRows)
    multiples =
      isWide
      ? Rect(
        column: chartColumns + 1, row: body.row, columns: body.columns - chartColumns - 2,
        rows: chartRows)
      : Rect(
        column: body.column + 1, row: body.row + chartRows, columns: body.columns - 2,
        rows: multiplesRows)
    let top = body.row + chartRows + multiplesRows
    table = Rect(column: 0, row: top, columns: body.columns, rows: body.endRow - top)
  }

  /// How many periods are seen at once.
  var tableRows: Int { Table.visibleRows(height: table.rows) }
}
