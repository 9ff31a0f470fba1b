/// Why data could not be had, as far as a person needs to know it to act.
package struct Failure: Error, Hashable, Sendable {
  /// What kind of failure it is; it decides the exit code and whether it makes sense to try again.
  /// The raw value is its name in the cache and in what is printed for scripts.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The token is missing, expired or wrong.
    case credentials
    /// The provider behind the unified API refuses the account until it is connected again.
    case disconnected
    /// The token may not do this.
    case forbidden
    /// What the user set up cannot work, as with plain http to another machine.
    case misconfigured
    /// The provider refused the request as it was sent.
    case rejected
    /// The account or the route does not exist.
    case notFound = "not_found"
    case rateLimited = "rate_limited"
    /// The day's own budget of requests is used up.
    case budget
    /// The integrated account is blocked.
    case blocked
    /// A fault of the server, which may pass.
    case server
    /// The host cannot be reached.
    case unreachable
    /// The answer could not be read.
    case unreadable
    /// The cache cannot be read or written.
    case cache
    /// Paging did not come to an end.
    case paging
    /// Another process was fetching the same window, and was ahead.
    case overtaken
    case cancelled
  }

  /// What kind of failure it is.
  package let kind: Kind
  /// One sentence in plain words, with what to do next; never a secret.
  package let sentence: String

  /// A failure of a kind, with a sentence for a person.
  package init(_ kind: Kind, _ sentence: String) {
    self.kind = kind
    self.sentence = sentence
  }
}

/// A failure that was met, and when.
package struct PastFailure: Hashable, Sendable {
  /// When the failure was met.
  package let at: Timestamp
  /// What went wrong then.
  package let failure: Failure

  /// A failure met at an instant.
  package init(at: Timestamp, failure: Failure) {
    self.at = at
    self.failure = failure
  }
}
