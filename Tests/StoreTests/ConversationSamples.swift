import Records

@testable import Store

/// A week of conversations, with the rules by which it is kept.
struct Week {
  var key = ConversationWindowKey(
    account: "acme", zone: "UTC", days: DaySpan(day("2026-11-09"), day("2026-11-16")))
  var rules = ConversationRules()

  /// Another week of the same account, so many days later.
  func later(_ days: Int) -> Week {
    let span = DaySpan(key.days.start + days, key.days.end + days)
    return Week(
      key: ConversationWindowKey(account: key.account, zone: key.zone, days: span), rules: rules)
  }

  func page(
    _ conversations: [DerivedConversation], next: String? = nil, skipped: [String] = []
  ) -> Page<DerivedConversation> {
    Page(records: conversations, nextCursor: next, skipped: skipped)
  }
}

/// All that a conversation can have, and what somebody says in it.
func conversation(
  _ id: String?, at startedAt: String? = "2026-11-10T09:00:00.000000Z",
  agents: [String] = ["ana"], saying words: [String?] = ["Good morning?", nil, "Grüß Gott \u{0}"]
) -> Conversation {
  var conversation = Conversation(
    id: id, customerID: "customer", startedAt: startedAt, endedAt: "2026-11-10T09:08:00Z",
    direction: "OUT", ringGroups: ["billing", "e\u{301}"],
    agents: agents.map { ConversationAgent(id: $0, name: $0 == "ana" ? "Ana" : nil) })
  conversation.messages = words.enumerated().map { index, text in
    ConversationMessage(
      id: "m\(index)", text: text, channel: "VOICE",
      participant: index % 2 == 0 ? "USER" : "CONTACT",
      sentiment: index == 0 ? "POSITIVE" : nil,
      intent: index == 1
        ? ConversationMessage.Intent(
          name: "Apologize", confidence: .decimal(0.75), isFallback: index == 1) : nil,
      startTime: .integer(Int64(index) * 10), endTime: .decimal(Double(index) * 10 + 7.25),
      transcriptionType: "POST_CALL", sourceSystem: "STT", recordingID: "r", recordingIndex: 0,
      index: index + 4, startedAt: "2026-11-10T09:00:0\(index)Z", agentID: agents.first,
      agentName: nil)
  }
  return conversation
}

/// With metrics that say by whom and how well, and the day of its start in UTC.
func derived(
  _ conversation: Conversation, patience: Double = 1, unknown: String? = nil
) -> DerivedConversation {
  let values = ConversationMetrics.fields.map { $0 == .metric(.patience) ? patience : nil }
  return DerivedConversation(
    conversation,
    metrics: ConversationMetrics(
      id: conversation.id, startedAt: conversation.startedAt, isCall: true, unknownSpeaker: unknown,
      speakers: SpeakerTable.standard.text,
      agents: conversation.agents.map { ConversationMetrics.Agent(agent: $0, values: values) }),
    day: conversation.startedAt.flatMap { WrittenTime($0)?.day })
}

func derived(_ id: String?, patience: Double = 1) -> DerivedConversation {
  derived(conversation(id), patience: patience)
}

extension Store {
  /// Keeps a week whole, in one page.
  @discardableResult
  func keep(
    _ week: Week, _ conversations: [DerivedConversation], at time: Timestamp = noon
  ) throws -> ConversationWindow? {
    try add(week.page(conversations), after: nil, to: week.key, rules: week.rules.mark, at: time)
  }

  /// What is listed of the weeks around the sample's.
  func listed(user: String? = nil, limit: Int = 100) throws -> [ConversationSummary] {
    let span = DaySpan(day("2026-10-01"), day("2026-12-31"))
    return try conversations(
      for: ConversationQuery(account: "acme", days: span, user: user, today: span.end), zone: "UTC",
      limit: limit
    ).listed
  }
}
