import Canvas

/// Where the parts of the screen of the accounts stand: a table, and below it the selected account.
struct AccountsLayout {
  let table: Rect
  let detail: Rect

  init(size: Size, count: Int) {
    let body = body(of: size)
    let rows = min(count + 1, max(3, body.rows * 4 / 10))
    table = Rect(column: 0, row: body.row, columns: body.columns, rows: rows)
    detail = Rect(
      column: 0, row: body.row + rows + 1, columns: body.columns, rows: body.rows - rows - 1)
  }

  /// How many accounts are seen at once.
  var visible: Int { Table.visibleRows(height: table.rows) }
}

/// Draws the screen of the accounts.
func drawAccounts(_ model: Model, _ screen: AccountsScreen, into frame: inout Frame) {
  let theme = model.preferences.theme
  drawCrumbs(model, into: &frame)
  guard !model.accountReports.isEmpty else {
    let sentence =
      model.saved != nil
      ? "These records were read from a file: there is no account behind them." : ""
    drawSentence(sentence, style: theme[.muted], into: &frame, in: body(of: frame.size))
    return
  }
  let layout = AccountsLayout(size: frame.size, count: model.accountReports.count)
  let columns = AccountColumn.shown(width: frame.size.columns)
  var table = Table(columns: columns.map(\.header), count: model.accountReports.count) { row in
    columns.map { $0.cell(model.accountReports[row], model) }
  }
  table.show(screen.cursor, width: frame.size.columns)
  table.draw(into: &frame, in: layout.table, theme: theme)
  guard model.accountReports.indices.contains(screen.cursor.selected) else { return }
  let lines = AccountLines(
    model: model, report: model.accountReports[screen.cursor.selected], columns: frame.size.columns)
  draw(lines.lines, from: 0, into: &frame, in: layout.detail, theme: theme)
}
