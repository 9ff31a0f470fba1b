/// The state of the screen of the accounts.
package struct AccountsScreen: Equatable, Sendable {
  /// What is selected, and the first line on screen.
  package var cursor = ListCursor()

  /// The screen as it opens.
  package init() {}
}
