/// Hides the provider's credentials in Truto's debug block, which shows the request that was sent
/// to the provider. All else stays byte for byte as it came.
enum DebugRedaction {
  /// What stands where a secret was.
  static let mark = Array("\"[hidden]\"".utf8)

  /// The body with the secrets of `debug.requestOptions`, `debug.responseHeaders` and
  /// `debug.requestUrl` hidden. It has to be JSON.
  static func redacted(_ body: [UInt8]) -> [UInt8] {
    var search = SecretSearch(scan: JSONScan(bytes: body))
    search.searchDebug()
    return body.hiding(search.secrets)
  }

  /// The JSON with whatever is called like a secret hidden, wherever it is.
  static func wholly(_ json: [UInt8]) -> [UInt8] {
    var search = SecretSearch(scan: JSONScan(bytes: json))
    search.search(search.scan.root)
    return json.hiding(search.secrets)
  }
}

extension [UInt8] {
  /// With the mark in the place of each range.
  fileprivate func hiding(_ secrets: [Range<Int>]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var copied = 0
    for secret in secrets {
      result += self[copied..<secret.lowerBound]
      result += DebugRedaction.mark
      copied = secret.upperBound
    }
    return result + self[copied...]
  }
}

/// Collects the places of secrets, in their order in the text.
private struct SecretSearch {
  let scan: JSONScan
  private(set) var secrets: [Range<Int>] = []

  init(scan: JSONScan) { self.scan = scan }

  mutating func searchDebug() {
    for member in scan.members(of: scan.root) where scan.text(of: member.key) == "debug" {
      for part in scan.members(of: member.value) {
        switch scan.text(of: part.key) {
        case "requestOptions", "responseHeaders", "requestUrl": search(part.value)
        default: continue
        }
      }
    }
  }

  mutating func search(_ value: Range<Int>) {
    if let text = scan.text(of: value) {
      if SecretName.isIn(text) { secrets.append(value) }
      return
    }
    searchMembers(of: value)
    searchElements(of: value)
  }

  private mutating func searchMembers(of value: Range<Int>) {
    let members = scan.members(of: value)
    // {"name": "Authorization", "value": "…"} is a way to write a header, too.
    let isNamedSecret = members.contains { member in
      ["name", "key", "header"].contains(scan.text(of: member.key)?.lowercased())
        && scan.text(of: member.value).map(SecretName.matches) == true
    }
    for member in members {
      let name = (scan.text(of: member.key) ?? "").lowercased()
      if isNamedSecret && name == "value"
        || SecretName.matches(name) && !(isNamedSecret && name == "key")
      {
        hide(member.value)
      } else {
        search(member.value)
      }
    }
  }

  private mutating func searchElements(of value: Range<Int>) {
    var followsName = false
    for element in scan.elements(of: value) {
      // ["Authorization", "…"] is one as well.
      let text = scan.text(of: element)
      if followsName {
        hide(element)
        followsName = false
      } else {
        search(element)
        followsName = text.map(SecretName.matches) == true
      }
    }
  }

  /// Nothing is hidden where there is nothing.
  private mutating func hide(_ value: Range<Int>) {
    if !scan.bytes[value].elementsEqual("null".utf8) { secrets.append(value) }
  }
}

/// Tells secrets by what they are called.
private enum SecretName {
  private static let parts = [
    "authorization", "cookie", "token", "secret", "password", "passwd", "passphrase", "credential",
    "signature", "session", "assertion", "bearer", "jwt",
  ]
  private static let ends = ["auth", "key", "keys", "pwd", "pass"]

  /// Whether this is the name of something secret, however it is written.
  static func matches(_ name: String) -> Bool {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return parts.contains { letters.contains($0) } || ends.contains { letters.hasSuffix($0) }
  }

  /// Whether a text holds a secret: it is the value of an authorization header, or has a secret among
  /// the parameters of a URL or form or the members of JSON within it, or a password in a URL.
  static func isIn(_ text: String) -> Bool {
    let lower = text.lowercased()
    if lower.hasPrefix("bearer ") || lower.hasPrefix("basic ") { return true }
    if let scheme = lower.firstRange(of: "://"),
      lower[scheme.upperBound...].prefix(while: { !"/?#".contains($0) }).contains("@")
    {
      return true
    }
    let words = lower.split { "?&#;,{}[]\"'\n ".contains($0) }
    return zip(words, words.dropFirst() + [""]).contains { word, next in
      let name = word.prefix { $0 != "=" && $0 != ":" }
      // `name=value`, and `"name":"value"`, which the quotes have split.
      let hasValue = name.count < word.count || next.hasPrefix(":")
      return hasValue && matches(PercentEncoding.decode(String(name)))
    }
  }
}
