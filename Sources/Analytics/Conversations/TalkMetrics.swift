import Records

/// The five metrics of a conversation's agents, from what is said with a position: a call's
/// messages. What is written counts for nothing here, and neither does a conversation in which only
/// one side is heard.
struct TalkMetrics {
  private var talks: [Talk] = []
  /// The number of the recording of each talk.
  private var recordings: [Int?] = []
  /// How many questions each agent's words ask; an agent of whom no words are known is not in it.
  private var questions: [String: Int] = [:]

  init(_ messages: [BelongingMessage]) {
    let said = messages.filter { $0.message.isSpoken && $0.interval != nil }
    let recordings = Dictionary(grouping: said) { $0.message.recordingIndex }
      .sorted { ($0.key ?? -1) < ($1.key ?? -1) }
    let sides = Set(said.map(\.voice.speaker))
    guard sides.isSuperset(of: [.agent, .customer]) else { return }
    talks = recordings.map { Talk($0.value.compactMap(\.interval)) }
    self.recordings = recordings.map(\.key)
    for message in said where message.voice.speaker == .agent {
      guard let agent = message.voice.agent, let text = message.message.text else { continue }
      questions[agent, default: 0] += text.questions
    }
  }

  /// One metric of an agent; nil where the conversation yields none, as for an agent who is never
  /// heard.
  func value(_ metric: Metric, of agent: String) -> Double? {
    let voice = Voice(speaker: .agent, agent: agent)
    guard let monologue = longestStretch(of: voice)?.length else { return nil }
    switch metric {
    case .longestMonologue: return monologue
    case .longestCustomerStory:
      return longestStretch(of: Voice(speaker: .customer, agent: agent))?.length
    case .patience:
      let gaps = talks.flatMap { $0.gaps(before: voice) }
      return gaps.isEmpty ? nil : gaps.reduce(0, +) / Double(gaps.count)
    case .interactivity:
      return rate(talks.reduce(0) { $0 + $1.changes }, each: 60)
    case .questionRate:
      return questions[agent].flatMap { rate($0, each: 3600) }
    }
  }

  private func longestStretch(of voice: Voice) -> Interval? { place(of: voice)?.stretch }

  /// The longest stretch of a voice, and the number of the recording that it is in.
  func place(of voice: Voice) -> (recording: Int?, stretch: Interval)? {
    zip(recordings, talks)
      .compactMap { recording, talk in talk.longestStretch(of: voice).map { (recording, $0) } }
      .max { $0.1.length < $1.1.length }
  }

  /// How often something happened in each so many seconds of the recordings.
  private func rate(_ count: Int, each seconds: Double) -> Double? {
    let span = talks.reduce(0) { $0 + $1.span }
    return span > 0 ? Double(count) / span * seconds : nil
  }
}

/// A message, and whom it belongs to.
struct BelongingMessage {
  let message: ConversationMessage
  let voice: Voice

  /// The messages of a conversation in their order. One belongs to the agent whom it names, else to
  /// the only agent, else to none.
  static func all(of conversation: Conversation, speakers: SpeakerTable) -> [BelongingMessage] {
    let agents = conversation.people(speakers)
    let only = agents.count == 1 ? agents.first?.id : nil
    return conversation.messages.map { message in
      let speaker = speakers[message.participant]
      let owner = speaker == .neither ? nil : message.agentID ?? only
      return BelongingMessage(message: message, voice: Voice(speaker: speaker, agent: owner))
    }
  }

  /// Where it is heard; nil without a position.
  var interval: Interval? {
    guard let start = message.startTime?.double, let end = message.endTime?.double,
      start.isFinite, end.isFinite, start <= end
    else { return nil }
    return Interval(voice: voice, start: start, end: end)
  }
}

extension ConversationMessage {
  /// Whether it was said rather than written.
  var isSpoken: Bool { channel?.uppercased() == "VOICE" }
}
