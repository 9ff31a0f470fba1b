import Analytics
import Canvas
import Records

extension Model {
  /// The columns on screen, from the left. A total has no periods to draw a trend of.
  var shownColumns: [BoardColumn] {
    columnChoices.filter(\.isShown).map(\.column).filter {
      $0 != .trend || choices.granularity != .total
    }
  }

  /// Every column of the board with whether and how wide it is shown: as the user left them, or as
  /// they suit the width.
  var columnChoices: [BoardChoices.ColumnChoice] {
    let all = allColumns
    guard let columns = choices.board.columns else {
      return all.map { column in
        BoardChoices.ColumnChoice(
          column,
          isShown: column.isShownAtFirst(
            on: choices.resource, chosen: chosenColumn, width: size.columns))
      }
    }
    let known = Set(columns.map(\.column))
    return columns + all.filter { !known.contains($0) }.map { .init($0, isShown: false) }
  }

  /// Every column that the board can show.
  var allColumns: [BoardColumn] { BoardColumn.all(of: choices.resource, fields: fields) }

  /// The fields of the board on screen.
  var fields: [Field] {
    guard let board = team.board, board.resource == choices.resource else {
      return choices.resource.fields
    }
    return board.fields
  }

  /// What the keys of columns do; false for other actions.
  mutating func performOnColumns(_ action: Action) -> Bool {
    switch action {
    case .nextColumn: chooseColumn(by: 1)
    case .previousColumn: chooseColumn(by: -1)
    case .sort: sort(by: chosenColumn)
    case .sortAlso: sortAlso(by: chosenColumn)
    case .reverseSort:
      guard let first = sorts.first else { break }
      set(sorts: [.init(key: first.key, isDescending: !first.isDescending)] + sorts.dropFirst())
    case .hideColumn: hideColumn()
    case .moveColumnLeft: moveColumn(by: -1)
    case .moveColumnRight: moveColumn(by: 1)
    case .narrowColumn: widen(chosenColumn, by: -2)
    case .widenColumn: widen(chosenColumn, by: 2)
    default: return false
    }
    return true
  }

  private mutating func chooseColumn(by steps: Int) {
    let all = shownColumns.filter(\.sorts)
    guard !all.isEmpty else { return }
    let index = all.firstIndex(of: chosenColumn) ?? 0
    choose(all[min(max(index + steps, 0), all.count - 1)])
  }

  /// Makes a column the chosen one.
  mutating func choose(_ column: BoardColumn) {
    choices.board.chosen = column
    refreshMedians()
  }

  /// Sorts by a column alone, or the other way round where that is the order already.
  mutating func sort(by column: BoardColumn) {
    let isSame = sorts.count == 1 && sorts[0].key == column
    let isDescending = isSame ? !sorts[0].isDescending : column.beginsHigh
    set(sorts: [.init(key: column, isDescending: isDescending)])
  }

  /// Sorts by a column where the present order finds rows equal, or turns its part of it round.
  mutating func sortAlso(by column: BoardColumn) {
    var sorts = sorts
    if let place = sorts.firstIndex(where: { $0.key == column }) {
      sorts[place].isDescending.toggle()
    } else {
      sorts.append(.init(key: column, isDescending: column.beginsHigh))
    }
    set(sorts: sorts)
  }

  mutating func set(sorts: [BoardChoices.Sort]) {
    choices.board.sorts = sorts
    reorder()
  }

  private mutating func hideColumn() {
    guard chosenColumn != .user else {
      notice = "The column of names stays: without it nobody could tell the rows apart."
      return
    }
    let hidden = chosenColumn
    chooseColumn(by: shownColumns.last(where: \.sorts) == hidden ? -1 : 1)
    changeColumn(hidden) { $0.isShown = false }
    notice =
      "The column is hidden: \(preferences.keys.name(of: .chooseColumns)) brings it back."
  }

  private mutating func moveColumn(by steps: Int) {
    var columns = columnChoices
    let shown = columns.indices.filter { columns[$0].isShown }
    guard let place = shown.firstIndex(where: { columns[$0].column == chosenColumn }),
      chosenColumn != .user, shown.indices.contains(place + steps),
      columns[shown[place + steps]].column != .user
    else { return }
    columns.swapAt(shown[place], shown[place + steps])
    choices.board.columns = columns
  }

  /// Makes a column wider by so many cells, or narrower.
  mutating func widen(_ column: BoardColumn, by cells: Int) {
    changeColumn(column) { choice in
      choice.width = min(max((choice.width ?? BoardColumn.usualWidth) + cells, 4), 60)
    }
  }

  /// Changes what is chosen for one column.
  mutating func changeColumn(
    _ column: BoardColumn, _ change: (inout BoardChoices.ColumnChoice) -> Void
  ) {
    var columns = columnChoices
    guard let index = columns.firstIndex(where: { $0.column == column }) else { return }
    change(&columns[index])
    choices.board.columns = columns
  }
}

extension BoardColumn {
  /// About how wide a column of numbers is before the user says anything.
  static let usualWidth = 8
}
