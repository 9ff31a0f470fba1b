/// What a request asks the server to do.
package enum HTTPMethod: String, Sendable {
  case get = "GET"
  case post = "POST"
}

/// A name and a password. Its description leaves out both.
package struct Login: Sendable, CustomStringConvertible {
  let name: String
  let password: String

  /// A name and the password that belongs to it.
  package init(name: String, password: String) {
    self.name = name
    self.password = password
  }

  /// Says that there is a login and nothing of it.
  package var description: String { "Login(…)" }
}

/// One request. Its description leaves out the query, the headers and the body, which may hold
/// secrets.
package struct HTTPRequest: Sendable, CustomStringConvertible {
  /// What the server is asked to do.
  package var method: HTTPMethod
  /// The whole address, with the scheme and the query.
  package var url: String
  /// Sent as they are, and no others but those that HTTP itself needs.
  package var headers: [(name: String, value: String)]
  /// Sent as HTTP Basic (RFC 7617) when there is one.
  package var login: Login?
  /// The bytes that are sent after the headers; empty for none.
  package var body: [UInt8]
  /// Seconds from asking to the last byte, waiting for a free connection included.
  package var timeout: Double
  /// Seconds that the server may be silent once it has the request.
  package var stall: Double
  /// The largest body taken, in bytes after decompression.
  package var maxBytes: Int
  /// Whether http without TLS may leave this machine.
  package var allowsPlainHTTP: Bool

  /// A request, by default a GET of at most two minutes and 64 MiB.
  package init(
    method: HTTPMethod = .get, url: String, headers: [(name: String, value: String)] = [],
    login: Login? = nil, body: [UInt8] = [], timeout: Double = 120, stall: Double = 30,
    maxBytes: Int = 64 << 20,
    allowsPlainHTTP: Bool = false
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.login = login
    self.body = body
    self.timeout = timeout
    self.stall = stall
    self.maxBytes = maxBytes
    self.allowsPlainHTTP = allowsPlainHTTP
  }

  /// The method and the URL without its query.
  package var description: String {
    "\(method.rawValue) \(url.prefix { $0 != "?" && $0 != "#" })"
  }

  /// Refuses headers that would end early and begin another header or request.
  func checkHeaders() throws(TransportError) {
    for (name, value) in headers {
      let isName = !name.isEmpty && name.utf8.allSatisfy(Self.isOfToken)
      let isValue = value.utf8.allSatisfy { $0 == 9 || ($0 >= 32 && $0 != 127) }
      guard isName && isValue else { throw .invalidHeader }
    }
  }

  private static func isOfToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
