/// One request that was sent, as the log keeps it: never a header, a token or a body.
package struct RequestLogEntry: Equatable, Sendable {
  package let at: Timestamp
  package let account: String
  /// The path and the query, without the host.
  package let path: String
  /// The HTTP status; nil when no answer came.
  package let status: Int?
  package let bytes: Int
  /// Seconds from the request to the last byte.
  package let seconds: Double
  /// Which try at the same page this was, from 1.
  package let attempt: Int
  /// What went wrong, in a sentence; bad records that were skipped are named here too.
  package let note: String?

  package init(
    at: Timestamp, account: String, path: String, status: Int?, bytes: Int, seconds: Double,
    attempt: Int, note: String? = nil
  ) {
    self.at = at
    self.account = account
    self.path = path
    self.status = status
    self.bytes = bytes
    self.seconds = seconds
    self.attempt = attempt
    self.note = note
  }
}
