package import Records

/// A request as the log on screen has it.
package struct LoggedRequest: Equatable, Sendable {
  /// Its place in the order in which requests ended, by which it is found again.
  package let number: Int
  /// What the log keeps of it.
  package let entry: RequestLogEntry

  /// An entry of the log with its place.
  package init(number: Int, entry: RequestLogEntry) {
    self.number = number
    self.entry = entry
  }
}
