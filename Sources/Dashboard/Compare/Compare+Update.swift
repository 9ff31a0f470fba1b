import Analytics
import Records

extension Model {
  /// Opens the comparison of the marked users, or of the selected one with the first row.
  mutating func compareMarked() -> [Command] {
    guard let board = team.board, !team.order.isEmpty else { return [] }
    let inOrder = team.order.map { board.listed($0).user }
    var users = inOrder.filter(team.marked.contains)
    if users.isEmpty, let selected = team.selected { users = [inOrder[0], selected] }
    if users.count == 1, let selected = team.selected { users.append(selected) }
    guard (2...4).contains(users.count), Set(users).count == users.count else {
      notice =
        users.count > 4
        ? "\(users.count) users are marked: two to four can be compared side by side."
        : "Mark two to four users with \(preferences.keys.name(of: .mark)) to compare them."
      return []
    }
    screens.append(.compare(CompareScreen(users: users)))
    return []
  }

  mutating func perform(_ action: Action, on screen: inout CompareScreen) -> [Command] {
    []
  }
}
