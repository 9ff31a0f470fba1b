import Analytics
import Canvas
import Records

/// The table of compared users: a row for each field, and some columns for each user.
struct CompareTable {
  /// What a column says about a user, in the order on screen.
  enum Part: CaseIterable {
    case value, change, difference, bar, rank
  }

  /// One column of one user.
  struct Column {
    /// The user's place among those compared.
    let place: Int
    let part: Part
  }

  /// The columns after the one of the fields' names, as many as the width has room for.
  let columns: [Column]
  private let model: Model
  private let screen: CompareScreen
  private let board: TeamBoard
  private let rows: [TeamRow?]
  private let cells: CellText
  private let width: Int

  /// What is there on any screen, and what is added where there is room, the most useful first.
  private static let always: Set<Part> = [.value, .difference]
  private static let more: [Part] = [.rank, .change, .bar]

  init(model: Model, screen: CompareScreen, board: TeamBoard, width: Int) {
    self.model = model
    self.screen = screen
    self.board = board
    self.width = width
    rows = screen.users.map { board.row(of: $0) }
    cells = CellText(model)
    var parts = CompareTable.always
    for part in CompareTable.more {
      let headers = CompareTable.columns(parts.union([part]), users: screen.users.count)
        .map { CompareTable.header($0, model) }
      let layout = TableLayout(
        [CompareTable.names] + headers, frozen: 1, skipped: 0, width: width, gap: 1)
      guard layout.hiddenRight == 0 else { break }
      parts.insert(part)
    }
    columns = CompareTable.columns(parts, users: screen.users.count)
  }

  var table: Table {
    let headers = columns.map { column in
      var header = CompareTable.header(column, model)
      header.isChosen = column.place == screen.chosen
      return header
    }
    var table = Table(columns: [CompareTable.names] + headers, count: model.fields.count) { index in
      let field = model.fields[index]
      return [Line(field.title)] + columns.map { cell($0, field) }
    }
    table.gap = 1
    table.glyphs = model.preferences.glyphs
    table.selected = model.fields.firstIndex(of: model.chosenField)
    table.offset = screen.cursor.first
    let last = columns.lastIndex { $0.place == screen.chosen } ?? 0
    table.skippedColumns = table.skipToShow(last + 1, width: width)
    return table
  }

  private static let names = TableColumn("Metric", minimum: 14, maximum: 26)

  /// The first user is who the others are compared with, and has no difference.
  private static func columns(_ parts: Set<Part>, users: Int) -> [Column] {
    (0..<users).flatMap { place in
      Part.allCases.filter { part in
        parts.contains(part) && (place > 0 || part != .difference && part != .bar)
      }.map { Column(place: place, part: $0) }
    }
  }

  private static func header(_ column: Column, _ model: Model) -> TableColumn {
    switch column.part {
    case .value: TableColumn("Value", .right, minimum: 8)
    case .change:
      TableColumn(model.preferences.glyphs == .ascii ? "chg" : "Δ", .right, minimum: 6)
    case .difference: TableColumn("diff.", .right, minimum: 6)
    case .bar: TableColumn("", minimum: 9, maximum: 17)
    case .rank: TableColumn("rank", .right, minimum: 4)
    }
  }

  private func cell(_ column: Column, _ field: Field) -> Line {
    guard let row = rows[column.place] else {
      return column.part == .value ? cells.padded(cells.absent, field) : Line("")
    }
    let isMuted = field.resource == .interactions && row.hasFewCalls
    switch column.part {
    case .value: return cells.value(row[field], field, hasFewCalls: isMuted)
    case .change: return cells.change(row[field], field, hasFewCalls: isMuted)
    case .difference:
      return cells.difference(difference(column.place, field), field, isMuted: isMuted)
    case .bar: return Line("")
    case .rank: return Line(board.rank(of: row, field).map(String.init) ?? "")
    }
  }

  /// How far a user's value is from the first one's.
  private func difference(_ place: Int, _ field: Field) -> Double? {
    guard let first = rows[0]?[field].value, let value = rows[place]?[field].value else {
      return nil
    }
    return value - first
  }
}
