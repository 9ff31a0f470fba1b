import Analytics
import Canvas
import Records

/// Draws the screen that compares users.
func drawCompare(_ model: Model, _ screen: CompareScreen, into frame: inout Frame) {
  drawCrumbs(model, into: &frame)
  guard let snapshot = model.snapshot, let board = model.team.board, let trend = model.team.trend,
    !model.hasNothing
  else { return drawNothing(model, into: &frame, in: body(of: frame.size)) }
  let layout = CompareLayout(size: frame.size, fields: model.fields.count)
  let comparison = UserComparison(board, users: screen.users)
  let table = CompareTable(
    model: model, screen: screen, comparison: comparison, width: frame.size.columns)
  let visible = table.table.draw(into: &frame, in: layout.table, theme: model.preferences.theme)
  let names = screen.users.map { snapshot.directory[$0].label }
  for (index, name) in names.enumerated() {
    let places = visible.layout.places.filter {
      $0.index > 0 && table.columns[$0.index - 1].place == index
    }
    guard let first = places.first, let last = places.last else { continue }
    let rect = Rect(
      column: first.column, row: layout.heads.row,
      columns: last.column + last.columns - first.column, rows: 2)
    drawHead(model, screen, index, name, board, into: &frame, in: rect)
  }
  guard layout.chart.rows > 1 else { return }
  drawComparedLines(model, screen, trend, names, into: &frame, in: layout.chart)
}

/// A user over the columns: the sign and colour of the line in the chart with the name, and calls.
private func drawHead(
  _ model: Model, _ screen: CompareScreen, _ index: Int, _ name: String, _ board: TeamBoard,
  into frame: inout Frame, in rect: Rect
) {
  let theme = model.preferences.theme
  var style = theme[Role.lines[index]]
  if index == screen.chosen { style = style.on(theme[.selection]) }
  frame.put(
    "\(model.lineSign(index)) \(name)".clipped(to: rect.columns).padded(to: rect.columns),
    at: Point(column: rect.column, row: rect.row), style: style)
  let row = board.row(of: screen.users[index])
  let calls = row.map { NumberText.calls($0.calls) } ?? "no records"
  let few = row?.hasFewCalls == true ? ", few" : ""
  frame.put(
    calls + few, at: Point(column: rect.column, row: rect.row + 1), style: theme[.muted],
    columns: rect.columns)
}

/// The chosen field of every compared user over the periods, under a line that says which is whose.
private func drawComparedLines(
  _ model: Model, _ screen: CompareScreen, _ trend: Trend, _ names: [String],
  into frame: inout Frame, in rect: Rect
) {
  let theme = model.preferences.theme
  let field = model.chosenField
  var title = Line(Span("\(field.title)  ", theme[.title]))
  for (index, name) in names.enumerated() {
    title.spans.append(Span("\(model.lineSign(index)) \(name)  ", theme[Role.lines[index]]))
  }
  frame.put(
    title.clipped(to: rect.columns), at: Point(column: rect.column, row: rect.row))
  let area = Rect(
    column: rect.column, row: rect.row + 1, columns: rect.columns, rows: rect.rows - 1)
  guard !trend.periods.isEmpty else { return drawWithoutTrend(model, into: &frame, in: area) }
  var chart = trendChart(
    model, trend,
    series: screen.users.enumerated().map { index, user in
      Chart.Series(trend.values(field, of: user), style: theme[Role.lines[index]])
    })
  if let median = model.team.board?.statistics(field)?.median {
    chart.median = (median, " team median \(NumberText.value(median, model.unit(of: field)))")
  }
  chart.draw(into: &frame, in: area, theme: theme)
}

extension Role {
  /// The roles of a chart's lines, by their places.
  static let lines: [Role] = [.chart1, .chart2, .chart3, .chart4]
}

extension Model {
  /// What tells the line or the bars of a compared user apart without colours.
  fileprivate func lineSign(_ index: Int) -> Character {
    choices.chart == .bar
      ? preferences.glyphs.filling(ofSeries: index) : preferences.glyphs.point(ofSeries: index)
  }
}
