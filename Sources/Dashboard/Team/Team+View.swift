import Analytics
import Canvas
import Records

/// Draws a board of the team.
func drawTeam(_ model: Model, into frame: inout Frame) {
  let theme = model.preferences.theme
  let layout = TeamLayout(size: frame.size, choices: model.choices)
  drawTeamBar(model, into: &frame)
  guard let snapshot = model.snapshot, let board = model.team.board, let trend = model.team.trend,
    !model.team.order.isEmpty
  else {
    return drawNothing(model, into: &frame, in: body(of: frame.size))
  }
  let columns = TeamTable(
    model: model, board: board, trend: trend, snapshot: snapshot, width: frame.size.columns)
  let visible = columns.table.draw(into: &frame, in: layout.table, theme: theme)
  if layout.hasGroups {
    drawGroups(
      columns.columns, visible.layout, row: layout.table.row - 1, theme: theme, into: &frame)
  }
}
