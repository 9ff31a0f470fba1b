package import Records

/// The state of the screen of one user.
package struct UserScreen: Equatable, Sendable {
  package let user: UserNumber
  /// The selected period, counted from the newest.
  package var selectedPeriod = 0
  /// The first period on screen.
  package var firstPeriod = 0

  package init(user: UserNumber) { self.user = user }
}
