import Canvas

/// The words on a terminal: where one is at the top, the news at the bottom, and between them the
/// selected thing over as much of the list as there is room for. The terminal's cursor is where the
/// keys are, so that a screen reader reads what they come to.
func plainFrame(_ model: Model, size: Size) -> Frame {
  let theme = model.preferences.theme
  let text = plainText(model)
  var frame = Frame(size: size, style: theme[.text])
  func wrapped(_ lines: [String], rows: Int) -> [String] {
    Array(lines.flatMap { $0.wrapped(to: size.columns) }.prefix(max(0, rows)))
  }
  var row = 0
  func put(_ lines: [String]) {
    for line in lines {
      frame.put(
        line.clipped(to: size.columns), at: Point(column: 0, row: row), style: theme[.text])
      row += 1
    }
  }
  let news = wrapped(text.news, rows: size.rows / 4)
  let last = size.rows - 1
  put(wrapped(text.heading, rows: last - news.count))
  let room = last - news.count - row
  let list = text.body.list
  put(wrapped(text.body.selected, rows: list.isEmpty ? room : max(0, room / 2)))
  let rows = max(0, last - news.count - row)
  let first = Table.scrolled(
    offset: (text.body.place ?? 0) - rows / 2, selected: text.body.place, visible: rows,
    count: list.count)
  let top = row
  put(Array(list.dropFirst(first).prefix(rows)))
  row = last - news.count
  put(news)
  if let typed = text.typed {
    let line = Rect(
      column: typed.sign.columns, row: last, columns: max(0, size.columns - typed.sign.columns),
      rows: 1)
    frame.put(typed.sign, at: Point(column: 0, row: last), style: theme[.text])
    frame.cursor = typed.field.draw(into: &frame, in: line, style: theme[.text])
  } else {
    put([text.hints])
    frame.cursor = text.body.place.map { Point(column: 0, row: top + $0 - first) }
  }
  return model.preferences.glyphs == .ascii ? frame.inASCII() : frame
}
