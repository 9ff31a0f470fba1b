import Analytics
import Canvas
import Records

/// The numbers of a record as a table: each with its unit, as it was received, and among those of
/// the team.
struct RecordNumbers {
  private let model: Model
  private let screen: RecordScreen
  private let record: Record
  private let fields: [Field]
  /// The room for the longest number as it was received.
  private let exactColumns: Int
  /// The room for the longest title of a field.
  private let titleColumns: Int

  init(model: Model, screen: RecordScreen, record: Record) {
    self.model = model
    self.screen = screen
    self.record = record
    fields = record.resource.fields + record.additional.map { .additional($0.name) }
    let longest = fields.map { record[$0].map { NumberText.exact($0).columns } ?? 0 }.max() ?? 0
    exactColumns = max(13, longest + 2)
    titleColumns = min(30, 3 + (fields.map(\.title.columns).max() ?? 0))
  }

  private var nameColumns: Int { fields.map(\.name.columns).max() ?? 0 }
  private var theme: Theme { model.preferences.theme }
  private var cells: CellText { CellText(model) }

  /// The heading and a line for each field.
  var lines: [RecordLine] {
    let title = record.resource == .interactions ? " Metrics" : " Counters"
    let heading = row(
      Line(title, theme[.title]),
      ["value", "as received", "median", "rank"].map { Line($0, theme[.muted]) }, name: "")
    return [RecordLine(fact: .line(heading))] + fields.map(line)
  }

  private func line(_ field: Field) -> RecordLine {
    let number = record[field]
    let exact = number.map(NumberText.exact)
    let standing = screen.standings[field]
    let median = standing.map { cells.text($0.median, field) } ?? NumberText.absent
    let rank = standing.flatMap { place in place.rank.map { "\($0) of \(place.count)" } }
    let content = row(
      Line("  \(field.title)", theme[.muted]),
      [
        cells.value(number?.double, field, isMuted: false),
        Line(exact ?? NumberText.absent, theme[.text]),
        Line(median, theme[.median]), Line(rank ?? NumberText.absent, theme[.muted]),
      ], name: field.name)
    return RecordLine(fact: .line(content), value: exact, name: field.name)
  }

  private func row(_ title: Line, _ values: [Line], name: String) -> Line {
    let cells = zip(values, [11, exactColumns, 11, 12]).map { $0.padded(to: $1, .right) }
    var line = Line(spans: title.padded(to: titleColumns).spans + cells.flatMap(\.spans))
    // Where there is no room for it, the name of the selected field stands at the top.
    if line.columns + 3 + nameColumns <= model.size.columns {
      line.spans.append(Span("   \(name)", theme[.faint]))
    }
    return line
  }
}
