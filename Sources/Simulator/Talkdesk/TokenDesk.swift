import Records
internal import Synchronization
import Wire

/// Gives out tokens, and knows them again until they are over.
final class TokenDesk: Sendable {
  /// A token that was given out.
  private struct Issued {
    let at: Timestamp
    let scopes: Set<String>
  }

  private let options: TalkdeskOptions
  private let issued = Mutex<[String: Issued]>([:])

  init(_ options: TalkdeskOptions) { self.options = options }

  func respond(_ request: HTTPRequest) throws(TokenRefusal) -> HTTPResponse {
    guard request.method == "POST" else {
      throw .violation("A token is asked for by \(request.method), not by POST.")
    }
    let expected = ["grant_type": "client_credentials", "scope": TalkdeskOptions.readScope]
    for field in request.form + request.parameters where expected[field.name] == nil {
      throw .violation("“\(field.name)” is not a field of a request for a token.")
    }
    let form = Dictionary(
      request.form.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    guard form["grant_type"] == expected["grant_type"] else {
      throw .violation("grant_type is not client_credentials.")
    }
    guard request.login == Login(name: options.clientID, password: options.clientSecret) else {
      throw .client
    }
    let scopes = Set((form["scope"] ?? "").split(separator: " ").map(String.init))
    if let scope = scopes.subtracting(options.scopes).min() { throw .scope(scope) }
    return issue(scopes, at: request.at)
  }

  private func issue(_ scopes: Set<String>, at now: Timestamp) -> HTTPResponse {
    let token = issued.withLock { issued in
      issued = issued.filter { now - $0.value.at < options.tokenLifetime }
      var dice = Dice(UInt64(bitPattern: now.milliseconds), issued.count)
      // The dots and the length are those of a JWT.
      let words = (0..<24).map { _ in String(dice.bits(), radix: 36) }.joined()
      let token = "eyJhbGciOiJSUzI1NiJ9.\(words).\(words.reversed())"
      issued[token] = Issued(at: now, scopes: scopes)
      return token
    }
    var json = JSONWriter()
    json.beginObject()
    json.member("access_token", token)
    json.member("token_type", "Bearer")
    json.key("expires_in")
    json.double(options.tokenLifetime)
    json.member("scope", scopes.sorted().joined(separator: " "))
    json.endObject()
    return HTTPResponse(status: 200, body: json.bytes)
  }

  func revoke() { issued.withLock { $0 = [:] } }

  /// The scopes of the token that a request came with; nil when it is unknown or over.
  func scopes(of request: HTTPRequest) -> Set<String>? {
    guard let header = request.authorization, header.hasPrefix("Bearer ") else { return nil }
    let found = issued.withLock { $0[String(header.dropFirst("Bearer ".count))] }
    guard let found, request.at - found.at < options.tokenLifetime else { return nil }
    return found.scopes
  }
}
