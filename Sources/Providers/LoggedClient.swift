import Records
import Transport

/// Sends the requests of one account, and tells the log how each of them went.
struct LoggedClient: Sendable {
  let client: HTTPClient
  /// The name of the account.
  let account: String
  let now: @Sendable () -> Timestamp
  let log: @Sendable (RequestLogEntry) -> Void

  /// What a request is for, as the log has it.
  struct Purpose {
    /// The path with its query.
    let path: String
    var window: WindowKey?
    /// Which try it is, from 1.
    let attempt: Int
  }

  /// Sends a request and reads the answer. No secret comes out in the log or in the error.
  func ask<Answer>(
    _ request: HTTPRequest, for purpose: Purpose, hiding secrets: Secrets,
    send: (HTTPRequest) async throws(TransportError) -> HTTPResponse,
    read: (HTTPResponse) throws(ProviderError) -> Answer,
    note: (Answer) -> String? = { _ in nil }
  ) async throws(ProviderError) -> Answer {
    let sentAt = now()
    let entry = { (response: HTTPResponse?, note: String?) in
      RequestLogEntry(
        at: sentAt, account: account, path: purpose.path, window: purpose.window,
        status: response?.status, bytes: response?.bytesReceived ?? 0, seconds: now() - sentAt,
        timings: response.map { RequestTimings($0.timings) }, attempt: purpose.attempt, note: note)
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
      let failure = Failure(error.failure.kind, secrets.hidden(in: error.failure.sentence))
      log(entry(response, failure.sentence))
      throw ProviderError(failure, retry: error.retry)
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
