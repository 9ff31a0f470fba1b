import Canvas

/// Where the parts of the screen of a distribution lie: numbers over the histogram, and the users
/// of the selected bar beside it on wide screens, below it on others.
struct DistributionLayout: Equatable {
  let numbers: Rect
  let histogram: Rect
  let users: Rect

  init(size: Size) {
    let body = body(of: size)
    numbers = Rect(column: 1, row: body.row, columns: body.columns - 2, rows: min(2, body.rows))
    let top = numbers.endRow + 1
    let rows = max(0, body.endRow - top)
    if size.columns >= 100 {
      let columns = body.columns * 2 / 3
      histogram = Rect(column: 1, row: top, columns: columns - 2, rows: min(rows, 30))
      users = Rect(column: columns + 1, row: top, columns: body.columns - columns - 2, rows: rows)
    } else {
      let high = rows * 3 / 5
      histogram = Rect(column: 1, row: top, columns: body.columns - 2, rows: high)
      users = Rect(
        column: 1, row: top + high + 1, columns: body.columns - 2, rows: max(0, rows - high - 1))
    }
  }

  /// How many bars can be told apart.
  var bars: Int { max(2, histogram.columns / 4) }
}
