import Analytics
import Canvas
import Records

extension Model {
  /// The conversation on screen.
  package var transcriptScreen: TranscriptScreen? {
    if case .transcript(let screen)? = screens.last { screen } else { nil }
  }

  /// Opens a conversation and asks for what was said in it.
  mutating func openTranscript(of summary: ConversationSummary, user: UserNumber?) -> [Command] {
    transcriptRequest += 1
    screens.append(
      .transcript(
        TranscriptScreen(
          summary: summary, user: user, request: transcriptRequest, askedAt: uptime)))
    return [.fetchTranscript(account: account.key, summary.number, request: transcriptRequest)]
  }

  mutating func perform(_ action: Action, on screen: inout TranscriptScreen) -> [Command] {
    switch action {
    case .nextConversation: return step(by: 1, from: &screen)
    case .previousConversation: return step(by: -1, from: &screen)
    default: break
    }
    guard let page = screen.page, !page.turns.turns.isEmpty else { return [] }
    let visible = TranscriptLayout(self, screen, size: size).turns.rows
    guard let step = action.matchStep else {
      screen.move(action, on: page, visible: visible)
      return []
    }
    var cursor = ListCursor()
    cursor.selected = screen.selected
    goToMatch(
      in: page.turns.turns.map { $0.message.text ?? "" }, by: step, cursor: &cursor,
      visible: visible)
    screen.select(cursor.selected, on: page, visible: visible)
    return []
  }

  /// Goes to the next conversation of the list below, or to the one before; so does the list.
  private mutating func step(by steps: Int, from screen: inout TranscriptScreen) -> [Command] {
    let place = screens.count - 2
    guard place >= 0, case .conversations(var list) = screens[place],
      let row = list.place(of: screen.summary)
    else {
      notice =
        "The list has this conversation no more: \(preferences.keys.name(of: .back)) goes back."
      return []
    }
    guard let next = list.conversation(row + steps) else {
      notice = "This is the \(steps > 0 ? "last" : "first") conversation of the list."
      return []
    }
    list.cursor.select(row + steps, count: list.order.count, visible: conversationRows)
    screens[place] = .conversations(list)
    transcriptRequest += 1
    screen = TranscriptScreen(
      summary: next, user: screen.user, request: transcriptRequest, askedAt: uptime)
    return [.fetchTranscript(account: account.key, next.number, request: transcriptRequest)]
  }

  /// Asks once more for the conversation on screen, if one is.
  mutating func refreshTranscript() -> [Command] {
    guard case .transcript(var screen)? = screens.last else { return [] }
    transcriptRequest += 1
    screen.request = transcriptRequest
    if screen.page == nil { screen.state = .asked(at: uptime) }
    screens[screens.count - 1] = .transcript(screen)
    return [
      .fetchTranscript(account: account.key, number(of: screen.summary), request: transcriptRequest)
    ]
  }

  /// The number that a conversation has by now: another one after it was fetched again.
  private func number(of summary: ConversationSummary) -> ConversationNumber {
    for case .conversations(let screen) in screens.reversed() {
      return screen.place(of: summary).flatMap(screen.conversation)?.number ?? summary.number
    }
    return summary.number
  }

  /// Takes in the answer to a question for a transcript, wherever its screen is by now.
  mutating func take(_ answer: Result<Transcript, Failure>, request: Int) {
    for index in screens.indices {
      guard case .transcript(var screen) = screens[index], screen.request == request else {
        continue
      }
      switch answer {
      case .success(let transcript):
        screen.state = .arrived(
          TranscriptPage(
            transcript, directory: snapshot?.directory ?? Directory(), zone: zone))
      case .failure(let failure): screen.state = .failed(failure)
      }
      screens[index] = .transcript(screen)
    }
  }

  /// Lays out what is on screen where its width is another one, or it has just arrived.
  mutating func layOutTranscript() {
    guard case .transcript(var screen)? = screens.last, var page = screen.page,
      page.columns != size.columns
    else { return }
    page.layOut(columns: size.columns)
    screen.state = .arrived(page)
    let visible = TranscriptLayout(self, screen, size: size).turns.rows
    screen.select(screen.selected, on: page, visible: visible)
    screens[screens.count - 1] = .transcript(screen)
  }

  /// When the question for the transcript on screen was asked, while it has no answer.
  var transcriptAskedAt: Int? {
    guard case .asked(let time)? = transcriptScreen?.state else { return nil }
    return time
  }
}

extension TranscriptScreen {
  /// Selects a turn, or the nearest there is, and brings it into sight.
  mutating func select(_ turn: Int, on page: TranscriptPage, visible: Int) {
    guard !page.turns.turns.isEmpty else { return }
    selected = min(max(turn, 0), page.turns.turns.count - 1)
    let lines = page.lines(of: selected)
    // Of a turn that is longer than the screen one sees the end that is nearer.
    if lines.lowerBound < first { first = max(lines.lowerBound, lines.upperBound - visible) }
    if lines.upperBound > first + visible {
      first = min(lines.lowerBound, lines.upperBound - visible)
    }
    first = max(0, min(first, page.lineCount - visible))
  }

  /// Goes from turn to turn, line by line through one that is longer than the screen, and by pages.
  mutating func move(_ action: Action, on page: TranscriptPage, visible: Int) {
    let lines = page.lines(of: selected)
    switch action {
    case .moveDown where lines.upperBound > first + visible: first += 1
    case .moveUp where lines.lowerBound < first: first -= 1
    case .moveDown: select(selected + 1, on: page, visible: visible)
    case .moveUp: select(selected - 1, on: page, visible: visible)
    case .moveToFirst: select(0, on: page, visible: visible)
    case .moveToLast: select(page.turns.turns.count - 1, on: page, visible: visible)
    default:
      guard let steps = action.steps(count: page.lineCount, page: max(1, visible)) else { return }
      turnPage(by: steps, on: page, visible: visible)
    }
  }

  private mutating func turnPage(by lines: Int, on page: TranscriptPage, visible: Int) {
    let before = first
    first = max(0, min(first + lines, page.lineCount - visible))
    guard first != before else {
      return select(lines > 0 ? page.turns.turns.count - 1 : 0, on: page, visible: visible)
    }
    // The first turn of which one sees the beginning, if any.
    let turn = page.turn(at: first)
    let begins = page.lines(of: turn).lowerBound == first
    let next = begins ? turn : turn + 1
    selected =
      next < page.turns.turns.count && page.lines(of: next).lowerBound < first + visible
      ? next : turn
  }
}
