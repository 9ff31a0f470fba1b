/// Names a window of conversations: those of one account that began on days of a zone, at most seven
/// times 24 hours long.
package struct ConversationWindowKey: Hashable, Sendable {
  /// The account's name in the cache.
  package let account: String
  /// The IANA name of the zone whose midnights bound the window.
  package let zone: String
  /// The days on which the conversations began.
  package let days: DaySpan

  /// The name of a window.
  package init(account: String, zone: String, days: DaySpan) {
    self.account = account
    self.zone = zone
    self.days = days
  }

  /// What stands for the window where those of all kinds are named alike: in the log of requests,
  /// among locks, and where an account's status is judged.
  package var inCommon: WindowKey {
    WindowKey(
      account: account, resource: .interactions, zone: zone, period: Period(.total, days))
  }
}

/// A complete window of conversations as it is cached, without them: fetched whole, replaced whole.
package struct ConversationWindow: Hashable, Sendable {
  /// Which window it is, with the end that it was fetched with.
  package let key: ConversationWindowKey
  /// When the first page of the window was fetched.
  package let fetchedAt: Timestamp
  /// Conversations and messages that could not be read and were skipped.
  package let skipped: Int
  /// Conversations that a later one with the same id replaced.
  package let duplicates: Int
  /// By what its metrics were derived, and whether the words are kept.
  package let rules: ConversationRules.Mark
  /// The window's number in the cache, another one after it was fetched again.
  package let number: Int64
  /// How often its conversations were changed since; what was read before is out of date.
  package let revision: Int

  /// A complete window.
  package init(
    key: ConversationWindowKey, fetchedAt: Timestamp, skipped: Int = 0, duplicates: Int = 0,
    rules: ConversationRules.Mark, number: Int64, revision: Int = 0
  ) {
    self.key = key
    self.fetchedAt = fetchedAt
    self.skipped = skipped
    self.duplicates = duplicates
    self.rules = rules
    self.number = number
    self.revision = revision
  }

  /// The window as one of those of all kinds.
  package var summary: WindowSummary { WindowSummary(key: key.inCommon, fetchedAt: fetchedAt) }
}

/// How an account's conversations are read and kept.
package struct ConversationRules: Hashable, Sendable {
  /// Which side each participant is on.
  package var speakers = SpeakerTable.standard
  /// Whether the words of messages are kept; without, they never reach the cache.
  package var keepsWords = true

  /// What is meant unless an account says otherwise.
  package init() {}

  /// What a window remembers of the rules by which it was kept.
  package struct Mark: Hashable, Sendable {
    /// The `text` of the speaker table.
    package let speakers: String
    /// The names of the fields that were derived.
    package let fields: String
    /// Whether the words are kept.
    package let keepsWords: Bool

    /// What was read from the cache.
    package init(speakers: String, fields: String, keepsWords: Bool) {
      self.speakers = speakers
      self.fields = fields
      self.keepsWords = keepsWords
    }

    /// Whether the same is derived by both, whatever is kept.
    package func derivesLike(_ other: Mark) -> Bool {
      speakers == other.speakers && fields == other.fields
    }
  }

  /// What a window that is kept by these rules remembers of them.
  package var mark: Mark {
    Mark(
      speakers: speakers.text,
      fields: ConversationMetrics.fields.map(\.name).joined(separator: ","),
      keepsWords: keepsWords)
  }
}

/// A conversation with what was derived from it.
package struct DerivedConversation: Equatable, Sendable {
  /// The conversation as the provider sent it.
  package let conversation: Conversation
  /// What was derived from it.
  package let metrics: ConversationMetrics
  /// The day on which it began in the zone of its window; nil when its start cannot be read.
  package let day: Day?

  /// A conversation, what was derived from it, and the day that it belongs to.
  package init(_ conversation: Conversation, metrics: ConversationMetrics, day: Day?) {
    self.conversation = conversation
    self.metrics = metrics
    self.day = day
  }
}
