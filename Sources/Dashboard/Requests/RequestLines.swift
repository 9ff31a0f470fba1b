import Canvas
import Records

/// Everything that is known of one request, as lines.
struct RequestLines {
  let model: Model
  let entry: RequestLogEntry
  let columns: Int

  private var theme: Theme { model.preferences.theme }
  private var words: RequestWords { RequestWords(entry: entry, today: model.calendarDay) }

  /// The lines, wrapped to the columns.
  var lines: [Line] {
    var layout = FactLayout(theme: theme, columns: columns)
    let known = layout.lines(answer + [.space] + latency + [.space])
    layout.nameColumns = 30
    return known + layout.lines(query)
  }

  private var answer: [Fact] {
    let day = model.zone.day(of: entry.at).text
    let age = DateText.age(seconds: model.now - entry.at)
    var facts: [Fact] = [
      .heading("Request"),
      .words("For", words.purpose, .text),
      .words("Account", model.title(of: entry.account), .text),
      .value(
        "Sent", Line("\(day) \(DateText.clock(entry.at, zone: model.zone)) (\(age))", theme[.text])),
      .value("Status", Line(words.status, theme[words.role])),
      .value("Size", Line(ByteCount.text(entry.bytes), theme[.text])),
      .value("Took", Line(NumberText.milliseconds(entry.seconds), theme[.text])),
      .value(
        "Try", Line(entry.attempt == 1 ? "the first" : "number \(entry.attempt)", theme[.text])),
    ]
    if let note = entry.note { facts.append(.words("Note", note, words.role)) }
    return facts
  }

  private var latency: [Fact] {
    guard let timings = entry.timings else {
      return [
        .heading("Latency"), .sentence("It is not known how the time was spent.", .muted),
      ]
    }
    return [.heading("Latency")]
      + LatencyChart(timings: timings, theme: theme)
      .lines(columns: columns).map(Fact.line)
  }

  private var query: [Fact] {
    [.heading("Sent to the provider"), .words("Path", words.path, .text)]
      + words.parameters.map { .words(String($0.name), String($0.value), .text) }
  }
}
