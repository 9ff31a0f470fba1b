/// Why a request got no answer. None of it ever holds a header, a query or a body.
package enum TransportError: Error, Hashable, Sendable {
  /// Plain http to another machine, which was not allowed; nothing was sent.
  case insecure(host: String)
  /// The URL cannot be used; nothing was sent.
  case invalidURL(detail: String)
  /// A header's name or value holds a character that none may; nothing was sent.
  case invalidHeader
  case nameNotFound(host: String)
  case unreachable(host: String, detail: String)
  /// The connection could not be made safe.
  case tls(host: String, detail: String)
  /// The time limit of the whole exchange was reached.
  case timedOut(seconds: Double)
  /// The server fell silent for this long.
  case stalled(seconds: Double)
  case tooLarge(bytes: Int)
  case tooManyRedirects(host: String)
  /// The server sent us to another host, scheme or port, where the token must not go.
  case redirectedElsewhere(to: String)
  /// The connection ended before the body did.
  case bodyCutShort
  /// The caller gave up, or the client was shut down.
  case cancelled
  /// Anything else, with libcurl's code and words.
  case other(code: Int, text: String)

  /// What happened and what to do next, in plain words.
  package var sentence: String {
    switch self {
    case .insecure(let host):
      "Plain http to \(host) would show the token to the network: use an https address."
    case .invalidURL(let detail):
      "The address is not usable (\(detail)): check the base URL."
    case .invalidHeader:
      "A header holds a line break or another forbidden character: check the token."
    case .nameNotFound(let host):
      "The name \(host) is not known: check the base URL and the network connection."
    case .unreachable(let host, let detail):
      "\(host) cannot be reached (\(detail)): check the network, the proxy and the base URL."
    case .tls(let host, let detail):
      "No safe connection to \(host) (\(detail)): check the base URL, this machine's clock and "
        + "its certificates (SSL_CERT_FILE)."
    case .timedOut(let seconds):
      "No complete answer within \(Self.plain(seconds)) s: try again, or allow more time."
    case .stalled(let seconds):
      "The server fell silent for \(Self.plain(seconds)) s: try again later."
    case .tooLarge(let bytes):
      "The answer is larger than the \(bytes) bytes allowed: ask for less at a time."
    case .tooManyRedirects(let host):
      "\(host) redirects in circles: check the base URL."
    case .redirectedElsewhere(let other):
      "The server redirects to \(other), where the token is not sent: if you trust it, make it "
        + "the base URL."
    case .bodyCutShort: "The connection was lost in the middle of the answer: try again."
    case .cancelled: "The request was cancelled: ask again if you still need it."
    case .other(let code, let text):
      "The request failed (\(text), curl error \(code)): try again; if it stays so, check the "
        + "network."
    }
  }

  private static func plain(_ seconds: Double) -> String {
    Int(exactly: seconds).map(String.init) ?? "\(seconds)"
  }
}
