/// The state of the help.
package struct HelpScreen: Equatable, Sendable {
  /// The first line on screen.
  package var cursor = ListCursor()

  /// The help from its beginning.
  package init() {}
}
