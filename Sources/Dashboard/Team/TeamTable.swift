import Analytics
import Canvas
import Records

/// The table of a board: which columns, and what stands in them.
struct TeamTable {
  let columns: [BoardColumn]
  private let model: Model
  private let board: TeamBoard
  private let snapshot: Snapshot
  private let trend: Trend
  private let cells: CellText
  private let width: Int

  init(model: Model, board: TeamBoard, trend: Trend, snapshot: Snapshot, width: Int) {
    self.model = model
    self.board = board
    self.snapshot = snapshot
    self.width = width
    self.trend = trend
    cells = CellText(model)
    columns = model.shownColumns
  }

  var table: Table {
    var table = Table(columns: columns.map(header), count: model.team.order.count) { _ in [] }
    table.frozen = columns.dropFirst().first == .trend && width >= 60 ? 2 : 1
    table.gap = Table.gap(width: width)
    table.offset = model.team.firstRow
    table.selected = model.team.selectedIndex
    table.skippedColumns = table.skipToShow(
      columns.firstIndex(of: model.chosenColumn) ?? 0, width: width)
    let place = table.layout(width: width).places.first { columns[$0.index] == .trend }
    let trendColumns = place?.columns ?? CellText.trendColumns
    table.row = { row($0, trendColumns: trendColumns) }
    table.isMarked = { model.team.marked.contains(board.listed(model.team.order[$0]).user) }
    let summary = model.choices.board.summary
    if summary != .none {
      let line = SummaryLine(
        summary, board: board, medians: model.team.medians?.values ?? [], cells: cells)
      table.summaries = [columns.map { line.cell($0, trendColumns: trendColumns) }]
    }
    return table
  }

  private func header(_ column: BoardColumn) -> TableColumn {
    var header =
      switch column {
      case .user: TableColumn("User", minimum: 14, maximum: 32)
      case .email: TableColumn("Email", minimum: 12, maximum: 32)
      case .calls: TableColumn("Calls", .right, minimum: 5)
      case .value(.metric(let metric)):
        TableColumn(
          metric.heading, .right, minimum: model.unit(of: .metric(metric)).columns)
      case .value(let field): TableColumn(field.heading, .right, minimum: 6)
      case .change(let field):
        TableColumn("Δ", .right, minimum: field.resource == .interactions ? 6 : 5)
      case .trend: TableColumn("Trend", minimum: 6, maximum: 16)
      }
    if let place = model.sorts.firstIndex(where: { $0.key == column }) {
      (header.order, header.orderPlace) = (model.sorts[place].order, place + 1)
    }
    header.isChosen = column == model.chosenColumn
    header.width = model.choices.board.columns?.first { $0.column == column }?.width
    return header
  }

  private func row(_ index: Int, trendColumns: Int) -> [Line] {
    let row = board.listed(model.team.order[index])
    let user = snapshot.directory[row.user]
    let line = columns.map { column in
      switch column {
      case .user: Line(user.label)
      case .email: Line(user.email ?? NumberText.absent)
      case .calls: Line(NumberText.value(row.calls, .count))
      case .value(let field):
        cells.value(row[field], field, hasFewCalls: isMuted(row, field))
      case .change(let field):
        cells.change(row[field], field, hasFewCalls: isMuted(row, field))
      case .trend:
        cells.trend(trend, field: model.chosenField, user: row.user, columns: trendColumns)
      }
    }
    guard let matches = model.team.matches, !matches.contains(row.user) else { return line }
    let muted = model.preferences.theme[.muted]
    return line.map { $0.restyled { _ in muted } }
  }

  /// Few calls say little about metrics; counters are what they are.
  private func isMuted(_ row: ListedUser, _ field: Field) -> Bool {
    field.resource == .interactions && row.hasFewCalls
  }
}

extension Unit {
  /// How wide the column of a metric is: its values as usual, with a sign before and after.
  fileprivate var columns: Int {
    switch self {
    case .seconds, .perMinute: 8
    case .perHour: 7
    case .duration, .score, .count, .share: 6
    }
  }
}
