import Analytics
import Canvas
import Records

/// The two lines over a histogram: what its values are like, and how they lie to the target.
struct DistributionNumbers {
  let model: Model
  let distribution: Distribution

  private var theme: Theme { model.preferences.theme }
  private var field: Field { distribution.field }

  func draw(into frame: inout Frame, in rect: Rect) {
    for (index, parts) in [values, users].enumerated() where index < rect.rows {
      var line = Line(spans: [])
      // What does not fit whole is left out, the last parts first.
      for part in parts where line.columns + part.columns + 3 <= rect.columns {
        line.spans += (line.spans.isEmpty ? [] : [Span(" · ", theme[.faint])]) + part.spans
      }
      frame.put(line, at: Point(column: rect.column, row: rect.row + index))
    }
  }

  /// The same, a part a line.
  var words: [String] { (values + users).map(\.text) }

  private var values: [Line] {
    guard let statistics = distribution.statistics else { return [] }
    let unit = model.unit(of: field)
    let value = { (name: String, value: Double, role: Role) in
      Line(
        Span("\(name) ", theme[.muted]), Span(NumberText.value(value, unit), theme[role]))
    }
    return [
      Line(Span("n ", theme[.muted]), Span("\(statistics.count)", theme[.text])),
      value("median", statistics.median, .median), value("min", statistics.minimum, .text),
      value("q1", statistics.lowerQuartile, .text), value("q3", statistics.upperQuartile, .text),
      value("max", statistics.maximum, .text), value("mean", statistics.mean, .text),
    ]
  }

  private var users: [Line] {
    var parts: [Line] = []
    if distribution.statistics != nil, model.band(of: field) != nil {
      let states = counts
      parts = [
        Line("\(states[.below] ?? 0) below your target", theme[.below]),
        Line("\(states[.within] ?? 0) within", theme[.within]),
        Line("\(states[.above] ?? 0) above", theme[.above]),
      ]
    }
    if !distribution.fewCalls.isEmpty {
      let count = distribution.fewCalls.count
      parts.append(Line("\(count) left out for few calls", theme[.muted]))
    }
    return parts
  }

  /// How many of the counted users are where.
  private var counts: [Target.State: Int] {
    distribution.bins.reduce(into: [:]) { counts, bin in
      for user in bin.users {
        guard let state = model.team.board?.row(of: user)?[field].target else { continue }
        counts[state, default: 0] += 1
      }
    }
  }
}
