import Canvas

/// Draws the help over the body of the screen.
func drawHelp(_ model: Model, _ screen: HelpScreen, into frame: inout Frame) {
  let theme = model.preferences.theme
  drawCrumbs(model, into: &frame)
  let columns = frame.size.columns
  let lines = HelpText.lines(keys: model.preferences.keys, of: screen.subject, columns: columns)
  let body = body(of: frame.size)
  let termColumns = HelpText.termColumns(columns)
  for (index, entry) in lines.dropFirst(screen.cursor.first).prefix(body.rows).enumerated() {
    let row = body.row + index
    if entry.isHeading {
      frame.put(entry.term, at: Point(column: 1, row: row), style: theme[.title])
      continue
    }
    frame.put(
      entry.term, at: Point(column: 3, row: row), style: theme[.key], columns: termColumns - 1)
    frame.put(
      entry.sentence, at: Point(column: termColumns + 4, row: row), style: theme[.text])
  }
}
