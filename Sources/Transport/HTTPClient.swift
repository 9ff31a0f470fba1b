/// Sends requests, keeping connections alive between them. One thread does the work; it is started
/// by the first request and sleeps without a tick while there is none.
package final class HTTPClient: Sendable {
  private let exchange: Exchange

  /// - Parameters:
  ///   - userAgent: What the servers are told we are.
  ///   - connectionsPerHost: How many connections to one host are open at a time.
  ///   - certificates: What servers' certificates are checked against.
  package init(
    userAgent: String, connectionsPerHost: Int = 6,
    certificates: TrustedCertificates = .environment
  ) {
    exchange = Exchange(
      settings: Exchange.Settings(
        userAgent: userAgent, connectionsPerHost: connectionsPerHost, certificates: certificates))
  }

  deinit { exchange.shutdown() }

  /// The answer, whatever its status. Up to five redirects on the same host are followed. When the
  /// task is cancelled, this throws at once and the transfer is abandoned.
  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let submission = try prepare(request)
    return try await answer(to: submission).get()
  }

  /// The same for a body that may be long: that of a success (2xx) is handed to `receive` piece by
  /// piece as it arrives, and is missing from the answer. While `receive` works the server is held
  /// up, with no more than a few hundred kilobytes waiting here. When `receive` gives back false,
  /// this throws ``TransportError/cancelled``.
  ///
  /// The request's `timeout` ends with the first piece, and its `maxBytes` counts for other
  /// answers. No compression is asked for.
  package func stream(
    _ request: HTTPRequest, receive: ([UInt8]) async -> Bool
  ) async throws(TransportError) -> HTTPResponse {
    let channel = BodyChannel()
    let submission = try prepare(request, channel: channel)
    async let answer = endingChannel(of: submission, channel)
    while let bytes = await channel.next(resume: { exchange.resume(submission.id) }) {
      guard await receive(bytes) else {
        exchange.cancel(submission.id)
        throw .cancelled
      }
    }
    return try await answer.get()
  }

  /// Ends what is under way with ``TransportError/cancelled``, and everything sent later too.
  package func shutdown() { exchange.shutdown() }

  private func prepare(
    _ request: HTTPRequest, channel: BodyChannel? = nil
  ) throws(TransportError) -> Submission {
    let destination = try Destination(request.url)
    guard destination.isEncrypted || destination.isLoopback || request.allowsPlainHTTP else {
      throw .insecure(host: destination.name)
    }
    try request.checkHeaders()
    return Submission(
      id: exchange.makeID(), request: request, destination: destination, channel: channel)
  }

  private func answer(to submission: Submission) async -> Exchange.Answer {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        exchange.submit(submission, answeringTo: continuation)
      }
    } onCancel: {
      exchange.cancel(submission.id)
    }
  }

  private func endingChannel(
    of submission: Submission, _ channel: BodyChannel
  ) async -> Exchange.Answer {
    let answer = await answer(to: submission)
    channel.end()
    return answer
  }
}
