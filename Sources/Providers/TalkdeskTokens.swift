import Records
import Transport
import Wire

/// The bearer tokens of a Talkdesk account: one is used by all requests until it is nearly over, and
/// all that need the next one wait for the same answer.
actor TalkdeskTokens {
  /// A token in use.
  private struct Current {
    let token: String
    /// From when on the next one is asked for.
    let goodUntil: Timestamp
  }

  /// The next token is asked for this many seconds before the end, or a fifth of the lifetime.
  private static let margin = 60.0

  private let request: TalkdeskTokenRequest
  private let now: @Sendable () -> Timestamp
  private var current: Current?
  private var renewal: Task<Result<String, ProviderError>, Never>?

  init(_ request: TalkdeskTokenRequest, now: @escaping @Sendable () -> Timestamp) {
    self.request = request
    self.now = now
  }

  /// A token that has some time left, and that is not the one that was refused.
  func token(insteadOf refused: String? = nil) async throws(ProviderError) -> String {
    if let current, current.token != refused, now() < current.goodUntil {
      return current.token
    }
    let renewal = renewal ?? startRenewal()
    return try await answer(of: renewal)
  }

  /// What a renewal comes to. A wait that is cancelled ends at once, as a stream does.
  private func answer(
    of renewal: Task<Result<String, ProviderError>, Never>
  ) async throws(ProviderError) -> String {
    let (answers, channel) = AsyncStream.makeStream(of: Result<String, ProviderError>.self)
    Task {
      channel.yield(await renewal.value)
      channel.finish()
    }
    for await answer in answers { return try answer.get() }
    throw ProviderError(TransportError.cancelled)
  }

  /// The task is nobody's child: that one request is given up must not end it for the others.
  private func startRenewal() -> Task<Result<String, ProviderError>, Never> {
    let task = Task {
      let result = await renew()
      renewal = nil
      return result
    }
    renewal = task
    return task
  }

  private func renew() async -> Result<String, ProviderError> {
    let askedAt = now()
    do throws(ProviderError) {
      let grant = try await request.grant()
      let margin = min(TalkdeskTokens.margin, grant.lifetime / 5)
      current = Current(token: grant.token, goodUntil: askedAt + (grant.lifetime - margin))
      return .success(grant.token)
    } catch {
      current = nil
      return .failure(error)
    }
  }
}
