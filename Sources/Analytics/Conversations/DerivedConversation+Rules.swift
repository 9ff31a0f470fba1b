package import Records

extension DerivedConversation {
  /// What can be derived from a conversation by a speaker table, and the day here on which it began.
  package init(_ conversation: Conversation, speakers: SpeakerTable, zone: Zone) {
    self.init(
      conversation, metrics: ConversationMetrics(conversation, speakers: speakers),
      day: conversation.startedAt.flatMap { zone.day(ofWritten: $0) })
  }
}
