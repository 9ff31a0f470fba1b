import Records

/// Reads one conversation of Talkdesk's, whatever of it is there.
struct ConversationReader {
  private(set) var result: Conversation
  /// The places of the messages that could not be read and were left out, 1 for the first.
  private(set) var unreadable: [Int] = []

  /// Nil for what is no object.
  init?(_ value: JSONValue) {
    guard value.kind == .object else { return nil }
    result = Conversation(
      id: value.words("id"), customerID: value.words("customer_id"),
      startedAt: value.words("started_at"), endedAt: value.words("ended_at"),
      direction: value.words("direction"), ringGroups: value.list("ring_groups"))
    result.agents = value["agents"]?.elements.compactMap(ConversationReader.agent) ?? []
    guard let messages = value["messages"]?.elements else { return }
    for (index, item) in messages.enumerated() {
      if item.kind == .object {
        result.messages.append(ConversationReader.message(item))
      } else {
        unreadable.append(index + 1)
      }
    }
  }

  /// Nil for an agent without an id, whom nothing can be given to.
  private static func agent(_ value: JSONValue) -> ConversationAgent? {
    let id = value.kind == .object ? value.words("id") : value.scalarText
    return id.map { ConversationAgent(id: $0, name: value.words("name")) }
  }

  private static func message(_ value: JSONValue) -> ConversationMessage {
    ConversationMessage(
      id: value.words("message_id"), text: value["text"]?.scalarText,
      channel: value.words("channel"), participant: value.words("participant"),
      sentiment: value.words("sentiment"), intent: intent(value),
      startTime: value["start_time"]?.lenientNumber, endTime: value["end_time"]?.lenientNumber,
      transcriptionType: value.words("transcription_type"),
      sourceSystem: value.words("source_system"), recordingID: value.words("recording_id"),
      recordingIndex: value.count("recording_index"), index: value.count("message_index"),
      startedAt: value.words("message_start_at"), agentID: value.words("agent_id"),
      agentName: value.words("agent_name"))
  }

  private static func intent(_ value: JSONValue) -> ConversationMessage.Intent? {
    value.words("intent").map { name in
      ConversationMessage.Intent(
        name: name, confidence: value["intent_confidence_score"]?.lenientNumber,
        isFallback: value["intent_is_fallback"]?.lenientBool)
    }
  }
}

extension JSONValue {
  /// The text of a member; nil for an empty one.
  fileprivate func words(_ key: String) -> String? {
    self[key]?.scalarText.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The texts of a member that is a list; a text by itself is a list of one.
  fileprivate func list(_ key: String) -> [String] {
    guard let value = self[key] else { return [] }
    return value.kind == .array
      ? value.elements.compactMap(\.scalarText) : value.scalarText.map { [$0] } ?? []
  }

  /// A member that is a whole number.
  fileprivate func count(_ key: String) -> Int? {
    self[key]?.lenientNumber.flatMap { Int(exactly: $0.double) }
  }

  /// True or false, be it written as a string.
  fileprivate var lenientBool: Bool? { bool ?? string.flatMap { Bool($0.lowercased()) } }
}
