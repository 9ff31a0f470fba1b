import Records
import Transport
import Wire

extension ProviderError.Retry {
  /// 429 waits as long as the server says, 10 s when it says nothing; what may pass is tried again
  /// with a growing pause; everything else is not.
  init(_ response: HTTPResponse, passing statuses: Set<Int>, now: Timestamp) {
    if response.status == 429 {
      let stated = [response.header("retry-after"), response.header("ratelimit-reset")]
        .compactMap { $0.flatMap { RetryAfter.seconds($0, now: now) } }
      self = .after(seconds: stated.first ?? 10)
    } else {
      self = statuses.contains(response.status) ? .backOff : .never
    }
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
