import Analytics
import Canvas
import Records

/// Draws the screen of one conversation.
func drawTranscript(_ model: Model, _ screen: TranscriptScreen, into frame: inout Frame) {
  let theme = model.preferences.theme
  let layout = TranscriptLayout(model, screen, size: frame.size)
  drawCrumbs(model, right: transcriptParts(model, screen), into: &frame)
  draw(
    TranscriptHead(model, screen).lines(columns: frame.size.columns), from: 0, into: &frame,
    in: layout.head, theme: theme)
  guard let page = screen.page else {
    return drawUnread(model, screen, into: &frame, in: layout.turns)
  }
  guard !page.turns.turns.isEmpty else {
    return drawSentence(
      "This conversation has no messages.", style: theme[.muted], into: &frame, in: layout.turns)
  }
  SpeakerTimeline(page)
    .draw(selected: screen.selected, model: model, into: &frame, in: layout.timeline)
  drawTurns(model, screen, page, into: &frame, in: layout.turns)
}

/// Which turn of how many, and what is looked for.
private func transcriptParts(_ model: Model, _ screen: TranscriptScreen) -> [BarPart] {
  let theme = model.preferences.theme
  guard let turns = screen.page?.turns.turns, !turns.isEmpty else { return [] }
  var parts = [
    BarPart("turn \(screen.selected + 1) of \(turns.count)", theme[.muted], rank: 5)
  ]
  if !model.search.text.isEmpty {
    let count = turns.count { $0.message.text.map(model.search.isIn) ?? false }
    parts.insert(
      BarPart("“\(model.search.text)”: \(count) of \(turns.count) turns", theme[.match], rank: 7),
      at: 0)
  }
  return parts
}

/// Says how far the question for the transcript has come.
private func drawUnread(
  _ model: Model, _ screen: TranscriptScreen, into frame: inout Frame, in rect: Rect
) {
  guard let sentence = unreadSentence(model, screen) else { return }
  let role: Role = if case .failed = screen.state { .bad } else { .muted }
  drawSentence(sentence, style: model.preferences.theme[role], into: &frame, in: rect)
}

/// How far the question for the transcript has come; nil where that is not worth a word.
func unreadSentence(_ model: Model, _ screen: TranscriptScreen) -> String? {
  switch screen.state {
  case .asked(let time):
    model.uptime - time >= DashboardProgram.slowAfter ? "Reading the cache …" : nil
  case .failed(let failure):
    "\(failure.sentence) \(model.preferences.keys.name(of: .refresh)) tries again."
  case .arrived: nil
  }
}

/// The turns that are seen, the selected one marked.
private func drawTurns(
  _ model: Model, _ screen: TranscriptScreen, _ page: TranscriptPage, into frame: inout Frame,
  in rect: Rect
) {
  guard page.columns == frame.size.columns else { return }
  let theme = model.preferences.theme
  let texts = TurnLines(page, columns: page.columns)
  for turn in page.turn(at: screen.first)..<page.turns.turns.count {
    let place = page.lines(of: turn)
    guard place.lowerBound < screen.first + rect.rows else { break }
    let hidden = max(0, screen.first - place.lowerBound)
    let top = rect.row + max(0, place.lowerBound - screen.first)
    let rows = min(place.count - hidden, rect.endRow - top)
    let area = Rect(column: rect.column, row: top, columns: rect.columns, rows: rows)
    draw(
      texts.lines(of: turn, theme: theme, search: model.search), from: hidden, into: &frame,
      in: area, theme: theme)
    guard turn == screen.selected else { continue }
    frame.put(">", at: Point(column: rect.column, row: top), style: theme[.text])
    frame.restyle(area) { $0.on(theme[.selection]) }
  }
}
