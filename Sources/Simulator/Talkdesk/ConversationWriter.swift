import Records
import Wire

/// Writes a page of conversations as Talkdesk does.
struct ConversationWriter {
  let fault: Fault?
  private var json = JSONWriter()

  init(fault: Fault?) { self.fault = fault }

  var bytes: [UInt8] { json.bytes }

  mutating func write(_ page: ConversationPage, linkingTo address: String) {
    json.beginObject()
    // An envelope of this kind may leave out what is empty.
    if fault != .noStats {
      json.key("_embedded")
      json.beginObject()
      json.key("interactions")
      json.beginArray()
      for (number, record) in page.records.enumerated() { write(record, isFirst: number == 0) }
      json.endArray()
      json.endObject()
    }
    json.key("_links")
    json.beginObject()
    if let next = page.next {
      json.key("next")
      json.beginObject()
      json.member("href", "\(address)?cursor=\(linkText(of: next))")
      json.endObject()
    }
    json.endObject()
    json.endObject()
  }

  /// Talkdesk's example has its cursor bare; a link may have it escaped as well.
  private func linkText(of cursor: TalkdeskCursor) -> String {
    cursor.position.isMultiple(of: 2) ? cursor.text : PercentEncoding.encode(cursor.text)
  }

  private mutating func write(_ record: Conversation, isFirst: Bool) {
    if isFirst, fault == .badRecord { return json.null() }
    json.beginObject()
    id("id", record.id)
    json.member("customer_id", record.customerID)
    json.member("started_at", fault == .oddDate ? record.startedAt.map(odd) : record.startedAt)
    json.member("ended_at", record.endedAt)
    json.member("direction", fault == .unknownPeriod ? "SIDEWAYS" : record.direction)
    json.key("ring_groups")
    json.beginArray()
    for group in record.ringGroups { json.string(group) }
    json.endArray()
    if fault == .extraFields { extra() }
    json.key("messages")
    json.beginArray()
    for (number, message) in record.messages.enumerated() {
      write(message, isFirst: isFirst && number == 0)
    }
    json.endArray()
    if fault != .partial { write(record.agents) }
    json.endObject()
  }

  private mutating func write(_ agents: [ConversationAgent]) {
    json.key("agents")
    json.beginArray()
    for agent in agents {
      json.beginObject()
      json.member("id", agent.id)
      json.member("name", agent.name)
      json.endObject()
    }
    json.endArray()
  }

  private mutating func write(_ message: ConversationMessage, isFirst: Bool) {
    json.beginObject()
    json.member("message_id", message.id)
    if isFirst, fault == .invalidUTF8 {
      json.key("text")
      // A lead byte without its second one, and a byte that UTF-8 does not have.
      json.raw(Array("\"Zo".utf8) + [0xC3, 0x28, 0xFF] + Array("?\"".utf8))
    } else {
      json.member("text", message.text)
    }
    json.member("channel", fault == .unknownPeriod ? "HOLOGRAM" : message.channel)
    json.member("participant", message.participant)
    if fault != .partial {
      json.member("sentiment", message.sentiment)
      write(message.intent)
    }
    number("start_time", message.startTime)
    number("end_time", message.endTime)
    json.member("transcription_type", message.transcriptionType)
    json.member("source_system", message.sourceSystem)
    json.member("recording_id", message.recordingID)
    number("recording_index", message.recordingIndex.map { .integer(Int64($0)) })
    number("message_index", message.index.map { .integer(Int64($0)) })
    json.member("message_start_at", message.startedAt)
    json.member("agent_id", message.agentID)
    json.member("agent_name", message.agentName)
    if fault == .extraFields { extra() }
    json.endObject()
  }

  private mutating func write(_ intent: ConversationMessage.Intent?) {
    json.member("intent", intent?.name)
    number("intent_confidence_score", intent?.confidence)
    guard let isFallback = intent?.isFallback else { return }
    json.key("intent_is_fallback")
    json.bool(isFallback)
  }

  private mutating func extra() {
    json.key("labels")
    json.raw(#"{"region":["EMEA",null],"tier":{"level":3}}"#)
  }

  /// Ids are UUIDs; as numbers they have up to 20 digits.
  private mutating func id(_ key: String, _ value: String?) {
    guard fault == .bigID, let value else { return json.member(key, value) }
    json.key(key)
    let digits = value.utf8.reduce(into: UInt64(7)) { $0 = Dice.mixed($0 ^ UInt64($1)) }
    json.integer(digits)
  }

  private mutating func number(_ key: String, _ value: Number?) {
    guard fault == .numberStrings else { return json.member(key, value) }
    json.member(key, value?.text)
  }

  /// The time without its fraction, with an offset in place of the `Z`.
  private func odd(_ time: String) -> String { "\(time.prefix(19))+0000" }
}
