import Analytics
import Canvas
import Records

/// Draws the screen of what needs attention.
func drawAttention(_ model: Model, _ screen: AttentionScreen, into frame: inout Frame) {
  drawCrumbs(model, into: &frame)
  guard let attention = model.team.attention, let snapshot = model.snapshot, !model.hasNoRecords
  else { return drawNothing(model, into: &frame, in: body(of: frame.size)) }
  let layout = AttentionLayout(size: frame.size)
  let words = AttentionWords(model: model, attention: attention, snapshot: snapshot)
  drawSummary(model, words, into: &frame, in: layout.summary)
  guard !attention.findings.isEmpty else {
    drawSentence(
      "Nothing stands out: no real change, and nobody outside your targets.",
      style: model.preferences.theme[.muted], into: &frame, in: layout.list)
    return
  }
  let cursor = screen.cursor
  let first = Table.scrolled(
    offset: cursor.first, selected: nil, visible: layout.findings,
    count: attention.findings.count)
  let shown = attention.findings.dropFirst(first).prefix(layout.findings)
  for (place, finding) in shown.enumerated() {
    let rect = Rect(
      column: layout.list.column, row: layout.list.row + place * layout.findingRows,
      columns: layout.list.columns, rows: layout.findingRows)
    drawFinding(
      model, words.text(finding), isSelected: first + place == cursor.selected, into: &frame,
      in: rect)
  }
}

/// How many findings there are and of when, and what they leave out or wait for.
private func drawSummary(
  _ model: Model, _ words: AttentionWords, into frame: inout Frame, in rect: Rect
) {
  let theme = model.preferences.theme
  let counts = words.counts ?? "nothing stands out"
  let line = Line(Span(counts, theme[.title]), Span(" · \(words.judged)", theme[.muted]))
  frame.put(line.clipped(to: rect.columns), at: Point(column: rect.column, row: rect.row))
  guard rect.rows > 1 else { return }
  let leftOut = words.leftOut.isEmpty ? nil : "left out: " + words.leftOut.joined(separator: ", ")
  let notes = [words.history, leftOut].compactMap(\.self)
  frame.put(
    notes.joined(separator: " · ").clipped(to: rect.columns),
    at: Point(column: rect.column, row: rect.row + 1), style: theme[.muted])
}

private func drawFinding(
  _ model: Model, _ text: FindingText, isSelected: Bool, into frame: inout Frame, in rect: Rect
) {
  let theme = model.preferences.theme
  let sign = sign(text.finding, model)
  let lines = rect.rows == 1 ? [text.line] : [text.headline, text.detail]
  for (index, line) in lines.enumerated() {
    frame.put(
      line.clipped(to: rect.columns - 5), at: Point(column: 4, row: rect.row + index),
      style: theme[index == 0 ? .text : .muted])
  }
  frame.put(sign.text, at: Point(column: 2, row: rect.row), style: sign.style)
  guard isSelected else { return }
  frame.put(">", at: Point(column: rect.column, row: rect.row), style: theme[.text])
  frame.restyle(rect) { $0.on(theme[.selection]) }
}

/// What kind of finding it is, in one character.
private func sign(_ finding: Attention.Finding, _ model: Model) -> Span {
  let theme = model.preferences.theme
  switch finding.kind {
  case .change(let median, _):
    return Span(finding.value > median ? "▲" : "▼", theme[.accent])
  case .outsideTarget(_, let state, _, _):
    return CellText(model).sign(state)
  }
}
