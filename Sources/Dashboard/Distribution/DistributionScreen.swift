package import Records

/// The state of the screen of a field's distribution over the team.
package struct DistributionScreen: Equatable, Sendable {
  /// The user whose place is shown.
  package let user: UserNumber?
  /// The bar that the keys chose; until then, the one with the user.
  package var chosen: Bar?

  /// A bar of the histogram of a field.
  package struct Bar: Equatable, Sendable {
    /// The field; what was chosen for another one does not count.
    package let field: Field
    /// The place of the bar, from the lowest.
    package let place: Int
  }

  /// The screen as it opens.
  package init(user: UserNumber?) { self.user = user }
}
