package import Records

/// The state of the screen of one record.
package struct RecordScreen: Equatable, Sendable {
  /// The number of the user whose record it is.
  package let user: UserNumber
  /// The period of the record.
  package let period: Period
  /// What is selected, and the first line on screen.
  package var cursor = ListCursor()

  /// The screen as it opens.
  package init(user: UserNumber, period: Period) {
    self.user = user
    self.period = period
  }
}
