/// What a screen of conversations, or a script, asks the data core for.
package struct ConversationQuery: Hashable, Sendable {
  /// The account's name in the cache.
  package let account: String
  /// The days on which the conversations began, in the account's zone.
  package let days: DaySpan
  /// The id of the agent whose conversations they are; nil for everyone's.
  package let user: String?
  /// The day that ranges count back from; nothing that began on it is asked for.
  package let today: Day

  /// A question about conversations that began on these days.
  package init(account: String, days: DaySpan, user: String? = nil, today: Day) {
    self.account = account
    self.days = days
    self.user = user
    self.today = today
  }
}

/// The number under which the cache knows a conversation; another one after it was fetched again.
package typealias ConversationNumber = Int64

/// A conversation without its messages: what is listed, sorted and filtered.
package struct ConversationSummary: Equatable, Sendable {
  /// What one agent did in the conversation.
  package struct Agent: Equatable, Sendable {
    /// Who it is, in the directory of the list.
    package let user: UserNumber
    /// A number or nil for each of `ConversationMetrics.fields`, in their order.
    package let values: [Double?]

    /// The numbers of an agent, one or nil for each of `ConversationMetrics.fields`.
    package init(user: UserNumber, values: [Double?]) {
      self.user = user
      self.values = values
    }

    /// One number; nil too for a field that is not derived from conversations.
    package subscript(field: Field) -> Double? {
      ConversationMetrics.fields.firstIndex(of: field).flatMap { values[$0] }
    }
  }

  /// The number in the cache.
  package let number: ConversationNumber
  /// The provider's id; nil if it has none.
  package let id: String?
  /// When it began; nil where that cannot be read.
  package let startedAt: Timestamp?
  /// Seconds from its start to its end; nil where the provider does not say both.
  package let seconds: Double?
  /// `OUT`, and whatever else the provider says.
  package let direction: String?
  /// Of the first message that names one: `VOICE`, and whatever else the provider says.
  package let channel: String?
  /// The queues that it went through.
  package let ringGroups: [String]
  /// The provider's id of the customer.
  package let customerID: String?
  /// Everyone who is an agent of the conversation.
  package let agents: [Agent]
  /// The intents of its messages, each once, in their order.
  package let intents: [String]
  /// How many messages it has.
  package let messages: Int
  /// Whether the words of its messages are kept.
  package let hasWords: Bool
  /// The word for a participant that the account's speaker table lacks, and for want of which there
  /// are no metrics of talk; empty if a message names no participant.
  package let unknownSpeaker: String?

  /// A conversation of which all but the number and what is a list may be unknown.
  package init(
    number: ConversationNumber, id: String?, startedAt: Timestamp?, seconds: Double?,
    direction: String?, channel: String?, ringGroups: [String], customerID: String?,
    agents: [Agent], intents: [String], messages: Int, hasWords: Bool, unknownSpeaker: String?
  ) {
    self.number = number
    self.id = id
    self.startedAt = startedAt
    self.seconds = seconds
    self.direction = direction
    self.channel = channel
    self.ringGroups = ringGroups
    self.customerID = customerID
    self.agents = agents
    self.intents = intents
    self.messages = messages
    self.hasWords = hasWords
    self.unknownSpeaker = unknownSpeaker
  }
}

/// What the data core has for a query about conversations at one moment: an immutable value.
package struct ConversationList: Equatable, Sendable {
  /// The question that this answers.
  package let query: ConversationQuery
  /// The zone whose midnights bound the account's days.
  package let zone: Zone
  /// The users of the account by their numbers.
  package let directory: Directory
  /// The conversations, the newest first.
  package let conversations: [ConversationSummary]
  /// How many there are; more than are listed where that would be too many for a screen.
  package let total: Int
  /// How far the work for the query's days has come.
  package let progress: Progress
  /// When the oldest of the days' windows was fetched; nil when there is none yet.
  package let oldest: Timestamp?
  /// What stands in the way of fresh data, if anything.
  package let failure: Failure?
  /// Whether the program is offline, so that nothing is fetched.
  package let isOffline: Bool
  /// Whether anything is still being fetched.
  package let isWorking: Bool

  /// A list of these conversations.
  package init(
    query: ConversationQuery, zone: Zone, directory: Directory,
    conversations: [ConversationSummary], total: Int, progress: Progress, oldest: Timestamp? = nil,
    failure: Failure? = nil, isOffline: Bool = false, isWorking: Bool = false
  ) {
    self.query = query
    self.zone = zone
    self.directory = directory
    self.conversations = conversations
    self.total = total
    self.progress = progress
    self.oldest = oldest
    self.failure = failure
    self.isOffline = isOffline
    self.isWorking = isWorking
  }
}

/// One conversation with all that was said, as far as it is kept.
package struct Transcript: Equatable, Sendable {
  /// The conversation without its messages.
  package let summary: ConversationSummary
  /// The conversation as the provider sent it; without words where those are not kept.
  package let conversation: Conversation
  /// Which side each participant is on.
  package let speakers: SpeakerTable

  /// A conversation and how to read it.
  package init(summary: ConversationSummary, conversation: Conversation, speakers: SpeakerTable) {
    self.summary = summary
    self.conversation = conversation
    self.speakers = speakers
  }
}
