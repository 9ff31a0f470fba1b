package import Records
package import Transport
import Wire

/// Talkdesk's API for conversations, which it calls interactions.
package struct TalkdeskProvider: Sendable {
  /// The account that is asked.
  package let account: TalkdeskAccount
  private let logged: LoggedClient
  private let tokens: TalkdeskTokens
  private let silence: Double

  /// `log` is told of every request that was sent, those for tokens included; it is called from any
  /// thread. A server that says nothing for `silence` seconds is given up. Copies share one token.
  package init(
    client: HTTPClient, account: TalkdeskAccount, silence: Double = 30,
    now: @escaping @Sendable () -> Timestamp, log: @escaping @Sendable (RequestLogEntry) -> Void
  ) {
    self.account = account
    self.silence = silence
    logged = LoggedClient(client: client, account: account.name, now: now, log: log)
    tokens = TalkdeskTokens(
      TalkdeskTokenRequest(account: account, logged: logged, silence: silence), now: now)
  }

  /// One page of the conversations that began in a window of at most seven days (``ConversationWindows``
  /// makes such); the first page without a cursor. Talkdesk includes both ends of what is asked for:
  /// a conversation that began at the end of the window is left out, since it is the next one's.
  package func conversations(
    startedIn window: DaySpan, in zone: Zone, after cursor: String?, attempt: Int
  ) async throws(ProviderError) -> Page<Conversation> {
    let (start, end) = (zone.start(of: window.start), zone.start(of: window.end))
    let path =
      cursor.map { TalkdeskQuery.path(after: $0) }
      ?? TalkdeskQuery.path(startedFrom: start, to: end)
    let page = try await page(path, attempt)
    let records = page.records.filter { conversation in
      let began = conversation.startedAt.flatMap { WrittenTime($0)?.timestamp }
      return began.map { $0 < end } ?? true
    }
    return Page(records: records, nextCursor: page.nextCursor, skipped: page.skipped)
  }

  /// Asks with the token at hand; with a new one, once, when that is refused.
  private func page(
    _ path: String, _ attempt: Int
  ) async throws(ProviderError) -> Page<Conversation> {
    let token = try await tokens.token()
    do throws(ProviderError) {
      return try await page(path, attempt, with: token)
    } catch {
      guard error.failure.kind == .credentials else { throw error }
      return try await page(path, attempt, with: try await tokens.token(insteadOf: token))
    }
  }

  private func page(
    _ path: String, _ attempt: Int, with token: String
  ) async throws(ProviderError) -> Page<Conversation> {
    let request = HTTPRequest(
      url: account.baseURL + path,
      headers: [("Authorization", "Bearer \(token)"), ("Accept", "application/json")],
      stall: silence)
    return try await logged.ask(
      request, for: LoggedClient.Purpose(path: path, attempt: attempt),
      hiding: Secrets([token]),
      send: { request throws(TransportError) in try await logged.client.send(request) },
      read: { response throws(ProviderError) in try page(in: response) },
      note: { page in page.skipped.first.map { "skipped: \($0)" } })
  }

  private func page(in response: HTTPResponse) throws(ProviderError) -> Page<Conversation> {
    guard (200..<300).contains(response.status) else {
      throw ProviderError(
        TalkdeskError(status: response.status, body: response.body).failure,
        retry: .talkdesk(response, now: logged.now()))
    }
    do throws(WireError) {
      return try TalkdeskPage.conversations(response.body)
    } catch {
      throw ProviderError(error)
    }
  }
}
