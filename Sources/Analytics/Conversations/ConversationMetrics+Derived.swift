package import Records

extension ConversationMetrics {
  /// What can be derived from a conversation. If the table lacks the word for a participant, nothing
  /// that depends on the sides is derived, for the rest would be of half a conversation.
  package init(_ conversation: Conversation, speakers: SpeakerTable) {
    let agents = conversation.people(speakers)
    let messages = BelongingMessage.all(of: conversation, speakers: speakers)
    let unknown = messages.first { $0.voice.speaker == .unknown }
    let known = unknown == nil ? messages : []
    let talk = TalkMetrics(known)
    let ofAll = SharedMeasures(conversation)
    self.init(
      id: conversation.id, startedAt: conversation.startedAt,
      isCall: conversation.messages.contains { $0.isSpoken },
      unknownSpeaker: unknown.map { $0.message.participant ?? "" }, speakers: speakers.text,
      agents: agents.map { agent in
        let sentiments = CustomerSentiments(known, of: agent.id)
        return Agent(
          agent: agent,
          values: Metric.allCases.map { talk.value($0, of: agent.id) }
            + ConversationMeasure.allCases.map { ofAll[$0] ?? sentiments[$0] })
      })
  }
}

extension Conversation {
  /// Its agents without the bots: those to whom only what a bot says is given.
  func people(_ speakers: SpeakerTable) -> [ConversationAgent] {
    func named(by speaker: Speaker) -> Set<String> {
      Set(messages.lazy.filter { speakers[$0.participant] == speaker }.compactMap(\.agentID))
    }
    let bots = named(by: .neither).subtracting(named(by: .agent))
    return everyAgent.filter { !bots.contains($0.id) }
  }
}
