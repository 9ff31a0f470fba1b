import Analytics
import Records

extension Model {
  /// The chosen column of the board on screen.
  var chosenColumn: TeamColumn {
    let all = TeamColumn.all(of: resource)
    let index = team.columns[resource] ?? all.firstIndex { $0 != .user && $0 != .calls } ?? 0
    return all[min(index, all.count - 1)]
  }

  /// The field that trends and charts show: the chosen column's, or else the first one.
  var chosenField: Field {
    if case .field(let field) = chosenColumn { return field }
    return resource.fields[0]
  }

  var sort: Team.Sort {
    team.sorts[resource]
      ?? Team.Sort(key: .field(resource.fields[0]), isDescending: true)
  }

  /// Computes the board from the snapshot and puts its rows in order.
  mutating func refreshBoard() {
    guard let snapshot else { return }
    team.board = TeamBoard(
      snapshot, resource: resource, targets: preferences.targets,
      minimumCalls: preferences.minimumCalls)
    team.trend = Trend(snapshot, resource: resource)
    team.medianField = nil
    refreshMedians()
    reorder()
  }

  /// Works out the medians of the chosen field, once: each needs every number of the trend.
  mutating func refreshMedians() {
    guard team.medianField != chosenField, let trend = team.trend else { return }
    team.medianField = chosenField
    team.medians = trend.medians(chosenField)
  }

  /// Puts the rows in the order of the sort; who is selected stays selected.
  mutating func reorder() {
    guard let board = team.board, let snapshot else { return }
    team.order = board.order(by: sort, directory: snapshot.directory)
    if team.selectedIndex == nil { team.isSelectionChosen = false }
    if !team.isSelectionChosen { team.selected = team.order.first.map { board.rows[$0].user } }
    keepSelectionVisible()
  }

  mutating func keepSelectionVisible() {
    let visible = max(1, TeamLayout(size: size, resource: resource).rows)
    let selected = team.selectedIndex ?? 0
    let last = max(0, team.order.count - visible)
    team.firstRow = min(max(min(team.firstRow, selected), selected - visible + 1), last)
    team.firstRow = max(0, team.firstRow)
  }

  mutating func performOnTeam(_ action: Action) {
    let page = max(1, TeamLayout(size: size, resource: resource).rows)
    switch action {
    case .moveDown: move(by: 1)
    case .moveUp: move(by: -1)
    case .pageDown: move(by: page)
    case .pageUp: move(by: -page)
    case .halfPageDown: move(by: page / 2)
    case .halfPageUp: move(by: -page / 2)
    case .moveToFirst: move(by: -team.order.count)
    case .moveToLast: move(by: team.order.count)
    case .nextColumn: chooseColumn(by: 1)
    case .previousColumn: chooseColumn(by: -1)
    case .sort:
      let isSame = sort.key == chosenColumn
      sort(
        by: Team.Sort(
          key: chosenColumn, isDescending: isSame ? !sort.isDescending : chosenColumn != .user))
    case .reverseSort: sort(by: Team.Sort(key: sort.key, isDescending: !sort.isDescending))
    case .open:
      guard let selected = team.selected else { break }
      team.isSelectionChosen = true
      user = UserScreen(user: selected)
    case .back: notice = "This is the first screen; q leaves rapport."
    default: break
    }
  }

  private mutating func move(by rows: Int) {
    guard let board = team.board, !team.order.isEmpty else { return }
    let index = min(max((team.selectedIndex ?? 0) + rows, 0), team.order.count - 1)
    team.selected = board.rows[team.order[index]].user
    team.isSelectionChosen = true
    keepSelectionVisible()
  }

  mutating func chooseColumn(by steps: Int) {
    let all = TeamColumn.all(of: resource)
    let index = all.firstIndex(of: chosenColumn) ?? 0
    team.columns[resource] = min(max(index + steps, 0), all.count - 1)
    refreshMedians()
  }

  private mutating func sort(by sort: Team.Sort) {
    team.sorts[resource] = sort
    reorder()
  }
}

extension TeamBoard {
  /// The rows in an order: absent values last either way, equal ones as the directory has
  /// them.
  func order(by sort: Team.Sort, directory: Directory) -> [Int] {
    let names = sort.key == .user ? rows.map { directory[$0.user].label.lowercased() } : []
    let values: [Double?] =
      switch sort.key {
      case .user: []
      case .calls: rows.map(\.calls)
      case .field(let field): rows.map { $0[field].value }
      }
    return rows.indices.sorted { one, other in
      if !names.isEmpty, names[one] != names[other] {
        return (names[one] < names[other]) != sort.isDescending
      }
      if !values.isEmpty, values[one] != values[other] {
        guard let first = values[one] else { return false }
        guard let second = values[other] else { return true }
        return (first < second) != sort.isDescending
      }
      return one < other
    }
  }
}
