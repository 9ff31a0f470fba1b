import Analytics
import Canvas
import Records

/// Draws the screen of one user.
func drawUser(_ model: Model, _ screen: UserScreen, into frame: inout Frame) {
  guard let snapshot = model.snapshot, let trend = model.team.trend,
    Int(screen.user) < snapshot.directory.users.count
  else { return }
  let layout = UserLayout(size: frame.size, periods: trend.periods.count)
  let row = model.team.board?.row(of: screen.user)
  drawUserBar(model, snapshot.directory[screen.user], row, into: &frame)
  let selected = trend.periods.count - 1 - screen.cursor.selected
  drawChart(model, trend, screen.user, selected: selected, into: &frame, in: layout.chart)
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
  left.append(BarPart(model.zone.name, theme[.muted], rank: 1))
  var right: [BarPart] = []
  if let row, let board = model.team.board {
    if let calls = row.calls {
      right.append(BarPart("\(NumberText.value(calls, .count)) calls", theme[.text], rank: 6))
    }
    if let rank = board.rank(of: row, model.chosenField) {
      let count = board.statistics(model.chosenField)?.count ?? 0
      right.append(BarPart("rank \(rank) of \(count)", theme[.muted], rank: 5))
    }
  } else {
    right.append(BarPart("no records in this range", theme[.muted], rank: 5))
  }
  drawBar(left: left, right: right, row: 1, style: theme[.text], into: &frame)
}

private func drawChart(
  _ model: Model, _ trend: Trend, _ user: UserNumber, selected: Int, into frame: inout Frame,
  in rect: Rect
) {
  let theme = model.preferences.theme
  let field = model.chosenField
  guard rect.rows > 1 else { return }
  let row = model.team.board?.row(of: user)
  let isMuted = field.resource == .interactions && row?.hasFewCalls == true
  let cells = CellText(preferences: model.preferences)
  var title = Line(Span("\(field.title)  ", theme[.title]))
  if let headline = row?[field] {
    title.spans += cells.value(headline, field, hasFewCalls: isMuted).spans
    title.spans.append(Span("  change ", theme[.muted]))
    title.spans += cells.change(headline, field, hasFewCalls: isMuted).spans
  }
  frame.put(title, at: Point(column: rect.column, row: rect.row), columns: rect.columns)
  let area = Rect(
    column: rect.column, row: rect.row + 1, columns: rect.columns, rows: rect.rows - 1)
  guard !trend.periods.isEmpty else {
    drawSentence(
      "One total has no trend: d, w or M draw one by day, week or month.", style: theme[.muted],
      into: &frame, in: area)
    return
  }
  chart(model, trend, user, selected: selected).draw(into: &frame, in: area, theme: theme)
}

private func chart(_ model: Model, _ trend: Trend, _ user: UserNumber, selected: Int) -> Chart {
  let theme = model.preferences.theme
  let field = model.chosenField
  let values = trend.values(field, of: user)
  var chart = Chart(
    series: [
      Chart.Series(values, style: theme[.chart1]),
      Chart.Series(model.team.medians?.values ?? [], style: theme[.median]),
    ],
    labels: trend.periods.map(DateText.mark),
    tickLabel: { value, step in
      switch field.unit {
      case .duration: NumberText.value(value, .duration)
      default: NumberText.decimals(value, step < 0.1 ? 2 : step < 1 ? 1 : 0)
      }
    })
  if field.unit == .duration { chart.unit = .seconds }
  if case .metric(let metric) = field, let target = model.preferences.targets[metric] {
    chart.band = Chart.Band(lower: target.lower, upper: target.upper)
  }
  if values.indices.contains(selected) {
    let period = DateText.period(trend.periods[selected], today: model.calendarDay)
    chart.mark = (selected, "\(period): \(NumberText.value(values[selected], field.unit))")
  }
  chart.glyphs = model.preferences.glyphs
  return chart
}

/// The table of periods, newest first.
private func drawPeriods(
  _ model: Model, _ trend: Trend, _ screen: UserScreen, into frame: inout Frame, in rect: Rect
) {
  guard rect.rows > 1, !trend.periods.isEmpty else { return }
  let cells = CellText(preferences: model.preferences)
  let fields = model.choices.resource.fields
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
