import Records

/// The bytes of a conversation in the cache: all of it but the words, and the words by themselves, so
/// that these can be left out, or taken away later.
///
/// Ids and the provider's words for things come again in most messages: each text is kept once, and
/// named by its place.
enum PackedConversation {
  private static let version: UInt8 = 1

  /// The conversation without its words.
  static func messages(of conversation: Conversation) -> [UInt8] {
    var pool = TextPool()
    var body = ByteWriter()
    for text in [
      conversation.id, conversation.customerID, conversation.startedAt, conversation.endedAt,
      conversation.direction,
    ] {
      body.append(pool.place(of: text))
    }
    body.append(list: conversation.ringGroups) { $0.append(pool.place(of: $1)) }
    body.append(list: conversation.agents) { body, agent in
      body.append(pool.place(of: agent.id))
      body.append(pool.place(of: agent.name))
    }
    body.append(list: conversation.messages) { $0.append($1, &pool) }
    var writer = ByteWriter()
    writer.append(version)
    writer.append(list: pool.texts) { $0.append(text: $1) }
    writer.append(contentsOf: body.bytes)
    return writer.bytes
  }

  /// The words, a text or none for each message.
  static func words(of conversation: Conversation) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(version)
    writer.append(list: conversation.messages) { $0.append(text: $1.text) }
    return writer.bytes
  }

  /// The conversation of both; `words` is nil where they are not kept.
  static func conversation(
    _ messages: UnsafeRawBufferPointer, words: UnsafeRawBufferPointer?
  ) throws(PackedTableError) -> Conversation {
    var reader = ByteReader(messages)
    guard try reader.read(UInt8.self) == version else { throw .unknownFormat }
    let pool = try reader.texts()
    var conversation = Conversation(
      id: try reader.text(in: pool), customerID: try reader.text(in: pool),
      startedAt: try reader.text(in: pool), endedAt: try reader.text(in: pool),
      direction: try reader.text(in: pool))
    conversation.ringGroups = try reader.list { reader throws(PackedTableError) in
      try reader.text(in: pool) ?? ""
    }
    conversation.agents = try reader.list { reader throws(PackedTableError) in
      ConversationAgent(id: try reader.text(in: pool) ?? "", name: try reader.text(in: pool))
    }
    conversation.messages = try reader.list { reader throws(PackedTableError) in
      try reader.message(pool)
    }
    guard let words else { return conversation }
    var wordReader = ByteReader(words)
    guard try wordReader.read(UInt8.self) == version else { throw .unknownFormat }
    let texts = try wordReader.list { reader throws(PackedTableError) in try reader.text() }
    guard texts.count == conversation.messages.count else { throw .damaged }
    for (index, text) in texts.enumerated() { conversation.messages[index].text = text }
    return conversation
  }
}

/// The different texts of a conversation, told apart by their bytes.
private struct TextPool {
  private(set) var texts: [String] = []
  private var places: [[UInt8]: UInt32] = [:]

  /// Where a text stands, one place for each; the place of no text is `ByteWriter.noText`.
  mutating func place(of text: String?) -> UInt32 {
    guard let text else { return ByteWriter.noText }
    let bytes = Array(text.utf8)
    if let place = places[bytes] { return place }
    let place = UInt32(texts.count)
    places[bytes] = place
    texts.append(text)
    return place
  }
}

extension ByteWriter {
  fileprivate mutating func append(_ message: ConversationMessage, _ pool: inout TextPool) {
    for text in [
      message.id, message.channel, message.participant, message.sentiment, message.intent?.name,
      message.transcriptionType, message.sourceSystem, message.recordingID, message.startedAt,
      message.agentID, message.agentName,
    ] {
      append(pool.place(of: text))
    }
    append(message.intent?.confidence)
    append(optional: message.intent?.isFallback.map { UInt8($0 ? 1 : 0) })
    append(message.startTime)
    append(message.endTime)
    append(optional: message.recordingIndex.map(Int64.init))
    append(optional: message.index.map(Int64.init))
  }

  private mutating func append(_ number: Number?) {
    switch number {
    case nil: append(UInt8(0))
    case .integer(let value):
      append(UInt8(1))
      append(value)
    case .decimal(let value):
      append(UInt8(2))
      append(value)
    }
  }
}

extension ByteReader {
  /// A text by its place in a pool.
  fileprivate mutating func text(in pool: [String]) throws(PackedTableError) -> String? {
    let place = try read(UInt32.self)
    guard place != ByteWriter.noText else { return nil }
    guard place < pool.count else { throw .damaged }
    return pool[Int(place)]
  }

  fileprivate mutating func message(
    _ pool: [String]
  ) throws(PackedTableError) -> ConversationMessage {
    var message = ConversationMessage()
    message.id = try text(in: pool)
    message.channel = try text(in: pool)
    message.participant = try text(in: pool)
    message.sentiment = try text(in: pool)
    let intent = try text(in: pool)
    message.transcriptionType = try text(in: pool)
    message.sourceSystem = try text(in: pool)
    message.recordingID = try text(in: pool)
    message.startedAt = try text(in: pool)
    message.agentID = try text(in: pool)
    message.agentName = try text(in: pool)
    let confidence = try number()
    let isFallback = try optional(UInt8.self)
    message.intent = intent.map { name in
      ConversationMessage.Intent(
        name: name, confidence: confidence, isFallback: isFallback.map { $0 != 0 })
    }
    message.startTime = try number()
    message.endTime = try number()
    message.recordingIndex = try optional(Int64.self).map { Int($0) }
    message.index = try optional(Int64.self).map { Int($0) }
    return message
  }

  private mutating func number() throws(PackedTableError) -> Number? {
    switch try read(UInt8.self) {
    case 0: nil
    case 1: .integer(try read(Int64.self))
    case 2: .decimal(try read(Double.self))
    default: throw .damaged
    }
  }
}
