package import Records

/// The state of the screen that compares users.
package struct CompareScreen: Equatable, Sendable {
  /// The numbers of the users side by side, two to four.
  package let users: [UserNumber]
  /// The place of the user that the keys work on.
  package var chosen = 0
  /// The row of the chosen field, and the first one on screen.
  package var cursor = ListCursor()

  /// The screen as it opens.
  package init(users: [UserNumber]) { self.users = users }
}
