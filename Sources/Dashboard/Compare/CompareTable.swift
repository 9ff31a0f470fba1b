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
  private let comparison: UserComparison
  private let cells: CellText
  private let width: Int

  /// What is there on any screen, and what is added where there is room, the most useful first.
  private static let always: Set<Part> = [.value, .difference]
  private static let more: [Part] = [.rank, .change, .bar]

  init(model: Model, screen: CompareScreen, comparison: UserComparison, width: Int) {
    self.model = model
    self.screen = screen
    self.comparison = comparison
    self.width = width
    cells = CellText(model)
    var parts = CompareTable.always
    for part in CompareTable.more {
      let headers = CompareTable.columns(parts.union([part]), users: screen.users.count)
        .map { CompareTable.header($0, model) }
      let layout = TableLayout(
        [TableColumn("", minimum: CompareTable.usualName)] + headers, frozen: 1, skipped: 0,
        width: width, gap: 1)
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
    let names = TableColumn("Metric", minimum: 14, maximum: 26)
    var table = Table(columns: [names] + headers, count: comparison.lines.count) { index in
      let line = comparison.lines[index]
      return [Line(line.field.title)] + columns.map { cell($0, line) }
    }
    table.gap = 1
    table.selected = comparison.lines.firstIndex { $0.field == model.chosenField }
    table.offset = screen.cursor.first
    let last = columns.lastIndex { $0.place == screen.chosen } ?? 0
    table.skippedColumns = table.skipToShow(last + 1, width: width)
    return table
  }

  /// As much of a field's name as should be seen before anything is added.
  private static let usualName = 20
  private static let barColumns = 11

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
      TableColumn("Δ", .right, minimum: 6)
    case .difference: TableColumn("diff.", .right, minimum: 6)
    case .bar: TableColumn("", minimum: barColumns)
    case .rank: TableColumn("rank", .right, minimum: 4)
    }
  }

  private func cell(_ column: Column, _ line: UserComparison.Line) -> Line {
    let cell = line.cells[column.place]
    switch column.part {
    case .value: return cells.value(cell.headline, line.field, hasFewCalls: cell.hasFewCalls)
    case .change: return cells.change(cell.headline, line.field, hasFewCalls: cell.hasFewCalls)
    case .difference:
      return cells.difference(cell.difference, line.field, isMuted: cell.hasFewCalls)
    case .bar:
      guard let difference = cell.difference else { return Line("") }
      let theme = model.preferences.theme
      return differenceBar(
        difference, maximum: line.teamRange, columns: CompareTable.barColumns,
        style: theme[cell.hasFewCalls ? .muted : Role.lines[column.place]], axis: theme[.faint],
        glyphs: model.preferences.glyphs)
    case .rank: return Line(cell.rank.map(String.init) ?? NumberText.absent)
    }
  }
}
