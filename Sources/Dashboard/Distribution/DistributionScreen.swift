/// The state of the screen of a field's distribution over the team.
package struct DistributionScreen: Equatable, Sendable {
  /// What is selected, and the first line on screen.
  package var cursor = ListCursor()

  /// The screen as it opens.
  package init() {}
}
