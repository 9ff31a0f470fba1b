import CCurl
import Glibc

/// Where a URL leads, as libcurl's own parser reads it, so that what is checked is what is used.
struct Destination: Equatable {
  let scheme: String
  /// In lower case; an IPv6 address in brackets.
  let host: String
  let port: String

  init(_ url: String) throws(TransportError) {
    guard let handle = curl_url() else { throw .other(code: 27, text: "out of memory") }
    defer { curl_url_cleanup(handle) }
    let code = curl_url_set(handle, CURLUPART_URL, url, 0)
    guard code == CURLUE_OK else {
      throw .invalidURL(detail: plainWords(String(cString: curl_url_strerror(code))))
    }
    guard Self.part(CURLUPART_USER, of: handle) == nil,
      Self.part(CURLUPART_PASSWORD, of: handle) == nil
    else { throw .invalidURL(detail: "it holds a name or password") }
    guard let scheme = Self.part(CURLUPART_SCHEME, of: handle), ["http", "https"].contains(scheme)
    else { throw .invalidURL(detail: "only http and https are spoken") }
    guard let host = Self.part(CURLUPART_HOST, of: handle),
      let port = Self.part(CURLUPART_PORT, of: handle)
    else { throw .invalidURL(detail: "it has no host") }
    self.scheme = scheme
    self.host = host.lowercased()
    self.port = port
  }

  private static func part(_ part: CURLUPart, of handle: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    let flags = part == CURLUPART_PORT ? UInt32(CURLU_DEFAULT_PORT) : 0
    guard curl_url_get(handle, part, &text, flags) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }

  /// The host for a sentence.
  var name: String { plainWords(host) }

  /// Scheme, host and port for a sentence.
  var origin: String { "\(scheme)://\(plainWords(host)):\(port)" }

  var isEncrypted: Bool { scheme == "https" }

  /// Whether the host is this machine: `localhost`, 127.0.0.0/8 or ::1.
  var isLoopback: Bool {
    if host == "localhost" { return true }
    var v4 = in_addr()
    if inet_pton(AF_INET, host, &v4) == 1 { return UInt32(bigEndian: v4.s_addr) >> 24 == 127 }
    guard host.hasPrefix("[") && host.hasSuffix("]") else { return false }
    var v6 = in6_addr()
    guard inet_pton(AF_INET6, String(host.dropFirst().dropLast()), &v6) == 1 else { return false }
    return withUnsafeBytes(of: v6) { $0.dropLast().allSatisfy { $0 == 0 } && $0.last == 1 }
  }
}

/// Text that a server may have had a hand in, made fit for a sentence: printable ASCII of at most
/// 200 characters.
func plainWords(_ text: String) -> String {
  let characters = text.unicodeScalars.prefix(200).map { scalar in
    (0x20...0x7E).contains(scalar.value) ? Character(scalar) : "?"
  }
  return String(characters)
}
