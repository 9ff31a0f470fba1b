/// The state of the help.
package struct HelpScreen: Equatable, Sendable {
  /// The screen that it was opened from: its keys come first.
  package let subject: ScreenKind
  /// The first line on screen.
  package var cursor = ListCursor()

  /// The help about a screen, from its beginning.
  package init(subject: ScreenKind) { self.subject = subject }
}
