package import Records
package import Transport
import Wire

/// Asks Truto how an account stands.
package struct AccountCheck: Sendable {
  /// What came back, whatever it was.
  package struct Answer: Sendable {
    /// The HTTP status; nil when no answer came.
    package let status: Int?
    /// Why the answer is of no use; nil when it is good.
    package let failure: Failure?
    /// What the account can do, where that was asked for.
    package let capabilities: AccountCapabilities?
    /// Seconds that the server asked to wait.
    package let wait: Double?
    /// How long it took, in seconds.
    package let seconds: Double
    /// How many seconds the clock here is ahead of the server's; nil when the server states no time.
    package let clockAhead: Double?
  }

  private let client: HTTPClient
  private let account: TrutoAccount
  private let now: @Sendable () -> Timestamp
  private let log: @Sendable (RequestLogEntry) -> Void

  /// `log` is told of every request that was sent. `now` has to be the real clock: it is compared
  /// with the server's.
  package init(
    client: HTTPClient, account: TrutoAccount, now: @escaping @Sendable () -> Timestamp,
    log: @escaping @Sendable (RequestLogEntry) -> Void
  ) {
    self.client = client
    self.account = account
    self.now = now
    self.log = log
  }

  /// Asks Truto itself what the account can do; this costs the provider nothing.
  package func capabilities() async -> Answer {
    await answer(TrutoCapabilities.path(of: account.integratedAccount)) {
      (body) throws(WireError) in try TrutoCapabilities.read(body)
    }
  }

  /// Asks for one user, which the provider has to answer.
  package func oneUser() async -> Answer {
    let query = PercentEncoding.query([
      ("integrated_account_id", account.integratedAccount), ("limit", "1"),
    ])
    return await answer("/unified/conversational-intelligence/users?\(query)") {
      (body) throws(WireError) in
      _ = try TrutoPage.users(body)
      return nil
    }
  }

  private func answer(
    _ path: String, read: ([UInt8]) throws(WireError) -> AccountCapabilities?
  ) async -> Answer {
    let token: String
    do throws(Failure) {
      token = try await account.token()
    } catch {
      return Answer(
        status: nil, failure: error, capabilities: nil, wait: nil, seconds: 0, clockAhead: nil)
    }
    let request = HTTPRequest(
      url: account.baseURL + path,
      headers: [("Authorization", "Bearer \(token)"), ("Accept", "application/json")],
      timeout: 30, stall: 15)
    let sentAt = now()
    var response: HTTPResponse?
    var failure: Failure?
    var capabilities: AccountCapabilities?
    do throws(TransportError) {
      let answer = try await client.send(request)
      response = answer
      if (200..<300).contains(answer.status) {
        do throws(WireError) {
          capabilities = try read(answer.body)
        } catch {
          failure = Failure(.unreadable, error.sentence)
        }
      } else {
        failure = TrutoError(status: answer.status, body: answer.body).failure
      }
    } catch {
      failure = ProviderError(error).failure
    }
    // A server or a proxy may echo what it was sent.
    failure = failure.map {
      Failure($0.kind, $0.sentence.replacing(token, with: "…"))
    }
    let seconds = now() - sentAt
    log(
      RequestLogEntry(
        at: sentAt, account: account.name, path: path, status: response?.status,
        bytes: response?.bytesReceived ?? 0, seconds: seconds,
        timings: response.map { RequestTimings($0.timings) }, attempt: 1, note: failure?.sentence))
    // The server wrote its time somewhere between the two moments that are known here.
    let serverTime = response?.header("date").flatMap(HTTPDate.timestamp)
    return Answer(
      status: response?.status, failure: failure, capabilities: capabilities,
      wait: response?.header("retry-after").flatMap { RetryAfter.seconds($0, now: now()) },
      seconds: seconds, clockAhead: serverTime.map { sentAt + seconds / 2 - $0 })
  }
}
