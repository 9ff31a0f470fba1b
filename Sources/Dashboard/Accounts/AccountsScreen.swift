/// The state of the screen of the accounts.
package struct AccountsScreen: Equatable, Sendable {
  /// The selected account, and the first row on screen.
  package var cursor = ListCursor()

  /// The screen as it opens.
  package init() {}
}
