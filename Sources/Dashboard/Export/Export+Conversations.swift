import Analytics
import Records

extension Model {
  /// A row for each conversation, in the order of the screen.
  func conversationsExport(_ screen: ConversationsScreen, _ part: ExportPart) -> Export? {
    guard let list = screen.list, let reader = screen.reader else { return nil }
    let places = part.of(screen.order, selected: screen.cursor.selected)
    guard !places.isEmpty else { return nil }
    let shares: [SentimentShares.Sentiment] = [.positive, .neutral, .negative]
    return Export(
      columns: ConversationColumn.all.map(\.name) + shares.map(\.rawValue) + ["messages", "id"],
      rows: places.map { place in
        let conversation = list.conversations[place]
        let sentiment = reader.sentiment(of: conversation)
        return ConversationColumn.all.map { column in
          exported(column, conversation, reader, list.zone)
        } + shares.map { .exact(sentiment?[$0]) } + [
          .number(Double(conversation.messages)), .optional(conversation.id),
        ]
      })
  }

  private func exported(
    _ column: ConversationColumn, _ conversation: ConversationSummary,
    _ reader: ConversationReader, _ zone: Zone
  ) -> Export.Value {
    switch column {
    case .time: .optional(conversation.startedAt.map { zone.text(of: $0) })
    case .length, .metric: .exact(reader.number(column, of: conversation))
    case .agents, .direction, .channel, .sentiment, .intents, .ringGroups, .customer:
      .optional(
        [reader.texts(column, of: conversation)].first { !$0.isEmpty }?.joined(separator: ";"))
    }
  }

  /// A row for each turn.
  func transcriptExport(_ screen: TranscriptScreen, _ part: ExportPart) -> Export? {
    guard let page = screen.page else { return nil }
    let turns = part.of(page.turns.turns, selected: screen.selected)
    guard !turns.isEmpty else { return nil }
    return Export(
      columns: [
        "recording", "start", "end", "speaker", "name", "text", "sentiment", "intent", "questions",
      ],
      rows: turns.map { turn in
        [
          .exact(turn.place.map { Double($0.recording + 1) }), .exact(turn.place?.start),
          .exact(turn.place?.end), .optional(turn.message.participant), .text(page.name(of: turn)),
          .optional(turn.message.text), .optional(turn.message.sentiment),
          .optional(turn.message.intent?.name), .number(Double(turn.questions)),
        ]
      })
  }
}
