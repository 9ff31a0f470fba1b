package import Records

/// The state of the screen that compares users.
package struct CompareScreen: Equatable, Sendable {
  /// The numbers of the users side by side, two to four.
  package let users: [UserNumber]
  /// What is selected, and the first line on screen.
  package var cursor = ListCursor()

  /// The screen as it opens.
  package init(users: [UserNumber]) { self.users = users }
}
