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
  drawPeriods(model, trend, screen, into: &frame, in: layout.table)
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
      right.append(BarPart("\(NumberText.value(calls, .count)) calls", theme[.text], rank: 6))
    }
    if let place = PlaceText.place(board, row, model.chosenField) {
      right.append(BarPart(place, theme[.muted], rank: 5))
    }
  } else if model.knowsRange {
    right.append(BarPart("no records in this range", theme[.muted], rank: 5))
  }
  drawBar(left: left, right: right, row: 1, style: theme[.text], into: &frame)
}

/// The table of periods, newest first.
private func drawPeriods(
  _ model: Model, _ trend: Trend, _ screen: UserScreen, into frame: inout Frame, in rect: Rect
) {
  guard rect.rows > 1, !trend.periods.isEmpty else { return }
  let cells = CellText(model)
  let fields = model.fields
  let calls = trend.calls(of: screen.user)
  let values = fields.map { trend.values($0, of: screen.user) }
  var columns = [TableColumn("Period", minimum: 15, maximum: 24)]
  if model.choices.resource == .interactions {
    columns.append(TableColumn("Calls", .right, minimum: 5))
  }
  for field in fields {
    var column = TableColumn(field.heading, .right, minimum: 7)
    column.isChosen = field == model.chosenField
    columns.append(column)
  }
  var table = Table(columns: columns, count: trend.periods.count) { index in
    let place = trend.periods.count - 1 - index
    let isFew = (calls[place] ?? .infinity) < model.preferences.minimumCalls
    let isMuted = model.choices.resource == .interactions && isFew || trend.reachesOutside(place)
    var line = [Line(DateText.period(trend.periods[place], today: model.calendarDay))]
    if model.choices.resource == .interactions {
      line.append(Line(NumberText.value(calls[place], .count)))
    }
    return line
      + fields.indices.map { field in
        var headline = Headline(value: values[field][place])
        if case .metric(let metric) = fields[field], let value = headline.value {
          headline.target = model.preferences.targets[metric]?.state(of: value)
        }
        return cells.value(headline, fields[field], hasFewCalls: isMuted)
      }
  }
  table.selected = screen.cursor.selected
  table.offset = screen.cursor.first
  table.glyphs = model.preferences.glyphs
  table.gap = rect.columns >= 128 ? 2 : 1
  let chosen = fields.firstIndex(of: model.chosenField) ?? 0
  table.skippedColumns = table.skipToShow(
    columns.count - fields.count + chosen, width: rect.columns)
  table.draw(into: &frame, in: rect, theme: model.preferences.theme)
}
