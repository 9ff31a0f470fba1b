import Canvas
import Records

/// Draws the screen of one record.
func drawRecord(_ model: Model, _ screen: RecordScreen, into frame: inout Frame) {
  guard let form = screen.form else { return drawFields(model, screen, into: &frame) }
  let theme = model.preferences.theme
  let text = screen.texts[form]
  var right = [BarPart(form.rawValue, theme[.muted], rank: 6)]
  if let text, !text.lines.isEmpty {
    let last = min(text.cursor.first + model.bodyRows, text.lines.count)
    right.append(
      BarPart(
        "lines \(text.cursor.first + 1)–\(last) of \(text.lines.count)", theme[.muted], rank: 5))
  }
  if let text, !model.search.text.isEmpty {
    let count = text.lines.count { model.search.isIn($0.text) }
    let words = "“\(model.search.text)”: \(count) of \(text.lines.count) lines"
    right.insert(BarPart(words, theme[.match], rank: 7), at: 0)
  }
  drawCrumbs(model, right: right, into: &frame)
  drawText(model, text, into: &frame)
}

/// The fields of the record, and what the API calls the selected one.
private func drawFields(_ model: Model, _ screen: RecordScreen, into frame: inout Frame) {
  let theme = model.preferences.theme
  let lines = RecordLines(model: model, screen: screen)
  let body = body(of: frame.size)
  let selected = lines.selected(screen.cursor.selected, columns: frame.size.columns)
  let name = selected?.line.name.map { [BarPart($0, theme[.accent], rank: 5)] } ?? []
  drawCrumbs(model, right: name, into: &frame)
  let first = screen.cursor.first
  let facts = lines.layout(columns: frame.size.columns).lines(lines.lines.map(\.fact))
  draw(
    facts.map { model.search.marked($0, theme: theme) }, from: first, into: &frame, in: body,
    theme: theme)
  guard let place = selected?.place, (first..<first + body.rows).contains(place) else { return }
  let row = body.row + place - first
  frame.put(">", at: Point(column: 0, row: row), style: theme[.text])
  let selection = theme[.selection]
  frame.restyle(Rect(column: 0, row: row, columns: body.columns, rows: 1)) { $0.on(selection) }
}

/// The provider's answer, or how far the question for it has come.
private func drawText(_ model: Model, _ text: RecordText?, into frame: inout Frame) {
  let theme = model.preferences.theme
  let body = body(of: frame.size)
  func say(_ sentence: String, _ role: Role) {
    drawSentence(sentence, style: theme[role], into: &frame, in: body)
  }
  switch text?.state {
  case nil where model.saved != nil:
    say("These records were read from a file: there is no provider to ask for this one.", .muted)
  case nil: break
  case .asked(let time)?:
    let isSlow = model.uptime - time >= DashboardProgram.slowAfter
    if isSlow { say("Asking the provider for this one record …", .muted) }
  case .failed(let failure)?:
    say("\(failure.sentence) \(model.preferences.keys.name(of: .refresh)) tries again.", .bad)
  case .arrived(let lines)?:
    let visible = lines.dropFirst(text?.cursor.first ?? 0).prefix(body.rows)
    draw(
      visible.map {
        model.search.marked($0.line(theme), theme: theme).droppingColumns(text?.column ?? 0)
      }, from: 0,
      into: &frame, in: Rect(column: 1, row: body.row, columns: body.columns - 2, rows: body.rows),
      theme: theme)
  }
}

extension RecordLines {
  /// How the lines are laid out.
  func layout(columns: Int) -> FactLayout {
    FactLayout(theme: model.preferences.theme, columns: columns)
  }

  /// The selected line, which is the first from a place on that can be, and where it is.
  func selected(_ from: Int, columns: Int) -> (place: Int, line: RecordLine)? {
    let places = places(columns: columns)
    guard let index = places.firstIndex(where: { $0 >= from }) else { return nil }
    return (places[index], lines.filter { $0.value != nil || $0.name != nil }[index])
  }
}

extension Line {
  /// The line without its first columns; half of a wide character becomes a space.
  func droppingColumns(_ columns: Int) -> Line {
    var left = columns
    var kept: [Span] = []
    for span in spans {
      var text = ""
      for character in span.text {
        guard left > 0 else {
          text.append(character)
          continue
        }
        let width = String(character).columns
        if width > left { text += String(repeating: " ", count: width - left) }
        left -= width
      }
      left = max(0, left)
      kept.append(Span(text, span.style))
    }
    return Line(spans: kept)
  }
}
