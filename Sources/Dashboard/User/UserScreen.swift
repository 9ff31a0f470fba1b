package import Records

/// The state of the screen of one user.
package struct UserScreen: Equatable, Sendable {
  /// The number of the user on screen.
  package let user: UserNumber
  /// The selected period, counted from the newest.
  package var cursor = ListCursor()

  /// The screen of a user with the newest period selected.
  package init(user: UserNumber) { self.user = user }
}
