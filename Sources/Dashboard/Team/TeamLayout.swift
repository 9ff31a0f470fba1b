import Canvas
import Records

/// Where the parts of the team's boards lie.
struct TeamLayout: Equatable {
  /// The table with its header and the median.
  let table: Rect
  /// Whether a row over the header names the groups of counters.
  let hasGroups: Bool

  init(size: Size, choices: Choices) {
    let body = body(of: size)
    hasGroups = choices.resource == .activity
    let groups = hasGroups ? 1 : 0
    table = Rect(
      column: 0, row: body.row + groups, columns: body.columns, rows: body.rows - groups)
    let summaries = choices.board.summary == .none ? 0 : 1
    rows = Table.visibleRows(height: table.rows, summaries: summaries)
  }

  /// How many users are seen at once.
  let rows: Int
}
