import Canvas
import Records

/// Draws the screen of conversations.
func drawConversations(_ model: Model, _ screen: ConversationsScreen, into frame: inout Frame) {
  let theme = model.preferences.theme
  drawConversationsBar(model, screen, into: &frame)
  guard let list = screen.list, !screen.order.isEmpty else {
    let role: Role = screen.list?.failure == nil ? .muted : .text
    return drawSentence(
      noConversations(model, screen), style: theme[role], into: &frame, in: body(of: frame.size))
  }
  ConversationTable(model, screen, list).table(width: frame.size.columns)
    .draw(into: &frame, in: body(of: frame.size), theme: theme)
}

/// The second line: whose conversations of when, how many, filtered by what and in which order.
private func drawConversationsBar(
  _ model: Model, _ screen: ConversationsScreen, into frame: inout Frame
) {
  let theme = model.preferences.theme
  var left = [BarPart(model.breadcrumbs, theme[.title], rank: 9)]
  if let list = screen.list, list.oldest != nil || !list.conversations.isEmpty {
    left.append(BarPart(conversationCount(screen, list), theme[.muted], rank: 7))
  }
  if !screen.filter.isEmpty {
    left.append(BarPart("filter \(screen.filter)", theme[.match], rank: 8))
  }
  let choices = model.choices.conversations
  let order: TableColumn.Order = choices.isDescending ? .descending : .ascending
  left.append(BarPart("sort \(choices.sorted.title) \(order.arrow)", theme[.muted], rank: 5))
  var right: [BarPart] = []
  if let word = screen.unknownSpeaker {
    let speaker = word.isEmpty ? "no speaker" : "“\(word)”"
    right.append(
      BarPart("\(screen.unknownCount) without metrics: \(speaker)", theme[.warn], rank: 4))
  }
  drawBar(left: left, right: right, row: 1, style: theme[.text], into: &frame)
}

/// `38 of 212 conversations`, or `212 conversations`, and what of them is not listed.
func conversationCount(_ screen: ConversationsScreen, _ list: ConversationList) -> String {
  let shown = screen.order.count
  let all = screen.unfiltered
  let noun = all == 1 ? "conversation" : "conversations"
  let left = screen.filter.isEmpty || screen.filterMistake != nil ? "" : "\(shown) of "
  let more = list.total > list.conversations.count ? ", the newest \(list.conversations.count)" : ""
  return "\(left)\(all) \(noun)\(more)"
}

/// Why there is no conversation to show, and what to do about it.
func noConversations(_ model: Model, _ screen: ConversationsScreen) -> String {
  let keys = model.preferences.keys
  guard let list = screen.list else {
    let isSlow =
      model.conversationsAskedAt.map { model.uptime - $0 >= DashboardProgram.slowAfter } ?? false
    return isSlow ? "Reading the cache …" : ""
  }
  if screen.unfiltered > 0 {
    return "No conversation matches the filter “\(screen.filter)”;"
      + " \(keys.name(of: .back)) clears it."
  }
  if !list.conversations.isEmpty, let team = model.chosenTeam {
    return "Nobody of the team “\(team.name)” had a conversation in these days;"
      + " \(keys.name(of: .chooseTeam)) chooses another."
  }
  if model.days(of: screen).isEmpty {
    return "This range has no whole day yet: the source has data up to yesterday; [ goes back."
  }
  if list.isOffline, list.oldest == nil {
    return "Offline, and the cache has no conversations of these days;"
      + " start without --offline to fetch them."
  }
  if let failure = list.failure {
    let next = list.isWorking ? "Trying again …" : "\(keys.name(of: .refresh)) tries again."
    return "\(failure.sentence) \(next)"
  }
  if list.isWorking { return "Fetching conversations …" }
  let who = screen.user.map { list.directory[$0].label } ?? "Nobody"
  return "\(who) had \(screen.user == nil ? "a" : "no") conversation in these days;"
    + " [ ] and { } choose others."
}
