import Analytics
import Records

extension Model {
  /// Opens the comparison of the marked users, or of the selected one with the first row.
  mutating func compareMarked() {
    guard let board = team.board, !team.order.isEmpty else { return }
    let inOrder = team.order.map { board.listed($0).user }
    var users = inOrder.filter(team.marked.contains)
    if users.count < 2, let selected = team.selected {
      // Whoever is alone on one side stands beside the first row that is someone else.
      let first = users.first { $0 != selected } ?? inOrder.first { $0 != selected }
      users = [first, selected].compactMap { $0 }
    }
    if compare(users) { return }
    notice =
      users.count > 4
      ? "\(users.count) users are marked: two to four can be compared side by side."
      : "Mark two to four users with \(preferences.keys.name(of: .mark)) to compare them."
  }

  /// Opens the comparison of users; false where they are too few, too many, or one of them twice.
  @discardableResult
  mutating func compare(_ users: [UserNumber]) -> Bool {
    guard (2...4).contains(users.count), Set(users).count == users.count else { return false }
    screens.append(.compare(CompareScreen(users: users)))
    return true
  }

  mutating func perform(_ action: Action, on screen: inout CompareScreen) {
    let visible = CompareLayout(size: size, fields: fields.count).fieldRows
    if let steps = action.steps(count: fields.count, page: visible) {
      chooseField(by: steps)
      let place = fields.firstIndex(of: chosenField) ?? 0
      screen.cursor.select(place, count: fields.count, visible: visible)
    }
    switch action {
    case .nextColumn: screen.chosen = min(screen.chosen + 1, screen.users.count - 1)
    case .previousColumn: screen.chosen = max(screen.chosen - 1, 0)
    case .open: screens.append(.user(UserScreen(user: screen.users[screen.chosen])))
    default: break
    }
  }
}
