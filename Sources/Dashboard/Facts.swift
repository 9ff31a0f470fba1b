import Canvas

/// A line of a screen that lists what is known of one thing.
enum Fact: Equatable {
  case heading(String)
  /// A name with its value.
  case value(String, Line)
  /// A name with a value that may be longer than a line.
  case words(String, String, Role)
  case sentence(String, Role)
  case line(Line)
  case space
}

/// Lays facts out: the names in one column, the values in another.
struct FactLayout {
  let theme: Theme
  let columns: Int
  /// How wide the names are at most, with what is before and after them.
  var nameColumns = 18

  private let margin = 2

  /// The facts as lines of the width, so that they can be counted and scrolled.
  func lines(_ facts: [Fact]) -> [Line] { facts.flatMap(lines) }

  private func lines(_ fact: Fact) -> [Line] {
    switch fact {
    case .heading(let text): [Line(" " + text, theme[.title])]
    case .value(let name, let value): [named(name, value)]
    case .words(let name, let text, let role):
      text.wrapped(to: columns - nameColumns - 1).enumerated().map { index, line in
        named(index == 0 ? name : "", Line(line, theme[role]))
      }
    case .sentence(let text, let role):
      text.wrapped(to: columns - margin - 1).map {
        Line(Span(String(repeating: " ", count: margin)), Span($0, theme[role]))
      }
    case .line(let line): [line]
    case .space: [Line("")]
    }
  }

  private func named(_ name: String, _ value: Line) -> Line {
    let label = String(repeating: " ", count: margin) + name
    let cell = Line(label, theme[.muted]).padded(to: nameColumns - 1)
    return Line(spans: cell.spans + [Span(" ")] + value.spans)
  }
}

/// Draws lines from the first one on screen; plain spans have the style of text.
func draw(_ lines: [Line], from first: Int, into frame: inout Frame, in rect: Rect, theme: Theme) {
  for (index, line) in lines.dropFirst(first).prefix(rect.rows).enumerated() {
    frame.put(
      line.clipped(to: rect.columns).restyled { $0 == .plain ? theme[.text] : $0 },
      at: Point(column: rect.column, row: rect.row + index), columns: rect.columns)
  }
}
