package import Records
package import Transport
import Wire

/// Asks Talkdesk how an account stands.
package struct TalkdeskCheck: Sendable {
  private let account: TalkdeskAccount
  private let probe: ServerProbe

  /// `log` is told of every request that was sent. `now` has to be the real clock: it is compared
  /// with the server's.
  package init(
    client: HTTPClient, account: TalkdeskAccount, now: @escaping @Sendable () -> Timestamp,
    log: @escaping @Sendable (RequestLogEntry) -> Void
  ) {
    self.account = account
    probe = ServerProbe(client: client, account: account.name, now: now, log: log)
  }

  /// Asks for a token, and with it for the conversations of the last hour.
  package func conversations() async -> AccountCheck.Answer {
    let now = probe.now()
    let path = TalkdeskQuery.path(startedFrom: now + -3600, to: now)
    return await answer(path, .conversations) { body throws(WireError) in
      _ = try TalkdeskPage.conversations(body)
    }
  }

  /// Asks for a token of the other scope, and with it for the first users.
  package func users() async -> AccountCheck.Answer {
    await answer(TalkdeskUsers.path(after: nil), .users) { body throws(WireError) in
      _ = try TalkdeskUsers.page(body, after: nil)
    }
  }

  private func answer(
    _ path: String, _ scope: TalkdeskScope, read: ([UInt8]) throws(WireError) -> Void
  ) async -> AccountCheck.Answer {
    let logged = LoggedClient(
      client: probe.client, account: probe.account, now: probe.now, log: probe.log)
    let token: String
    do throws(ProviderError) {
      token = try await TalkdeskTokenRequest(
        account: account, scope: scope, logged: logged, silence: 15
      ).grant().token
    } catch {
      return AccountCheck.Answer(error.failure)
    }
    let request = HTTPRequest(
      url: account.baseURL + path,
      headers: [("Authorization", "Bearer \(token)"), ("Accept", "application/json")],
      timeout: 30, stall: 15)
    return await probe.answer(to: request, path: path, hiding: Secrets([token])) { response in
      guard (200..<300).contains(response.status) else {
        return ServerProbe.Finding(
          failure: TalkdeskError(status: response.status, body: response.body, scope: scope)
            .failure)
      }
      do throws(WireError) {
        try read(response.body)
        return ServerProbe.Finding()
      } catch {
        return ServerProbe.Finding(failure: Failure(.unreadable, error.sentence))
      }
    }
  }
}
