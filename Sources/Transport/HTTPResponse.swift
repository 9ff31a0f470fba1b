/// The answer to a request, whatever its status.
package struct HTTPResponse: Sendable {
  /// The HTTP status, as in 200.
  package let status: Int
  /// In the order received; the names in lower case.
  package let headers: [(name: String, value: String)]
  /// Decompressed.
  package let body: [UInt8]
  /// How long each part of the exchange took.
  package let timings: HTTPTimings
  /// Headers and body as they came over the network, compressed.
  package let bytesReceived: Int
  /// The version the server spoke: `1.0`, `1.1` or `2`; empty if unknown.
  package let version: String

  /// An answer; the names of its headers are put into lower case.
  package init(
    status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = [],
    timings: HTTPTimings = HTTPTimings(), bytesReceived: Int = 0, version: String = ""
  ) {
    self.status = status
    self.headers = headers.map { ($0.name.lowercased(), $0.value) }
    self.body = body
    self.timings = timings
    self.bytesReceived = bytesReceived
    self.version = version
  }

  /// The value of the first header of this name, in whatever case.
  package func header(_ name: String) -> String? {
    let name = name.lowercased()
    return headers.first { $0.name == name }?.value
  }
}

/// How long each part of an exchange took, in seconds; redirects are added up. A part that a
/// connection kept alive made unnecessary is 0.
package struct HTTPTimings: Hashable, Sendable {
  /// Finding the host's address.
  package var nameLookup: Double
  /// Making the TCP connection.
  package var connect: Double
  /// Agreeing on the encryption; 0 for plain HTTP.
  package var tls: Double
  /// From the request being sent to the first byte of the answer.
  package var firstByte: Double
  /// From the start, once there was a connection to use, to the last byte.
  package var total: Double

  /// The times of an exchange, in seconds.
  package init(
    nameLookup: Double = 0, connect: Double = 0, tls: Double = 0, firstByte: Double = 0,
    total: Double = 0
  ) {
    self.nameLookup = nameLookup
    self.connect = connect
    self.tls = tls
    self.firstByte = firstByte
    self.total = total
  }

  static func + (left: HTTPTimings, right: HTTPTimings) -> HTTPTimings {
    HTTPTimings(
      nameLookup: left.nameLookup + right.nameLookup, connect: left.connect + right.connect,
      tls: left.tls + right.tls, firstByte: left.firstByte + right.firstByte,
      total: left.total + right.total)
  }
}
