package import Records
package import Transport
import Wire

/// Truto's unified API for conversational intelligence, with Gong behind it.
package struct TrutoProvider: RecordProvider {
  private let logged: LoggedClient
  /// The account that is asked.
  package let account: TrutoAccount
  private let silence: Double

  /// `log` is told of every request that was sent; it is called from any thread. A server that says
  /// nothing for `silence` seconds is given up.
  package init(
    client: HTTPClient, account: TrutoAccount, silence: Double = 30,
    now: @escaping @Sendable () -> Timestamp, log: @escaping @Sendable (RequestLogEntry) -> Void
  ) {
    logged = LoggedClient(client: client, account: account.name, now: now, log: log)
    self.account = account
    self.silence = silence
  }

  var client: HTTPClient { logged.client }

  /// Where a person connects the account again; nil when only words can say it.
  package var reconnectPlace: String? { account.reconnectPlace }

  /// One page of the records of a window; the first one without a cursor.
  package func records(
    of key: WindowKey, in zone: Zone, after cursor: String?, attempt: Int
  ) async throws(ProviderError) -> Page<Record> {
    var query = TrutoQuery(integratedAccount: account.integratedAccount)
    query.ask(for: key.period, in: zone)
    if !account.keepsRaw { query.ignoreRemoteData() }
    query.follow(cursor)
    return try await page(key.resource.rawValue, query, attempt, window: key) {
      body throws(WireError) in
      try TrutoPage.records(body, of: key.resource, keepingRaw: account.keepsRaw)
    }
  }

  /// One page of the users of the account; the first one without a cursor.
  package func users(
    after cursor: String?, attempt: Int
  ) async throws(ProviderError) -> Page<User> {
    var query = TrutoQuery(integratedAccount: account.integratedAccount)
    query.follow(cursor)
    return try await page("users", query, attempt) { body throws(WireError) in
      try TrutoPage.users(body)
    }
  }

  private func page<Element>(
    _ resource: String, _ query: TrutoQuery, _ attempt: Int, window: WindowKey? = nil,
    read: ([UInt8]) throws(WireError) -> Page<Element>
  ) async throws(ProviderError) -> Page<Element> {
    try await ask(
      for: resource, query, attempt, window: window,
      send: { request throws(TransportError) in try await client.send(request) },
      read: { response throws(ProviderError) in try page(response, read: read) },
      note: { page in page.skipped.first.map { "skipped: \($0)" } })
  }

  /// Sends a request, reads the answer, and tells the log how it went.
  func ask<Answer>(
    for resource: String, _ query: TrutoQuery, _ attempt: Int, window: WindowKey? = nil,
    send: (HTTPRequest) async throws(TransportError) -> HTTPResponse,
    read: (HTTPResponse) throws(ProviderError) -> Answer,
    note: (Answer) -> String? = { _ in nil }
  ) async throws(ProviderError) -> Answer {
    let path = "/unified/conversational-intelligence/\(resource)?\(query.text)"
    let token = try await token()
    let request = HTTPRequest(
      url: account.baseURL + path,
      headers: [("Authorization", "Bearer \(token)"), ("Accept", "application/json")],
      stall: silence)
    return try await logged.ask(
      request, for: LoggedClient.Purpose(path: path, window: window, attempt: attempt),
      hiding: Secrets([token]), send: send, read: read, note: note)
  }

  private func token() async throws(ProviderError) -> String {
    do throws(Failure) {
      return try await account.token()
    } catch {
      throw ProviderError(error)
    }
  }

  private func page<Element>(
    _ response: HTTPResponse, read: ([UInt8]) throws(WireError) -> Page<Element>
  ) throws(ProviderError) -> Page<Element> {
    guard try hasRecords(response) else { return Page(records: []) }
    do throws(WireError) {
      return try read(response.body)
    } catch {
      throw ProviderError(error)
    }
  }

  /// Whether the answer is a success; false when it says that the provider has nothing for the
  /// period.
  func hasRecords(_ response: HTTPResponse) throws(ProviderError) -> Bool {
    if (200..<300).contains(response.status) { return true }
    let error = TrutoError(status: response.status, body: response.body)
    if error.meansNoRecords { return false }
    if error.failure.kind == .credentials { account.tokenRefused() }
    // 503 is not tried again: it means that the account is blocked.
    throw ProviderError(
      error.failure,
      retry: ProviderError.Retry(response, passing: [408, 500, 502, 504], now: logged.now()))
  }
}
