package import Records

/// What Talkdesk gives for a client's credentials: a token and how long it is good for.
package struct TalkdeskGrant: Sendable, CustomStringConvertible {
  /// The bearer token.
  package let token: String
  /// Seconds from the request on; RFC 6749 only recommends that a server states it.
  package let lifetime: Double

  /// How long a token is taken to be good of which the server does not say it: Talkdesk's live
  /// about ten minutes.
  private static let usualLifetime = 300.0

  /// No token is kept for longer than a day, whatever the server says.
  private static let longestLifetime = 86_400.0

  /// What is posted for a token, with the client's id and secret as HTTP Basic.
  package static func form(_ scope: TalkdeskScope) -> String {
    PercentEncoding.query([("grant_type", "client_credentials"), ("scope", scope.rawValue)])
  }

  /// Reads the answer of the token URL.
  package init(_ body: [UInt8]) throws(WireError) {
    let root = try JSONDocument.of(body).root
    guard let token = root["access_token"]?.string, !token.isEmpty else {
      throw .unexpectedShape("it has no “access_token”; check the token URL")
    }
    self.token = token
    let stated = root["expires_in"]?.lenientNumber?.double ?? TalkdeskGrant.usualLifetime
    lifetime = min(max(0, stated), TalkdeskGrant.longestLifetime)
  }

  /// Tells the lifetime and keeps the token to itself.
  package var description: String { "TalkdeskGrant(\(lifetime) s)" }

  /// What a refusal of the token URL means to a person: RFC 6749 §5.2 has the codes.
  package static func failure(
    status: Int, body: [UInt8], scope: TalkdeskScope = .conversations
  ) -> Failure {
    let root = try? JSONDocument.of(body).root
    let code = root?["error"]?.string
    let words = [code, root?["error_description"]?.string].compactMap { $0 }.filter { !$0.isEmpty }
    let message = RemoteText.excerpt(words.joined(separator: ": "))
    let detail = message.isEmpty ? "" : " (\(message))"
    switch (code, status) {
    case ("invalid_scope", _):
      return Failure(
        .forbidden,
        "The client may not have the scope \(scope.rawValue)\(detail): grant it to the client in Talkdesk."
      )
    case ("invalid_client", _), ("unauthorized_client", _), ("invalid_grant", _), (_, 401),
      (_, 403):
      return Failure(
        .credentials,
        "Talkdesk refused the client's id or secret: check TALKDESK_CLIENT_ID and"
          + " TALKDESK_CLIENT_SECRET\(detail).")
    case (_, 404):
      return Failure(
        .misconfigured,
        "There is no token to be had at the token URL: check it, the account's name and the"
          + " region\(detail).")
    case (_, 429):
      return Failure(
        .rateLimited, "Talkdesk limits requests for tokens just now: wait a little\(detail).")
    case (_, 408), (_, 500...599):
      return Failure(
        .server,
        "Talkdesk's token URL failed with status \(status)\(detail); it may pass, try again later.")
    default:
      return Failure(
        .rejected,
        "Talkdesk gave no token but status \(status)\(detail): check the token URL.")
    }
  }
}
