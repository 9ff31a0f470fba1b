/// What is measured of a conversation besides the five metrics; the raw value is the name of the
/// additional metric in an interaction record.
///
/// A share of one conversation is 1 or 0, so that its mean over conversations is the share of them.
package enum ConversationMeasure: String, CaseIterable, Hashable, Sendable {
  /// Seconds from the conversation's start to its end.
  case handlingTime = "handling_time"
  case inbound = "direction_in_share"
  case outbound = "direction_out_share"
  case voice = "channel_voice_share"
  case webchat = "channel_webchat_share"
  case chat = "channel_chat_share"
  case sms = "channel_sms_share"
  case digitalConnect = "channel_digital_connect_share"
  /// Of the customer's messages with a sentiment those that are positive; the next two likewise.
  case positive = "customer_positive_share"
  case neutral = "customer_neutral_share"
  case negative = "customer_negative_share"
}

/// What was derived from one conversation for each of its agents: small, and without its words, so
/// that it can be kept where they are not.
package struct ConversationMetrics: Equatable, Sendable {
  /// What one agent did in the conversation.
  package struct Agent: Equatable, Sendable {
    /// Who it is.
    package let agent: ConversationAgent
    /// A number or nil for each of `ConversationMetrics.fields`, in their order.
    package let values: [Double?]

    /// The numbers of an agent, one or nil for each of `ConversationMetrics.fields`.
    package init(agent: ConversationAgent, values: [Double?]) {
      self.agent = agent
      self.values = values
    }

    /// One number; nil too for a field that is not derived from conversations.
    package subscript(field: Field) -> Double? {
      ConversationMetrics.fields.firstIndex(of: field).flatMap { values[$0] }
    }
  }

  /// What can be derived: the five metrics, in seconds, changes of side per minute and questions
  /// per hour, and what is measured besides them.
  package static let fields =
    Metric.allCases.map(Field.metric)
    + ConversationMeasure.allCases.map { Field.additional($0.rawValue) }

  /// The provider's id of the conversation; nil if it has none.
  package let id: String?
  /// When the conversation began, as the provider wrote it.
  package let startedAt: String?
  /// Whether anything in it was said rather than written.
  package let isCall: Bool
  /// The word for a participant that the speaker table lacks, and for want of which there are no
  /// metrics of talk; empty if a message names no participant.
  package let unknownSpeaker: String?
  /// The `text` of the speaker table by which this was derived. With another table it has to be
  /// derived again, from the messages.
  package let speakers: String
  /// Everyone who is an agent of the conversation.
  package let agents: [Agent]

  /// What was derived from a conversation by a speaker table, given as its `text`.
  package init(
    id: String?, startedAt: String?, isCall: Bool, unknownSpeaker: String?, speakers: String,
    agents: [Agent]
  ) {
    self.id = id
    self.startedAt = startedAt
    self.isCall = isCall
    self.unknownSpeaker = unknownSpeaker
    self.speakers = speakers
    self.agents = agents
  }
}

extension Field {
  /// The name of the additional metric that says how many conversations a record's mean of this
  /// field is over.
  package var countName: String { name + "_count" }

  /// Whether this is the `countName` of a field that is derived from conversations.
  package var countsConversations: Bool { counts.contains(self) }
}

private let counts = Set(ConversationMetrics.fields.map { Field.additional($0.countName) })
