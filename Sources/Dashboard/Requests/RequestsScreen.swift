/// The state of the screen of the log of requests.
package struct RequestsScreen: Equatable, Sendable {
  /// What is selected, and the first line on screen.
  package var cursor = ListCursor()

  /// The screen as it opens.
  package init() {}
}
