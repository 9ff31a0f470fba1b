import Canvas

/// Where the parts of the screen of what needs attention lie: lines about all findings, and the
/// list of them, each in one line where the screen is wide enough.
struct AttentionLayout: Equatable {
  let summary: Rect
  let list: Rect
  /// The lines of each finding.
  let findingRows: Int

  init(size: Size) {
    let body = body(of: size)
    summary = Rect(column: 1, row: body.row, columns: body.columns - 2, rows: min(2, body.rows))
    list = Rect(
      column: 0, row: summary.endRow + 1, columns: body.columns,
      rows: body.endRow - summary.endRow - 1)
    findingRows = size.columns >= 132 ? 1 : 2
  }

  /// How many findings are seen at once.
  var findings: Int { list.rows / findingRows }
}
