import Analytics
import Canvas
import Records

/// Draws a board of the team.
func drawTeam(_ model: Model, into frame: inout Frame) {
  let theme = model.preferences.theme
  let layout = TeamLayout(size: frame.size, resource: model.resource)
  drawTeamBar(model, into: &frame)
  guard let snapshot = model.snapshot, let board = model.team.board, let trend = model.team.trend,
    !board.rows.isEmpty
  else {
    drawSentence(
      emptySentence(model), style: theme[.muted], into: &frame, in: body(of: frame.size))
    return
  }
  let columns = TeamTable(
    model: model, board: board, trend: trend, snapshot: snapshot, width: frame.size.columns)
  let visible = columns.table.draw(into: &frame, in: layout.table, theme: theme)
  if layout.hasGroups {
    drawGroups(columns, visible.layout, row: layout.table.row - 1, theme: theme, into: &frame)
  }
}

/// What a board says when it has no rows.
private func emptySentence(_ model: Model) -> String {
  guard let snapshot = model.snapshot else {
    let isSlow = model.askedAt.map { model.uptime - $0 >= DashboardProgram.slowAfter } ?? false
    return isSlow ? "Reading the cache …" : ""
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

private func drawTeamBar(_ model: Model, into frame: inout Frame) {
  let theme = model.preferences.theme
  let bar = theme[.text]
  let name = model.resource == .interactions ? "Interactions" : "Activity"
  var left = [BarPart("Team › \(name)", theme[.title], rank: 9)]
  var right: [BarPart] = []
  if let board = model.team.board {
    left.append(
      BarPart("\(board.rows.count) of \(board.userCount) with data", theme[.muted], rank: 6))
    let arrow = model.preferences.glyphs.sortArrow(ascending: !model.sort.isDescending)
    left.append(BarPart("sort \(model.sort.key.title) \(arrow)", theme[.muted], rank: 5))
    let field = model.chosenField
    if let statistics = board.statistics(field) {
      let median = NumberText.value(statistics.median, field.unit)
      let mean = NumberText.value(statistics.mean, field.unit)
      right = [
        BarPart("\(field.title.lowercased()):", theme[.muted], rank: 2),
        BarPart("median \(median)", theme[.median], rank: 4),
        BarPart("mean of users \(mean)", theme[.muted], rank: 3),
      ]
    }
  }
  drawBar(left: left, right: right, row: 1, style: bar, into: &frame)
}

/// Names the groups of counters over their columns.
private func drawGroups(
  _ columns: TeamTable, _ layout: TableLayout, row: Int, theme: Theme, into frame: inout Frame
) {
  var group: Counter.Group?
  for place in layout.places {
    guard case .value(.counter(let counter)) = columns.columns[place.index] else { continue }
    if counter.group != group {
      let ends = layout.places.last { place in
        if case .value(.counter(let other)) = columns.columns[place.index] {
          return other.group == counter.group
        }
        return false
      }
      let width = (ends ?? place).column + (ends ?? place).columns - place.column
      frame.put(
        counter.group.rawValue.clipped(to: width).padded(to: width, .center),
        at: Point(column: place.column, row: row), style: theme[.muted])
    }
    group = counter.group
  }
}
