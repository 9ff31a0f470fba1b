/// How the time of a request was spent, in seconds. A part that a connection kept alive made
/// unnecessary is 0.
package struct RequestTimings: Hashable, Sendable {
  /// Finding the host's address.
  package let nameLookup: Double
  /// Making the TCP connection.
  package let connect: Double
  /// Agreeing on the encryption.
  package let tls: Double
  /// From the request being sent to the first byte of the answer.
  package let firstByte: Double
  /// From the first byte of the answer to the last.
  package let transfer: Double

  /// The times of a request, in seconds.
  package init(
    nameLookup: Double, connect: Double, tls: Double, firstByte: Double, transfer: Double
  ) {
    self.nameLookup = nameLookup
    self.connect = connect
    self.tls = tls
    self.firstByte = firstByte
    self.transfer = transfer
  }
}
