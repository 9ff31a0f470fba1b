import Records

/// What is measured of a conversation as a whole, alike for all of its agents.
struct SharedMeasures {
  private let handlingTime: Double?
  private let direction: String?
  private let channel: String?

  init(_ conversation: Conversation) {
    let start = conversation.startedAt.flatMap { WrittenTime($0)?.timestamp }
    let end = conversation.endedAt.flatMap { WrittenTime($0)?.timestamp }
    if let start, let end, start <= end { handlingTime = end - start } else { handlingTime = nil }
    direction = conversation.direction
    channel = conversation.messages.lazy.compactMap(\.channel).first
  }

  subscript(measure: ConversationMeasure) -> Double? {
    switch measure {
    case .handlingTime: handlingTime
    case .inbound, .outbound: share(of: measure, direction, among: directions)
    case .voice, .webchat, .chat, .sms, .digitalConnect:
      share(of: measure, channel, among: channels)
    case .positive, .neutral, .negative: nil
    }
  }

  /// 1 or 0; nil for a word that is not known, of which nothing can be said.
  private func share(
    of measure: ConversationMeasure, _ word: String?, among words: [String: ConversationMeasure]
  ) -> Double? {
    word.flatMap { words[$0.uppercased()] }.map { $0 == measure ? 1 : 0 }
  }
}

/// How the customer feels in the messages that belong to one agent.
struct CustomerSentiments {
  private var counts: [ConversationMeasure: Int] = [:]

  init(_ messages: [BelongingMessage], of agent: String) {
    let customer = Voice(speaker: .customer, agent: agent)
    for message in messages where message.voice == customer {
      guard let sentiment = message.message.sentiment.flatMap({ sentiments[$0.uppercased()] })
      else { continue }
      counts[sentiment, default: 0] += 1
    }
  }

  /// The share of one sentiment; nil when no message has one that is known.
  subscript(measure: ConversationMeasure) -> Double? {
    guard sentiments.values.contains(measure), !counts.isEmpty else { return nil }
    return Double(counts[measure] ?? 0) / Double(counts.values.reduce(0, +))
  }
}

private let directions: [String: ConversationMeasure] = ["IN": .inbound, "OUT": .outbound]

private let channels: [String: ConversationMeasure] = [
  "VOICE": .voice, "WEBCHAT": .webchat, "CHAT": .chat, "SMS": .sms,
  "DIGITAL_CONNECT": .digitalConnect,
]

private let sentiments: [String: ConversationMeasure] = [
  "POSITIVE": .positive, "NEUTRAL": .neutral, "NEGATIVE": .negative,
]
