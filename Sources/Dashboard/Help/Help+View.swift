import Canvas

/// Draws the help over the body of the screen.
func drawHelp(_ model: Model, offset: Int, into frame: inout Frame) {
  let theme = model.preferences.theme
  drawBar(
    left: [BarPart("Team › Help", theme[.title], rank: 1)], right: [], row: 1,
    style: theme[.text], into: &frame)
  let body = body(of: frame.size)
  let termColumns = min(26, frame.size.columns / 3)
  for (index, entry) in HelpText.lines.dropFirst(offset).prefix(body.rows).enumerated() {
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
