package import Records

/// A system with an API: it says which requests make which windows and what its errors mean.
package protocol Provider: Sendable {
  /// Where a person connects the account again once the provider refuses it; nil when only words
  /// can say it.
  var reconnectPlace: String? { get }

  /// What the provider gives that records are made of.
  var source: Source { get }

  /// One page of the users of the account; the first one without a cursor.
  func users(after cursor: String?, attempt: Int) async throws(ProviderError) -> Page<User>
}

/// What records of a period are made of.
package enum Source: Sendable {
  /// The provider gives them as they are.
  case records(any RecordProvider)
  /// They are derived from the conversations that the provider gives.
  case conversations(any ConversationProvider)
}

/// A provider of conversations, from which records are derived.
package protocol ConversationProvider: Provider {
  /// One page of the conversations of a window; the first one without a cursor.
  func conversations(
    of key: ConversationWindowKey, in zone: Zone, after cursor: String?, attempt: Int
  ) async throws(ProviderError) -> Page<Conversation>
}

extension ConversationProvider {
  /// Conversations.
  package var source: Source { .conversations(self) }
}

/// A provider of records.
package protocol RecordProvider: Provider {
  /// One page of the records of a window; the first one without a cursor.
  func records(
    of key: WindowKey, in zone: Zone, after cursor: String?, attempt: Int
  ) async throws(ProviderError) -> Page<Record>

  /// One page of those in which a user's record of a window's period is, as the provider has it now;
  /// the first one without a cursor. With `debug` the text is all of the page, with what was asked of
  /// the system behind the provider.
  func rawRecord(
    ofUser id: String, of key: WindowKey, in zone: Zone, debug: Bool, after cursor: String?,
    attempt: Int
  ) async throws(ProviderError) -> RawPage
}

extension RecordProvider {
  /// Records.
  package var source: Source { .records(self) }
}

/// One response of a provider, in which a user's record may be.
package struct RawPage: Equatable, Sendable {
  /// The record as JSON in lines, secrets hidden; nil when it is not on this page.
  package let text: String?
  /// Where the next page starts; nil on the last one.
  package let nextCursor: String?

  /// A page with the text that it has for the user.
  package init(text: String? = nil, nextCursor: String? = nil) {
    self.text = text
    self.nextCursor = nextCursor
  }
}

/// Why a page could not be had, and whether to ask again.
package struct ProviderError: Error, Equatable, Sendable {
  /// Why the page could not be had, for a person.
  package let failure: Failure
  /// Whether to ask again, and when.
  package let retry: Retry

  /// What to do about a page that could not be had.
  package enum Retry: Equatable, Sendable {
    case never
    /// Soon, and later each time.
    case backOff
    /// After so many seconds: the server said so.
    case after(seconds: Double)
  }

  /// A failure that is not tried again unless it is said.
  package init(_ failure: Failure, retry: Retry = .never) {
    self.failure = failure
    self.retry = retry
  }
}
