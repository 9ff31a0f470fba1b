import Canvas

/// Draws the help over the body of the screen.
func drawHelp(_ model: Model, _ screen: HelpScreen, into frame: inout Frame) {
  let theme = model.preferences.theme
  drawCrumbs(model, into: &frame)
  let lines = HelpText.lines(keys: model.preferences.keys, of: screen.subject)
  let body = body(of: frame.size)
  let termColumns = min(26, frame.size.columns / 3)
  for (index, entry) in lines.dropFirst(screen.cursor.first).prefix(body.rows).enumerated() {
    let row = body.row + index
    if entry.isHeading {
      frame.put(entry.term, at: Point(column: 1, row: row), style: theme[.title])
      continue
    }
    frame.put(
      entry.term, at: Point(column: 3, row: row), style: theme[.key], columns: termColumns - 1)
    frame.put(
      entry.sentence.clipped(to: frame.size.columns - termColumns - 5),
      at: Point(column: termColumns + 4, row: row), style: theme[.text])
  }
}
