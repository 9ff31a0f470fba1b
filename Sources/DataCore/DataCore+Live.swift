package import Providers
package import Records

/// Why one live request failed, and whether to send it again.
package typealias LiveError = ProviderError

extension DataCore {
  /// One live request, whose answer is not for the cache: it is sent at the account's pace, counted
  /// with the day's requests, and sent again where that can help. `ask` is told which attempt it
  /// is.
  package func live<Answer: Sendable>(
    _ ask: @Sendable (Int) async throws(LiveError) -> Answer
  ) async throws(Failure) -> Answer {
    try await asking(ask)
  }
}
