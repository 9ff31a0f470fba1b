import Canvas

/// Draws the help over the body of the screen.
func drawHelp(_ model: Model, _ screen: HelpScreen, into frame: inout Frame) {
  let theme = model.preferences.theme
  drawCrumbs(model, into: &frame)
  let columns = frame.size.columns
  let lines = HelpText.lines(model, of: screen.subject, columns: columns)
  let body = body(of: frame.size)
  let termColumns = HelpText.termColumns(columns)
  for (index, entry) in lines.dropFirst(screen.cursor.first).prefix(body.rows).enumerated() {
    let row = body.row + index
    let style = theme[entry.isHeading ? .title : .key]
    let term = model.search.marked(entry.term, style, theme: theme)
    if entry.isHeading {
      frame.put(term, at: Point(column: 1, row: row))
      continue
    }
    frame.put(term, at: Point(column: 3, row: row), columns: termColumns - 1)
    let sentence = model.search.marked(entry.sentence, theme[.text], theme: theme)
    frame.put(sentence, at: Point(column: termColumns + 4, row: row))
  }
}
