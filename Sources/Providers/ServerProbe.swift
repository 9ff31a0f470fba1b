import Records
import Transport

/// Asks a server once, to see how it stands.
struct ServerProbe: Sendable {
  let client: HTTPClient
  /// The name of the account.
  let account: String
  /// The real clock: it is compared with the server's.
  let now: @Sendable () -> Timestamp
  /// Told of every request that was sent.
  let log: @Sendable (RequestLogEntry) -> Void

  /// What an answer of the server's says.
  struct Finding {
    var failure: Failure?
    var capabilities: AccountCapabilities?
  }

  /// What came back, whatever it was, without the secrets that a server or a proxy may echo.
  func answer(
    to request: HTTPRequest, path: String, hiding secrets: Secrets,
    read: (HTTPResponse) -> Finding
  ) async -> AccountCheck.Answer {
    let sentAt = now()
    var response: HTTPResponse?
    var finding: Finding
    do throws(TransportError) {
      let answer = try await client.send(request)
      response = answer
      finding = read(answer)
    } catch {
      finding = Finding(failure: ProviderError(error).failure)
    }
    finding.failure = finding.failure.map {
      Failure($0.kind, secrets.hidden(in: $0.sentence))
    }
    let seconds = now() - sentAt
    log(
      RequestLogEntry(
        at: sentAt, account: account, path: path, status: response?.status,
        bytes: response?.bytesReceived ?? 0, seconds: seconds,
        timings: response.map { RequestTimings($0.timings) }, attempt: 1,
        note: finding.failure?.sentence))
    // The server wrote its time somewhere between the two moments that are known here.
    let serverTime = response?.header("date").flatMap(HTTPDate.timestamp)
    return AccountCheck.Answer(
      status: response?.status, failure: finding.failure, capabilities: finding.capabilities,
      wait: response?.header("retry-after").flatMap { RetryAfter.seconds($0, now: now()) },
      seconds: seconds, clockAhead: serverTime.map { sentAt + seconds / 2 - $0 })
  }
}

extension AccountCheck.Answer {
  /// Nothing was sent, because of this.
  init(_ failure: Failure) {
    self.init(
      status: nil, failure: failure, capabilities: nil, wait: nil, seconds: 0, clockAhead: nil)
  }
}
