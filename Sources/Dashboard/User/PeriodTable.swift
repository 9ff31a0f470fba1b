import Analytics
import Canvas
import Records

/// The table of a user's periods, the newest first.
struct PeriodTable {
  private let model: Model
  private let trend: Trend
  private let fields: [Field]
  private let calls: [Double?]
  private let values: [[Double?]]
  private let cells: CellText

  init(_ model: Model, _ trend: Trend, of user: UserNumber) {
    self.model = model
    self.trend = trend
    fields = model.fields
    calls = trend.calls(of: user)
    values = fields.map { trend.values($0, of: user) }
    cells = CellText(model)
  }

  func table(_ cursor: ListCursor, width: Int) -> Table {
    let columns = columns
    var table = Table(columns: columns, count: trend.periods.count, row: row)
    table.show(cursor, width: width)
    let chosen = fields.firstIndex(of: model.chosenField) ?? 0
    table.skippedColumns = table.skipToShow(columns.count - fields.count + chosen, width: width)
    return table
  }

  /// Counters have those of calls among them.
  private var showsCalls: Bool { model.choices.resource == .interactions }

  private var columns: [TableColumn] {
    let calls = showsCalls ? [TableColumn("Calls", .right, minimum: 5)] : []
    return [TableColumn("Period", minimum: 15, maximum: 24)] + calls
      + fields.map { field in
        var column = TableColumn(field.heading, .right, minimum: 7)
        column.isChosen = field == model.chosenField
        return column
      }
  }

  private func row(_ index: Int) -> [Line] {
    let place = trend.periods.count - 1 - index
    let isFew = (calls[place] ?? .infinity) < model.standards.minimumCalls
    let isMuted = showsCalls && isFew || trend.reachesOutside(place)
    let period = DateText.period(trend.periods[place], today: model.calendarDay)
    return [Line(period)] + (showsCalls ? [Line(NumberText.value(calls[place], .count))] : [])
      + zip(fields, values).map { cells.value($1[place], $0, isMuted: isMuted) }
  }
}
