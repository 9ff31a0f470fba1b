import Canvas

/// Draws the line in which one types what to do, and what it could be above it.
func drawPalette(_ model: Model, _ palette: Palette, into frame: inout Frame) {
  let theme = model.preferences.theme
  let suggestions = model.suggestions(for: palette.field.text)
  let row = frame.size.rows - 2
  frame.fill(Rect(column: 0, row: row, columns: frame.size.columns, rows: 1), theme[.text])
  if let mistake = palette.mistake {
    let style = theme[.statusError]
    drawBar(
      left: [BarPart(mistake, style, rank: 1)], right: [], row: row, style: style, into: &frame)
  } else {
    let hint = paletteHint(model, palette, count: suggestions.count)
    frame.put(
      hint.clipped(to: frame.size.columns - 2), at: Point(column: 1, row: row), style: theme[.muted]
    )
  }
  drawSuggestions(
    model, suggestions, selected: palette.selected(of: suggestions.count), into: &frame)
  drawPrompt(":", palette.field, theme: theme, into: &frame)
}

/// What to write, or what the keys do.
func paletteHint(_ model: Model, _ palette: Palette, count: Int) -> String {
  let parts = PaletteLine(palette.field.text)
  if count == 0, Int(parts.name) != nil { return "Enter goes to row \(parts.name)." }
  if parts.hasArgument, let entry = model.entry(named: parts.name), let argument = entry.argument {
    return "\(entry.action.rawValue) \(argument): \(entry.help)"
  }
  if count == 0 { return "Nothing is called that; Esc leaves." }
  return "Tab completes, Enter does it, Esc leaves; a number goes to that row."
}

private func drawSuggestions(
  _ model: Model, _ suggestions: [Suggestion], selected: Int?, into frame: inout Frame
) {
  let visible = min(suggestions.count, min(12, body(of: frame.size).rows - 2))
  guard visible > 0 else { return }
  let rows = suggestions.map { ListRow(term: $0.term, keys: $0.keys, detail: $0.help) }
  let first = Table.scrolled(
    offset: 0, selected: selected, visible: visible, count: suggestions.count)
  let rect = Rect(
    column: 0, row: frame.size.rows - 4 - visible, columns: frame.size.columns, rows: visible + 2)
  let theme = model.preferences.theme
  let inside = frame.panel(
    rect, title: placeText(first: first, visible: visible, count: rows.count), theme: theme)
  drawList(rows, first: first, selected: selected, into: &frame, in: inside, theme: theme)
}
