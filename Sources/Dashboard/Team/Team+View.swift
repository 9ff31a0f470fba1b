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
    drawSentence(
      emptySentence(model), style: theme[.muted], into: &frame, in: body(of: frame.size))
    return
  }
  let columns = TeamTable(
    model: model, board: board, trend: trend, snapshot: snapshot, width: frame.size.columns)
  let visible = columns.table.draw(into: &frame, in: layout.table, theme: theme)
  if layout.hasGroups {
    drawGroups(
      columns.columns, visible.layout, row: layout.table.row - 1, theme: theme, into: &frame)
  }
}

/// What a board says when it has no rows.
private func emptySentence(_ model: Model) -> String {
  guard let snapshot = model.snapshot else {
    let isSlow = model.askedAt.map { model.uptime - $0 >= DashboardProgram.slowAfter } ?? false
    return isSlow ? "Reading the cache …" : ""
  }
  if let matches = model.team.matches, matches.isEmpty, model.team.board?.rows.isEmpty == false {
    return "No user matches the filter “\(model.choices.filter)”;"
      + " \(model.preferences.keys.name(of: .back)) clears it."
  }
  if snapshot.query.range.isEmpty {
    return "This range has no whole day yet: the source has data up to yesterday; [ goes back."
  }
  if model.saved != nil {
    return "The file has no records for this range; [ ] and { } choose another."
  }
  if snapshot.isOffline {
    return "Offline, and the cache has nothing for this range; start without --offline to fetch it."
  }
  if snapshot.isWorking { return "Fetching the first window …" }
  if snapshot.failure != nil { return "Nothing is cached for this range." }
  return "The provider has no records for this range; [ ] and { } choose another."
}
