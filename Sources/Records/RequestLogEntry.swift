/// One request that was sent, as the log keeps it: never a header, a token or a body.
package struct RequestLogEntry: Equatable, Sendable {
  /// When the request was sent.
  package let at: Timestamp
  /// The name of the account that it was sent for.
  package let account: String
  /// The path and the query, without the host.
  package let path: String
  /// The HTTP status; nil when no answer came.
  package let status: Int?
  /// How many bytes came over the network; 0 when no answer came.
  package let bytes: Int
  /// Seconds from the request to the last byte.
  package let seconds: Double
  /// Which try at the same page this was, from 1.
  package let attempt: Int
  /// How the time was spent; nil when no answer came.
  package let timings: RequestTimings?
  /// What went wrong, in a sentence; bad records that were skipped are named here too.
  package let note: String?

  /// An entry for one request.
  package init(
    at: Timestamp, account: String, path: String, status: Int?, bytes: Int, seconds: Double,
    attempt: Int, timings: RequestTimings? = nil, note: String? = nil
  ) {
    self.at = at
    self.account = account
    self.path = path
    self.status = status
    self.bytes = bytes
    self.seconds = seconds
    self.attempt = attempt
    self.timings = timings
    self.note = note
  }
}
