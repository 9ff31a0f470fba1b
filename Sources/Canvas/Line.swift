/// A piece of text in one style.
package struct Span: Hashable, Sendable {
  /// As it came: it is made harmless when it is measured or drawn.
  package var text: String
  /// How it looks.
  package var style: Style

  /// A piece of text.
  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }

  /// The columns that the text takes.
  package var columns: Int { text.columns }
}

/// Text in one row, in several styles.
package struct Line: Hashable, Sendable {
  /// From left to right.
  package var spans: [Span]

  /// A line of these spans.
  package init(_ spans: Span...) { self.spans = spans }

  /// A line of these spans.
  package init(spans: [Span]) { self.spans = spans }

  /// A line of one span.
  package init(_ text: String, _ style: Style = .plain) { spans = [Span(text, style)] }

  /// The columns that the text takes.
  package var columns: Int { spans.reduce(0) { $0 + $1.columns } }

  /// The text without its styles.
  package var text: String { spans.map(\.text).joined() }

  /// The line in at most this many columns, ending in `…` when something was cut off.
  package func clipped(to columns: Int) -> Line {
    guard self.columns > columns else { return self }
    guard columns > 0 else { return Line(spans: []) }
    var kept: [Span] = []
    var left = columns - 1
    for span in spans {
      var text = ""
      for cell in span.text.textCells {
        guard cell.columns <= left else {
          return Line(spans: kept + [Span(text + "…", span.style)])
        }
        text.append(cell.character)
        left -= cell.columns
      }
      kept.append(Span(text, span.style))
    }
    return Line(spans: kept)
  }

  /// The line in exactly this many columns; the filling has the style of its nearest span.
  package func padded(to columns: Int, _ alignment: Alignment = .left) -> Line {
    var line = clipped(to: columns)
    let (before, after) = alignment.margins(line.columns, in: columns)
    if before > 0 {
      line.spans.insert(
        Span(String(repeating: " ", count: before), line.spans.first?.style ?? .plain), at: 0)
    }
    if after > 0 {
      line.spans.append(
        Span(String(repeating: " ", count: after), line.spans.last?.style ?? .plain))
    }
    return line
  }

  /// The line with every span's style changed.
  package func restyled(_ change: (Style) -> Style) -> Line {
    Line(spans: spans.map { Span($0.text, change($0.style)) })
  }
}

extension Line: ExpressibleByStringLiteral {
  /// A plain line.
  package init(stringLiteral value: String) { self.init(value) }
}
