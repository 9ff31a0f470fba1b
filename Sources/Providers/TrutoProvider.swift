package import Records
package import Transport
import Wire

/// Truto's unified API for conversational intelligence, with Gong behind it.
package struct TrutoProvider: Provider {
  let client: HTTPClient
  /// The account that is asked.
  package let account: TrutoAccount
  private let silence: Double
  private let now: @Sendable () -> Timestamp
  private let log: @Sendable (RequestLogEntry) -> Void

  /// `log` is told of every request that was sent; it is called from any thread. A server that says
  /// nothing for `silence` seconds is given up.
  package init(
    client: HTTPClient, account: TrutoAccount, silence: Double = 30,
    now: @escaping @Sendable () -> Timestamp, log: @escaping @Sendable (RequestLogEntry) -> Void
  ) {
    self.client = client
    self.account = account
    self.silence = silence
    self.now = now
    self.log = log
  }

  /// Where a person connects the account again; nil when only words can say it.
  package var reconnectPlace: String? { account.reconnectPlace }

  /// One page of the records of a window; the first one without a cursor.
  package func records(
    of key: WindowKey, in zone: Zone, after cursor: String?, attempt: Int
  ) async throws(ProviderError) -> Page<Record> {
    var query = TrutoQuery(integratedAccount: account.integratedAccount)
    query.ask(for: key.period, in: zone)
    query.ignoreRemoteData()
    query.follow(cursor)
    return try await page(key.resource.rawValue, query, attempt, window: key) {
      body throws(WireError) in
      try TrutoPage.records(body, of: key.resource)
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
    let token = try token()
    let request = HTTPRequest(
      url: account.baseURL + path,
      headers: [("Authorization", "Bearer \(token)"), ("Accept", "application/json")],
      stall: silence)
    let sentAt = now()
    let entry = { (response: HTTPResponse?, note: String?) in
      RequestLogEntry(
        at: sentAt, account: account.name, path: path, window: window, status: response?.status,
        bytes: response?.bytesReceived ?? 0, seconds: now() - sentAt,
        timings: response.map { RequestTimings($0.timings) }, attempt: attempt, note: note)
    }
    let response: HTTPResponse
    do throws(TransportError) {
      response = try await send(request)
    } catch {
      log(entry(nil, error.sentence))
      throw ProviderError(error)
    }
    do throws(ProviderError) {
      let answer = try read(response)
      log(entry(response, note(answer)))
      return answer
    } catch {
      // A server or a proxy may echo what it was sent.
      let failure = Failure(
        error.failure.kind, error.failure.sentence.replacing(token, with: "…"))
      log(entry(response, failure.sentence))
      throw ProviderError(failure, retry: error.retry)
    }
  }

  private func token() throws(ProviderError) -> String {
    do throws(Failure) {
      return try account.token()
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
    throw ProviderError(error.failure, retry: retry(response))
  }

  /// 429 waits as long as the server says, 10 s when it says nothing; what may pass is tried again
  /// with a growing pause; everything else, 503 above all, is not.
  private func retry(_ response: HTTPResponse) -> ProviderError.Retry {
    switch response.status {
    case 429:
      let stated = [response.header("retry-after"), response.header("ratelimit-reset")]
        .compactMap { $0.flatMap { RetryAfter.seconds($0, now: now()) } }
      return .after(seconds: stated.first ?? 10)
    case 408, 500, 502, 504: return .backOff
    default: return .never
    }
  }
}

extension RequestTimings {
  init(_ timings: HTTPTimings) {
    self.init(
      nameLookup: timings.nameLookup, connect: timings.connect, tls: timings.tls,
      firstByte: timings.firstByte, total: timings.total)
  }
}

extension ProviderError {
  /// What a body that cannot be read means: one that is damaged may come whole the next time; a
  /// wrong shape will not.
  init(_ error: WireError) {
    let isDamaged = if case .unexpectedShape = error { false } else { true }
    self.init(Failure(.unreadable, error.sentence), retry: isDamaged ? .backOff : .never)
  }

  /// What a failed transfer means: most such failures pass.
  init(_ error: TransportError) {
    switch error {
    case .cancelled: self.init(Failure(.cancelled, error.sentence))
    case .invalidHeader: self.init(Failure(.credentials, error.sentence))
    case .insecure, .invalidURL, .tooManyRedirects, .redirectedElsewhere:
      self.init(Failure(.misconfigured, error.sentence))
    case .tooLarge: self.init(Failure(.unreadable, error.sentence))
    case .tls: self.init(Failure(.unreachable, error.sentence))
    case .nameNotFound, .unreachable, .timedOut, .stalled, .bodyCutShort, .other:
      self.init(Failure(.unreachable, error.sentence), retry: .backOff)
    }
  }
}
