import Analytics
import Canvas
import Records

/// Conversations: everything of the selected one, and a line for each.
func plainConversations(_ model: Model, _ screen: ConversationsScreen) -> PlainBody {
  guard let list = screen.list, !screen.order.isEmpty else {
    return PlainBody(list: [noConversations(model, screen)])
  }
  let choices = model.choices.conversations
  var body = PlainBody(
    list: [
      conversationCount(screen, list),
      "Sorted by \(choices.sorted.title), from \(choices.isDescending ? "high to low" : "low to high")",
    ])
  if !screen.filter.isEmpty { body.list.append("Filter \(screen.filter)") }
  let reader = ConversationReader(user: screen.user, directory: list.directory)
  if let conversation = screen.selected {
    let title = plainTitle(model, conversation, list)
    body.place = body.list.count + screen.cursor.selected
    body.selected =
      [PlainWords.selected(title, screen.cursor.selected, of: screen.order.count)]
      + ConversationColumn.all.dropFirst().map { column in
        "\(column.title): \(plainCell(column, conversation, reader, model))"
      }
  }
  body.list += screen.order.map { place in
    let conversation = list.conversations[place]
    let agents = reader.agents(of: conversation).joined(separator: ", ")
    let sorted = choices.sorted == .time ? .length : choices.sorted
    return "\(plainTitle(model, conversation, list)), \(agents), \(sorted.title)"
      + " \(plainCell(sorted, conversation, reader, model))"
  }
  return body
}

private func plainTitle(
  _ model: Model, _ conversation: ConversationSummary, _ list: ConversationList
) -> String {
  conversation.startedAt.map {
    DateText.minute($0, zone: list.zone, today: model.calendarDay)
  } ?? "no time stated"
}

private func plainCell(
  _ column: ConversationColumn, _ conversation: ConversationSummary, _ reader: ConversationReader,
  _ model: Model
) -> String {
  switch column {
  case .metric(let metric):
    let field = Field.metric(metric)
    return PlainWords(model: model).value(reader.value(field, of: conversation), field)
  case .length:
    return conversation.seconds.map { NumberText.value($0, .duration) } ?? "not stated"
  case .sentiment:
    guard let shares = reader.sentiment(of: conversation) else { return "not stated" }
    return SentimentShares.Sentiment.allCases.map { sentiment in
      "\(Int((shares[sentiment] * 100).rounded())) % \(sentiment.rawValue)"
    }.joined(separator: ", ")
  case .time, .agents, .direction, .channel, .intents, .ringGroups, .customer:
    let texts = reader.texts(column, of: conversation)
    return texts.isEmpty ? "not stated" : texts.joined(separator: ", ")
  }
}

/// A transcript: what is known of the conversation, then a line for each turn.
func plainTranscript(_ model: Model, _ screen: TranscriptScreen) -> PlainBody {
  let known = TranscriptHead(model, screen).lines(columns: 200).map { line in
    String(line.text.drop { $0 == " " })
  }
  guard let page = screen.page else {
    return PlainBody(list: known + [unreadSentence(model, screen)].compactMap(\.self))
  }
  let turns = page.turns.turns
  var body = PlainBody(list: known)
  guard turns.indices.contains(screen.selected) else {
    body.list.append("This conversation has no messages.")
    return body
  }
  body.place = known.count + screen.selected
  body.selected =
    [PlainWords.selected("turn", screen.selected, of: turns.count)]
    + page.stretches(of: screen.selected) + plainFacts(turns[screen.selected])
  body.list += turns.indices.map(page.text)
  return body
}

private func plainFacts(_ turn: Turns.Turn) -> [String] {
  var facts: [String] = []
  if let sentiment = turn.message.sentiment { facts.append("Sentiment: \(sentiment.providerWord)") }
  if let intent = turn.message.intent { facts.append("Intent: \(intent.words.dropFirst(2))") }
  if turn.questions > 0 {
    facts.append(turn.questions == 1 ? "Asks a question" : "Asks \(turn.questions) questions")
  }
  return facts
}

extension TranscriptPage {
  /// What a turn is a part of, a sentence each.
  fileprivate func stretches(of turn: Int) -> [String] {
    turns.stretches.filter {
      $0.turns.contains(turn) && $0.speaker == turns.turns[turn].speaker
    }.map { "In the \($0.metric.title.lowercased()), \(NumberText.value($0.seconds, .duration))" }
  }
}
