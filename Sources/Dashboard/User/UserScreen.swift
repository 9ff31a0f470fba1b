package import Records

/// The state of the screen of one user.
package struct UserScreen: Equatable, Sendable {
  /// The number of the user on screen.
  package let user: UserNumber
  /// The selected period, counted from the newest.
  package var selectedPeriod = 0
  /// The first period on screen.
  package var firstPeriod = 0

  /// The screen of a user with the newest period selected.
  package init(user: UserNumber) { self.user = user }
}
