import Canvas

/// Draws a list to choose from over the screen.
func drawPicker(_ model: Model, _ picker: Picker, into frame: inout Frame) {
  let theme = model.preferences.theme
  let candidates = model.candidates(for: picker.action, matching: picker.field.text)
  let layout = PickerLayout(picker, candidates, size: frame.size)
  let place = placeText(
    first: picker.cursor.first, visible: layout.rows, count: candidates.count)
  let inside = frame.panel(
    layout.rect, title: place.isEmpty ? picker.title : "\(picker.title) · \(place)", theme: theme)
  if picker.narrows { drawField(picker, theme: theme, into: &frame, in: inside) }
  let list = Rect(
    column: inside.column, row: inside.row + layout.list, columns: inside.columns,
    rows: layout.rows)
  if candidates.isEmpty {
    drawSentence(
      picker.emptySentence(model), style: theme[.muted].on(theme[.panel]), into: &frame, in: list)
  }
  drawList(
    candidates.map(\.row), first: picker.cursor.first, selected: picker.cursor.selected,
    into: &frame, in: list, theme: theme)
  for (index, hint) in layout.hints.enumerated() {
    frame.put(
      hint.clipped(to: inside.columns),
      at: Point(column: inside.column, row: list.endRow + index),
      style: theme[.muted].on(theme[.panel]))
  }
}

/// Draws the line that narrows a list.
private func drawField(
  _ picker: Picker, theme: Theme, into frame: inout Frame, in rect: Rect
) {
  let panel = theme[.panel]
  frame.put(">", at: Point(column: rect.column, row: rect.row), style: theme[.accent].on(panel))
  let line = Rect(
    column: rect.column + 2, row: rect.row, columns: rect.columns - 2, rows: 1)
  frame.cursor = picker.field.draw(into: &frame, in: line, style: theme[.text].on(panel))
}
