import Analytics
import Canvas
import Records

/// Draws the chosen field of a user over the periods, under a line with its value.
func drawUserChart(
  _ model: Model, _ trend: Trend, _ user: UserNumber, _ row: TeamRow?, selected: Int,
  into frame: inout Frame, in rect: Rect
) {
  guard rect.rows > 1 else { return }
  frame.put(
    chartTitle(model, row), at: Point(column: rect.column, row: rect.row), columns: rect.columns)
  let area = Rect(
    column: rect.column, row: rect.row + 1, columns: rect.columns, rows: rect.rows - 1)
  guard !trend.periods.isEmpty else {
    return drawWithoutTrend(model, into: &frame, in: area)
  }
  userChart(model, trend, user, selected: selected)
    .draw(into: &frame, in: area, theme: model.preferences.theme)
}

private func chartTitle(_ model: Model, _ row: TeamRow?) -> Line {
  let theme = model.preferences.theme
  let field = model.chosenField
  let cells = CellText(model)
  var title = Line(Span("\(field.title)  ", theme[.title]))
  guard let row else { return title }
  let isMuted = field.resource == .interactions && row.hasFewCalls
  title.spans += cells.value(row[field], field, hasFewCalls: isMuted).spans
  title.spans.append(Span("  change ", theme[.muted]))
  title.spans += cells.change(row[field], field, hasFewCalls: isMuted).spans
  if row[field].isUnweighted {
    title.spans.append(Span("  unweighted", theme[.muted]))
  }
  title.spans.append(Span("  \(medianSign(model)) team median", theme[.median]))
  return title
}

/// What the team's line or bars are made of.
private func medianSign(_ model: Model) -> Character {
  model.choices.chart == .bar
    ? model.preferences.glyphs.filling(ofSeries: 1) : model.preferences.glyphs.point(ofSeries: 1)
}

private func userChart(
  _ model: Model, _ trend: Trend, _ user: UserNumber, selected: Int
) -> Chart {
  let theme = model.preferences.theme
  let field = model.chosenField
  let values = trend.values(field, of: user)
  var chart = trendChart(
    model, trend,
    series: [
      Chart.Series(values, style: theme[.chart1]),
      Chart.Series(model.team.medians?.values ?? [], style: theme[.median]),
    ])
  if values.indices.contains(selected) {
    let period = DateText.period(trend.periods[selected], today: model.calendarDay)
    let value = NumberText.value(values[selected], model.unit(of: field))
    chart.mark = (selected, "\(period): \(value)")
  }
  return chart
}
