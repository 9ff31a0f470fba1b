import Analytics
import Canvas
import Records

/// Draws the screen of one user.
func drawUser(_ model: Model, _ screen: UserScreen, into frame: inout Frame) {
  guard let snapshot = model.snapshot, let trend = model.team.trend,
    Int(screen.user) < snapshot.directory.users.count
  else {
    drawCrumbs(model, into: &frame)
    return drawNothing(model, into: &frame, in: body(of: frame.size))
  }
  let layout = UserLayout(size: frame.size, periods: trend.periods.count)
  let row = model.team.board?.row(of: screen.user)
  drawUserBar(model, snapshot.directory[screen.user], row, into: &frame)
  guard !model.hasNothing else {
    return drawNothing(model, into: &frame, in: body(of: frame.size))
  }
  let selected = trend.periods.count - 1 - screen.cursor.selected
  drawUserChart(
    model, trend, screen.user, row, selected: selected, into: &frame, in: layout.chart)
  Multiples(model: model, snapshot: snapshot, trend: trend, user: screen.user, row: row)
    .draw(into: &frame, in: layout.multiples)
  guard layout.table.rows > 1, !trend.periods.isEmpty else { return }
  PeriodTable(model, trend, of: screen.user)
    .table(screen.cursor, width: layout.table.columns)
    .draw(into: &frame, in: layout.table, theme: model.preferences.theme)
}

private func drawUserBar(_ model: Model, _ user: User, _ row: TeamRow?, into frame: inout Frame) {
  let theme = model.preferences.theme
  var left = [BarPart(model.breadcrumbs, theme[.title], rank: 9)]
  if let email = user.email, email != user.label {
    left.append(BarPart(email, theme[.muted], rank: 4))
  }
  let others = user.emails.map(\.address).filter { $0 != user.email }
  if !others.isEmpty {
    left.append(BarPart(others.joined(separator: " "), theme[.muted], rank: 2))
  }
  left.append(BarPart(model.zone.name, theme[.muted], rank: 1))
  var right: [BarPart] = []
  if let row, let board = model.team.board {
    if let calls = row.calls {
      right.append(BarPart(NumberText.calls(calls), theme[.text], rank: 6))
    }
    if let place = PlaceText.place(board, row, model.chosenField) {
      right.append(BarPart(place, theme[.muted], rank: 5))
    }
  } else if model.knowsRange {
    right.append(BarPart("no records in this range", theme[.muted], rank: 5))
  }
  drawBar(left: left, right: right, row: 1, style: theme[.text], into: &frame)
}
