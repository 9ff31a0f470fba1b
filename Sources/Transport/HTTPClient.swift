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
    let destination = try Destination(request.url)
    guard destination.isEncrypted || destination.isLoopback || request.allowsPlainHTTP else {
      throw .insecure(host: destination.name)
    }
    try request.checkHeaders()
    let id = exchange.makeID()
    let answer = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        exchange.submit(
          Submission(id: id, request: request, destination: destination, at: .now),
          answeringTo: continuation)
      }
    } onCancel: {
      exchange.cancel(id)
    }
    return try answer.get()
  }

  /// Ends what is under way with ``TransportError/cancelled``, and everything sent later too.
  package func shutdown() { exchange.shutdown() }
}
