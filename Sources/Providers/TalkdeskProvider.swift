package import Records
package import Transport
import Wire

/// Talkdesk's API for conversations, which it calls interactions.
package struct TalkdeskProvider: ConversationProvider {
  /// The account that is asked.
  package let account: TalkdeskAccount
  private let logged: LoggedClient
  private let conversationTokens: TalkdeskTokens
  private let userTokens: TalkdeskTokens
  private let silence: Double

  /// `log` is told of every request that was sent, those for tokens included; it is called from any
  /// thread. A server that says nothing for `silence` seconds is given up. Copies share their tokens.
  package init(
    client: HTTPClient, account: TalkdeskAccount, silence: Double = 30,
    now: @escaping @Sendable () -> Timestamp, log: @escaping @Sendable (RequestLogEntry) -> Void
  ) {
    self.account = account
    self.silence = silence
    let logged = LoggedClient(client: client, account: account.name, now: now, log: log)
    self.logged = logged
    func tokens(_ scope: TalkdeskScope) -> TalkdeskTokens {
      TalkdeskTokens(
        TalkdeskTokenRequest(account: account, scope: scope, logged: logged, silence: silence),
        now: now)
    }
    conversationTokens = tokens(.conversations)
    userTokens = tokens(.users)
  }

  /// Only words say how: who may use the account is set up in Talkdesk.
  package var reconnectPlace: String? { nil }

  /// One page of the conversations that began in a window (``ConversationWindows`` makes such); the
  /// first page without a cursor. Talkdesk includes both ends of what is asked for: a conversation
  /// that began at the end of the window is left out, since it is the next one's.
  package func conversations(
    of key: ConversationWindowKey, in zone: Zone, after cursor: String?, attempt: Int
  ) async throws(ProviderError) -> Page<Conversation> {
    let (start, end) = (zone.start(of: key.days.start), zone.start(of: key.days.end))
    let path =
      cursor.map { TalkdeskQuery.path(after: $0) }
      ?? TalkdeskQuery.path(startedFrom: start, to: end)
    let page = try await page(
      LoggedClient.Purpose(path: path, window: key.inCommon, attempt: attempt), .conversations
    ) { body throws(WireError) in try TalkdeskPage.conversations(body) }
    let records = page.records.filter { conversation in
      let began = conversation.startedAt.flatMap { WrittenTime($0)?.timestamp }
      return began.map { $0 < end } ?? true
    }
    return Page(records: records, nextCursor: page.nextCursor, skipped: page.skipped)
  }

  /// One page of the users, which takes a scope of its own; the first one without a cursor.
  package func users(
    after cursor: String?, attempt: Int
  ) async throws(ProviderError) -> Page<User> {
    let path = TalkdeskUsers.path(after: cursor)
    return try await page(LoggedClient.Purpose(path: path, attempt: attempt), .users) {
      body throws(WireError) in try TalkdeskUsers.page(body, after: cursor)
    }
  }

  /// Asks with the token at hand; with a new one, once, when that is refused.
  private func page<Element>(
    _ purpose: LoggedClient.Purpose, _ scope: TalkdeskScope,
    read: ([UInt8]) throws(WireError) -> Page<Element>
  ) async throws(ProviderError) -> Page<Element> {
    let tokens = scope == .users ? userTokens : conversationTokens
    let token = try await tokens.token()
    do throws(ProviderError) {
      return try await page(purpose, scope, with: token, read: read)
    } catch {
      guard error.failure.kind == .credentials else { throw error }
      let other = try await tokens.token(insteadOf: token)
      return try await page(purpose, scope, with: other, read: read)
    }
  }

  private func page<Element>(
    _ purpose: LoggedClient.Purpose, _ scope: TalkdeskScope, with token: String,
    read: ([UInt8]) throws(WireError) -> Page<Element>
  ) async throws(ProviderError) -> Page<Element> {
    let request = HTTPRequest(
      url: account.baseURL + purpose.path,
      headers: [("Authorization", "Bearer \(token)"), ("Accept", "application/json")],
      stall: silence)
    return try await logged.ask(
      request, for: purpose, hiding: Secrets([token]),
      send: { request throws(TransportError) in try await logged.client.send(request) },
      read: { response throws(ProviderError) in
        guard (200..<300).contains(response.status) else {
          throw ProviderError(
            TalkdeskError(status: response.status, body: response.body, scope: scope).failure,
            retry: .talkdesk(response, now: logged.now()))
        }
        do throws(WireError) {
          return try read(response.body)
        } catch {
          throw ProviderError(error)
        }
      },
      note: { page in page.skipped.first.map { "skipped: \($0)" } })
  }
}
