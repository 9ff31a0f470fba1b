import Records

/// What is kept of a conversation for lists and records: small, and without what was said.
struct ConversationDigest {
  /// An agent by number in place of the id.
  typealias Agent = ConversationSummary.Agent

  var id: String?
  var startedAt: String?
  var seconds: Double?
  var direction: String?
  var channel: String?
  var ringGroups: [String]
  var customerID: String?
  var intents: [String]
  var messages: Int
  var isCall: Bool
  var unknownSpeaker: String?
  var agents: [Agent]

  private static let version: UInt8 = 1

  init(_ derived: DerivedConversation, directory: Directory) {
    let (conversation, metrics) = (derived.conversation, derived.metrics)
    id = conversation.id
    startedAt = conversation.startedAt
    let start = conversation.startedAt.flatMap { WrittenTime($0)?.timestamp }
    let end = conversation.endedAt.flatMap { WrittenTime($0)?.timestamp }
    if let start, let end, start <= end { seconds = end - start }
    direction = conversation.direction
    channel = conversation.messages.lazy.compactMap(\.channel).first
    ringGroups = conversation.ringGroups
    customerID = conversation.customerID
    intents = []
    for name in conversation.messages.compactMap({ $0.intent?.name }) where !intents.contains(name)
    {
      intents.append(name)
    }
    messages = conversation.messages.count
    isCall = metrics.isCall
    unknownSpeaker = metrics.unknownSpeaker
    agents = metrics.agents.compactMap { agent in
      directory.number(of: agent.agent.id).map { Agent(user: $0, values: agent.values) }
    }
  }

  /// The instant of its start; nil where that cannot be read.
  var start: Timestamp? { startedAt.flatMap { WrittenTime($0)?.timestamp } }

  /// What is listed of the conversation.
  func summary(number: ConversationNumber, hasWords: Bool) -> ConversationSummary {
    ConversationSummary(
      number: number, id: id, startedAt: start, seconds: seconds, direction: direction,
      channel: channel, ringGroups: ringGroups, customerID: customerID, agents: agents,
      intents: intents, messages: messages, hasWords: hasWords, unknownSpeaker: unknownSpeaker)
  }

  /// What was derived from the conversation.
  func metrics(_ directory: Directory, speakers: String) -> ConversationMetrics {
    ConversationMetrics(
      id: id, startedAt: startedAt, isCall: isCall, unknownSpeaker: unknownSpeaker,
      speakers: speakers,
      agents: agents.map { agent in
        let user = directory[agent.user]
        return ConversationMetrics.Agent(
          agent: ConversationAgent(id: user.id, name: user.name), values: agent.values)
      })
  }
}

extension ConversationDigest {
  /// The bytes that are kept.
  var packed: [UInt8] {
    var writer = ByteWriter()
    writer.append(ConversationDigest.version)
    for text in [id, startedAt, direction, channel, customerID, unknownSpeaker] {
      writer.append(text: text)
    }
    writer.append(optional: seconds)
    writer.append(list: ringGroups) { $0.append(text: $1) }
    writer.append(list: intents) { $0.append(text: $1) }
    writer.append(UInt32(messages))
    writer.append(UInt8(isCall ? 1 : 0))
    writer.append(list: agents) { writer, agent in
      writer.append(agent.user)
      let present = agent.values.enumerated().reduce(UInt64(0)) { bits, value in
        value.element == nil ? bits : bits | 1 << UInt64(value.offset)
      }
      writer.append(present)
      writer.append(contentsOf: agent.values.compactMap(\.self))
    }
    return writer.bytes
  }

  /// Reads what was kept, of agents among the first `users` of the account; whatever the bytes are,
  /// this ends in a digest that is safe to use, or an error.
  init(_ bytes: UnsafeRawBufferPointer, users: Int) throws(PackedTableError) {
    var reader = ByteReader(bytes)
    guard try reader.read(UInt8.self) == ConversationDigest.version else { throw .unknownFormat }
    id = try reader.text()
    startedAt = try reader.text()
    direction = try reader.text()
    channel = try reader.text()
    customerID = try reader.text()
    unknownSpeaker = try reader.text()
    seconds = try reader.optional(Double.self)
    ringGroups = try reader.texts()
    intents = try reader.texts()
    messages = try reader.count()
    isCall = try reader.read(UInt8.self) != 0
    let fields = ConversationMetrics.fields.count
    agents = try reader.list { reader throws(PackedTableError) in
      let user = try reader.read(UserNumber.self)
      guard user >= 0, user < users else { throw .damaged }
      let present = try reader.read(UInt64.self)
      var values = [Double?](repeating: nil, count: fields)
      for field in 0..<fields where present >> UInt64(field) & 1 == 1 {
        values[field] = try reader.read(Double.self)
      }
      return Agent(user: user, values: values)
    }
  }
}

extension ByteReader {
  /// Texts after their count.
  mutating func texts() throws(PackedTableError) -> [String] {
    try list { reader throws(PackedTableError) in try reader.text() ?? "" }
  }
}
