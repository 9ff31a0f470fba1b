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
    let style = theme[entry.isHeading ? .title : .key]
    let term = model.search.marked(entry.term, style, theme: theme)
    if entry.isHeading {
      frame.put(term, at: Point(column: 1, row: row))
      continue
    }
    frame.put(term, at: Point(column: 3, row: row), columns: termColumns - 1)
    let sentence = model.search.marked(entry.sentence, theme[.text], theme: theme)
    frame.put(
      sentence.clipped(to: frame.size.columns - termColumns - 5),
      at: Point(column: termColumns + 4, row: row))
  }
}
