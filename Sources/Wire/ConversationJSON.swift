package import Records

/// Conversations as JSON in Talkdesk's own field names, with what was derived from them.
package enum ConversationJSON {
  /// Appends one conversation with its messages, and under `metrics` what was derived of each agent,
  /// by id. What is unknown is left out; names that the conversation lacks are the directory's.
  package static func write(
    _ transcript: Transcript, _ directory: Directory, to json: inout JSONWriter
  ) {
    let conversation = transcript.conversation
    json.beginObject()
    json.member("id", conversation.id)
    json.member("customer_id", conversation.customerID)
    json.member("started_at", conversation.startedAt)
    json.member("ended_at", conversation.endedAt)
    json.member("direction", conversation.direction)
    json.key("ring_groups")
    json.beginArray()
    for group in conversation.ringGroups { json.string(group) }
    json.endArray()
    json.key("messages")
    json.beginArray()
    for message in conversation.messages { write(message, to: &json) }
    json.endArray()
    json.key("agents")
    json.beginArray()
    for agent in conversation.agents {
      json.beginObject()
      json.member("id", agent.id)
      json.member(
        "name", agent.name ?? directory.number(of: agent.id).flatMap { directory[$0].name })
      json.endObject()
    }
    json.endArray()
    json.key("metrics")
    json.beginObject()
    for agent in transcript.summary.agents {
      json.key(directory[agent.user].id)
      json.beginObject()
      for (field, value) in zip(ConversationMetrics.fields, agent.values) {
        json.member(field.name, value.map(Number.decimal))
      }
      json.endObject()
    }
    json.endObject()
    json.endObject()
  }

  private static func write(_ message: ConversationMessage, to json: inout JSONWriter) {
    json.beginObject()
    json.member("message_id", message.id)
    json.member("text", message.text)
    json.member("channel", message.channel)
    json.member("participant", message.participant)
    json.member("sentiment", message.sentiment)
    json.member("intent", message.intent?.name)
    json.member("intent_confidence_score", message.intent?.confidence)
    if let isFallback = message.intent?.isFallback {
      json.member("intent_is_fallback", isFallback)
    }
    json.member("start_time", message.startTime)
    json.member("end_time", message.endTime)
    json.member("transcription_type", message.transcriptionType)
    json.member("source_system", message.sourceSystem)
    json.member("recording_id", message.recordingID)
    if let index = message.recordingIndex { json.member("recording_index", index) }
    if let index = message.index { json.member("message_index", index) }
    json.member("message_start_at", message.startedAt)
    json.member("agent_id", message.agentID)
    json.member("agent_name", message.agentName)
    json.endObject()
  }
}

/// Conversations as comma-separated values (RFC 4180), a line each without its messages. What there is
/// of several agents stands in one cell, in the order of the agents, with `;` between.
package enum ConversationCSV {
  /// The line of names, with its line end.
  package static var header: String {
    RecordCSV.line(
      [
        "id", "customer_id", "started_at", "ended_at", "direction", "channel", "ring_groups",
        "agents.id", "agents.name", "messages", "intents",
      ] + ConversationMetrics.fields.map { "metrics.\($0.name)" })
  }

  /// The line of a conversation, with its line end; what is absent is empty.
  package static func line(_ transcript: Transcript, _ directory: Directory) -> String {
    let (conversation, summary) = (transcript.conversation, transcript.summary)
    let users = summary.agents.map { directory[$0.user] }
    let texts: [String?] = [
      conversation.id, conversation.customerID, conversation.startedAt, conversation.endedAt,
      conversation.direction, summary.channel, conversation.ringGroups.joined(separator: ";"),
      users.map(\.id).joined(separator: ";"), users.map { $0.name ?? "" }.joined(separator: ";"),
      String(summary.messages), summary.intents.joined(separator: ";"),
    ]
    let numbers = ConversationMetrics.fields.indices.map { field in
      let values = summary.agents.map { $0.values[field] }
      return values.contains { $0 != nil }
        ? values.map { $0.map { Number.decimal($0).text } ?? "" }.joined(separator: ";") : ""
    }
    return RecordCSV.line(texts.map { $0 ?? "" } + numbers)
  }
}
