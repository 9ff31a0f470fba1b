import Analytics
import Canvas
import Records

/// The small multiples of a user's screen: a line for each field with its name, value, change and
/// sparkline; where there is room, the fields of the other board under them.
struct Multiples {
  let model: Model
  let snapshot: Snapshot
  let trend: Trend
  let user: UserNumber
  /// The user's row on the board; nil without records in the range.
  let row: TeamRow?

  private static let nameColumns = 25

  func draw(into frame: inout Frame, in rect: Rect) {
    let own = model.fields
    let balance =
      model.choices.resource == .activity
      ? row.map { Balance(model: model, row: $0).lines(columns: rect.columns) } ?? [] : []
    let room = max(0, rect.rows - balance.count)
    let chosen = own.firstIndex(of: model.chosenField) ?? 0
    // Where not all fit, the chosen one is among those that do.
    let first = min(max(0, chosen - room / 2), max(0, own.count - room))
    var lines = own.dropFirst(first).prefix(room).map { field in
      line(field, row?[field] ?? Headline(), trend)
    }
    lines += balance
    let others = model.choices.resource.other.fields
    if lines.count + others.count < rect.rows {
      let trend = Trend(snapshot, resource: model.choices.resource.other)
      lines.append(Line(""))
      lines += others.map { line($0, exact($0), trend) }
    }
    for (index, line) in lines.prefix(rect.rows).enumerated() {
      frame.put(line, at: Point(column: rect.column, row: rect.row + index), columns: rect.columns)
    }
  }

  /// A headline of the other board, whose rows are not computed: its own windows or nothing.
  private func exact(_ field: Field) -> Headline {
    let value = { (role: WindowRole) in
      snapshot.window(role, of: field.resource)?.table.value(field, of: user)
    }
    var headline = Headline(value: value(.total))
    if let now = headline.value, let before = value(.compared) { headline.change = now - before }
    return headline
  }

  private func line(_ field: Field, _ headline: Headline, _ trend: Trend) -> Line {
    let theme = model.preferences.theme
    let cells = CellText(model)
    let isMuted = field.resource == .interactions && (row?.hasFewCalls ?? false)
    let name = field.title.clipped(to: Multiples.nameColumns).padded(to: Multiples.nameColumns)
    var value = cells.value(headline, field, hasFewCalls: isMuted)
    // Numbers stand under each other whether or not a sign follows them.
    if !cells.hasSigns(field) { value.spans.append(Span(" ", theme[.text])) }
    var line = Line(Span(name, theme[field == model.chosenField ? .headerSorted : .muted]))
    line.spans += value.padded(to: 9, .right).spans
    line.spans += cells.change(headline, field, hasFewCalls: isMuted).padded(to: 8, .right).spans
    line.spans.append(Span("  ", theme[.text]))
    line.spans += cells.trend(trend, field: field, user: user).spans
    return line
  }
}
