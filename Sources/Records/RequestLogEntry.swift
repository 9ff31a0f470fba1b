/// One request that was sent, as the log keeps it: never a header, a token or a body.
package struct RequestLogEntry: Equatable, Sendable {
  /// When the request was sent.
  package let at: Timestamp
  /// The name of the account that it was sent for.
  package let account: String
  /// The path and the query, without the host.
  package let path: String
  /// The window that it is a page of; nil for users, and for what is asked past the cache.
  package let window: WindowKey?
  /// The HTTP status; nil when no answer came.
  package let status: Int?
  /// How many bytes came over the network; 0 when no answer came.
  package let bytes: Int
  /// Seconds from the request to the last byte.
  package let seconds: Double
  /// How long each part took; nil when no answer came.
  package let timings: RequestTimings?
  /// Which try at the same page this was, from 1.
  package let attempt: Int
  /// What went wrong, in a sentence; bad records that were skipped are named here too.
  package let note: String?

  /// An entry for one request.
  package init(
    at: Timestamp, account: String, path: String, window: WindowKey? = nil, status: Int?,
    bytes: Int, seconds: Double, timings: RequestTimings? = nil, attempt: Int, note: String? = nil
  ) {
    self.at = at
    self.account = account
    self.path = path
    self.window = window
    self.status = status
    self.bytes = bytes
    self.seconds = seconds
    self.timings = timings
    self.attempt = attempt
    self.note = note
  }
}

/// How long each part of a request took, in seconds. A part that a connection kept alive made
/// unnecessary is 0.
package struct RequestTimings: Hashable, Sendable {
  /// Finding the host's address.
  package let nameLookup: Double
  /// Making the TCP connection.
  package let connect: Double
  /// Agreeing on the encryption; 0 for plain HTTP.
  package let tls: Double
  /// From the request being sent to the first byte of the answer.
  package let firstByte: Double
  /// From the start to the last byte.
  package let total: Double

  /// The times of one request, in seconds.
  package init(
    nameLookup: Double, connect: Double, tls: Double, firstByte: Double, total: Double
  ) {
    self.nameLookup = nameLookup
    self.connect = connect
    self.tls = tls
    self.firstByte = firstByte
    self.total = total
  }
}
