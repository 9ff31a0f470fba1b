import Canvas
import Records

/// Where the parts of the team's boards lie.
struct TeamLayout: Equatable {
  /// The table with its header and the median.
  let table: Rect
  /// Whether a row over the header names the groups of counters.
  let hasGroups: Bool

  init(size: Size, resource: Resource) {
    let body = body(of: size)
    hasGroups = resource == .activity
    let groups = hasGroups ? 1 : 0
    table = Rect(
      column: 0, row: body.row + groups, columns: body.columns, rows: body.rows - groups)
  }

  /// How many users are seen at once.
  var rows: Int { Table.visibleRows(height: table.rows, summaries: 1) }
}
