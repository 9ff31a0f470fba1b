import Records
import Transport
import Wire

/// Asks for a token with the client's credentials.
struct TalkdeskTokenRequest: Sendable {
  let account: TalkdeskAccount
  let scope: TalkdeskScope
  let logged: LoggedClient
  let silence: Double

  func grant() async throws(ProviderError) -> TalkdeskGrant {
    let id: String
    let secret: String
    do throws(Failure) {
      (id, secret) = (try await account.clientID(), try await account.clientSecret())
    } catch {
      throw ProviderError(error)
    }
    let request = HTTPRequest(
      method: .post, url: account.tokenURL,
      headers: [
        ("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "application/json"),
      ],
      login: Login(name: id, password: secret), body: Array(TalkdeskGrant.form(scope).utf8),
      timeout: 30, stall: silence)
    return try await logged.ask(
      request, for: LoggedClient.Purpose(path: account.tokenPath, attempt: 1),
      hiding: Secrets([id, secret]),
      send: { request throws(TransportError) in try await logged.client.send(request) },
      read: { response throws(ProviderError) in try grant(in: response) })
  }

  private func grant(in response: HTTPResponse) throws(ProviderError) -> TalkdeskGrant {
    guard (200..<300).contains(response.status) else {
      throw ProviderError(
        TalkdeskGrant.failure(status: response.status, body: response.body, scope: scope),
        retry: .talkdesk(response, now: logged.now()))
    }
    do throws(WireError) {
      return try TalkdeskGrant(response.body)
    } catch {
      throw ProviderError(error)
    }
  }
}

extension ProviderError.Retry {
  /// When to ask Talkdesk again after an answer that was no success.
  static func talkdesk(_ response: HTTPResponse, now: Timestamp) -> ProviderError.Retry {
    ProviderError.Retry(response, passing: [408, 500, 502, 503, 504], now: now)
  }
}
