import Records
import Wire

/// What it takes to ask Talkdesk for one account's conversations.
package struct TalkdeskAccount: Sendable, CustomStringConvertible {
  /// What the account is called on screens and in the cache.
  package let name: String
  /// Where the API is, without a slash at the end.
  package let baseURL: String
  /// Where tokens are given.
  package let tokenURL: String
  /// Gives the client's id, or says why there is none.
  package let clientID: @Sendable () async throws(TokenFailure) -> String
  /// Gives the client's secret, or says why there is none.
  package let clientSecret: @Sendable () async throws(TokenFailure) -> String

  /// An account at two addresses. The id and the secret are read anew for each token, so that new
  /// ones are taken as soon as they are there.
  package init(
    name: String, baseURL: String, tokenURL: String,
    clientID: @escaping @Sendable () async throws(TokenFailure) -> String,
    clientSecret: @escaping @Sendable () async throws(TokenFailure) -> String
  ) {
    self.name = name
    var base = Substring(baseURL)
    while base.hasSuffix("/") { base = base.dropLast() }
    self.baseURL = String(base)
    self.tokenURL = tokenURL
    self.clientID = clientID
    self.clientSecret = clientSecret
  }

  /// The path of the token URL, as the log has it.
  var tokenPath: String {
    let afterScheme = tokenURL.split(separator: "://", maxSplits: 1).last ?? ""
    return String(afterScheme.drop { $0 != "/" }.prefix { $0 != "?" })
  }

  /// Names the account and keeps the credentials to itself.
  package var description: String { "TalkdeskAccount(\(name), \(baseURL))" }
}

/// Where in the world Talkdesk keeps an account.
package enum TalkdeskRegion: String, CaseIterable, Hashable, Sendable {
  case us, eu, ca

  /// Where the API of the region is.
  package var baseURL: String {
    switch self {
    case .us: "https://api.talkdeskapp.com"
    case .eu: "https://api.talkdeskapp.eu"
    case .ca: "https://api.talkdeskappca.com"
    }
  }

  /// Where an account gets its tokens; `account` is the first part of its own address.
  package func tokenURL(of account: String) -> String {
    let host =
      switch self {
      case .us: "talkdeskid.com"
      case .eu: "talkdeskid.eu"
      case .ca: "talkdeskidca.com"
      }
    return "https://\(PercentEncoding.encode(account)).\(host)/oauth/token"
  }
}
