import Analytics
import Records

extension Model {
  /// The column of the board on screen that the keys work on.
  var chosenColumn: BoardColumn { choices.board.chosen }

  /// The field that trends and charts show: the chosen column's, or else the first one.
  var chosenField: Field { chosenColumn.field ?? choices.resource.fields[0] }

  /// The order of the rows, the first one deciding.
  var sorts: [BoardChoices.Sort] { choices.board.sorts }

  /// Computes the board from the snapshot and puts its rows in order.
  mutating func refreshBoard() {
    guard let snapshot else { return }
    team.board = TeamBoard(
      snapshot, resource: choices.resource, targets: standards.targets,
      minimumCalls: standards.minimumCalls, members: members, reusing: team.board)
    team.trend = Trend(snapshot, resource: choices.resource)
    refreshMedians()
    refreshHeat()
    refreshMatches()
    refreshAttention()
  }

  /// Works out how high values are among the team's, when colours say so.
  mutating func refreshHeat() {
    team.heat = choices.coloring == .heat ? team.board.map(HeatScale.init) : nil
  }

  /// Works out the medians of the chosen field, as far as they are not known.
  mutating func refreshMedians() {
    guard let trend = team.trend else { return }
    team.medians = TrendMedians(trend, chosenField, members: members, reusing: team.medians)
  }

  /// Puts the rows in the order of the sorts; who is selected stays selected.
  mutating func reorder() {
    guard let board = team.board, let snapshot else { return }
    var order = board.order(by: sorts, directory: snapshot.directory)
    if choices.listsEveryone { order += board.orderWithoutData(directory: snapshot.directory) }
    if let matches = team.matches, !choices.showsUnmatched {
      order.removeAll { !matches.contains(board.listed($0).user) }
    }
    team.order = order
    if team.selectedIndex == nil { team.isSelectionChosen = false }
    if !team.isSelectionChosen { team.selected = order.first.map { board.listed($0).user } }
    keepSelectionVisible()
  }

  mutating func keepSelectionVisible() {
    var cursor = team.cursor
    cursor.select(cursor.selected, count: team.order.count, visible: teamRows)
    team.firstRow = cursor.first
  }

  /// How many users are seen at once.
  private var teamRows: Int {
    max(1, TeamLayout(size: size, choices: choices).rows)
  }

  mutating func performOnTeam(_ action: Action) -> [Command] {
    if moveOnTeam(action) || performOnRows(action) || performOnColumns(action) { return [] }
    guard action == .open, let selected = team.selected else { return [] }
    team.isSelectionChosen = true
    screens.append(.user(UserScreen(user: selected)))
    return []
  }

  @discardableResult
  private mutating func moveOnTeam(_ action: Action) -> Bool {
    let cursor = team.cursor
    guard team.board != nil, let steps = action.steps(count: team.order.count, page: teamRows)
    else { return false }
    selectRow(cursor.selected + steps)
    return true
  }

  /// Selects the user in a row of the screen, or in the nearest there is.
  mutating func selectRow(_ row: Int) {
    guard let board = team.board, !team.order.isEmpty else { return }
    var cursor = team.cursor
    cursor.select(row, count: team.order.count, visible: teamRows)
    team.selected = board.listed(team.order[cursor.selected]).user
    team.isSelectionChosen = true
    team.firstRow = cursor.first
  }

  private mutating func performOnRows(_ action: Action) -> Bool {
    switch action {
    case .mark:
      guard let selected = team.selected else { break }
      if team.marked.remove(selected) == nil { team.marked.insert(selected) }
      moveOnTeam(.moveDown)
    case .markAll:
      guard let board = team.board else { break }
      team.marked.formUnion(team.order.map { board.listed($0).user })
    case .clearMarks: team.marked = []
    case .everyone:
      choices.listsEveryone.toggle()
      reorder()
    case .summary:
      choices.board.summary = choices.board.summary.next
      keepSelectionVisible()
    case .showUnmatched:
      choices.showsUnmatched.toggle()
      reorder()
    case .nextMatch, .previousMatch: goToMatch(by: action.matchStep ?? 1)
    default: return false
    }
    return true
  }

  /// Selects the next row (or the one before, with -1) that the filter leaves over, around the end.
  private mutating func goToMatch(by step: Int) {
    guard let board = team.board, let matches = team.matches else {
      notice = "There is no filter: \(preferences.keys.name(of: .filter)) sets one."
      return
    }
    let (count, start) = (team.order.count, team.selectedIndex ?? 0)
    let places = (1...max(1, count)).map { (start + step * $0 + count * 2) % max(1, count) }
    guard let place = places.first(where: { matches.contains(board.listed(team.order[$0]).user) })
    else { return }
    team.selected = board.listed(team.order[place]).user
    team.isSelectionChosen = true
    keepSelectionVisible()
  }
}

extension TeamScreen {
  /// Where the selection and the scroll offset are, as lists count them.
  var cursor: ListCursor {
    var cursor = ListCursor()
    cursor.selected = selectedIndex ?? 0
    cursor.first = firstRow
    return cursor
  }
}
