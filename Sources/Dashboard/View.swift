import Canvas
import Records

/// The smallest terminal that the screens fit into.
let smallestSize = Size(columns: 40, rows: 10)

/// What the screen shows of a model.
func screenView(_ model: Model, size: Size) -> Frame {
  if model.preferences.isPlain { return plainFrame(model, size: size) }
  var frame = Frame(size: size, style: model.preferences.theme[.text])
  guard size.columns >= smallestSize.columns, size.rows >= smallestSize.rows else {
    drawTooSmall(into: &frame)
    return frame
  }
  drawTopBar(model, into: &frame)
  switch model.screens.last {
  case nil: drawTeam(model, into: &frame)
  case .user(let screen): drawUser(model, screen, into: &frame)
  case .record(let screen): drawRecord(model, screen, into: &frame)
  case .compare(let screen): drawCompare(model, screen, into: &frame)
  case .distribution(let screen): drawDistribution(model, screen, into: &frame)
  case .conversations(let screen): drawConversations(model, screen, into: &frame)
  case .transcript(let screen): drawTranscript(model, screen, into: &frame)
  case .attention(let screen): drawAttention(model, screen, into: &frame)
  case .accounts(let screen): drawAccounts(model, screen, into: &frame)
  case .requests(let screen): drawRequests(model, screen, into: &frame)
  case .help(let screen): drawHelp(model, screen, into: &frame)
  }
  drawBottom(model, into: &frame)
  drawOverlay(model, into: &frame)
  return model.preferences.glyphs == .ascii ? frame.inASCII() : frame
}

private func drawTooSmall(into frame: inout Frame) {
  let (columns, rows) = (smallestSize.columns, smallestSize.rows)
  let words =
    "Rapport needs \(columns)×\(rows) cells; this terminal has"
    + " \(frame.size.columns)×\(frame.size.rows)."
  for (row, line) in words.wrapped(to: frame.size.columns).enumerated() {
    frame.put(line, at: Point(column: 0, row: row))
  }
}

/// The part between the two lines at the top and the two at the bottom.
func body(of size: Size) -> Rect {
  Rect(column: 0, row: 2, columns: size.columns, rows: size.rows - 4)
}

/// Draws a sentence in the middle of a rectangle, broken into lines where it is too long.
func drawSentence(_ sentence: String, style: Style, into frame: inout Frame, in rect: Rect) {
  let lines = sentence.wrapped(to: rect.columns - 4)
  let top = rect.row + max(0, (rect.rows - lines.count) / 2)
  for (index, line) in lines.enumerated() where top + index < rect.endRow {
    let column = rect.column + max(0, (rect.columns - line.columns) / 2)
    frame.put(line, at: Point(column: column, row: top + index), style: style)
  }
}
