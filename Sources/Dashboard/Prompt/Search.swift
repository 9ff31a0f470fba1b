package import Canvas

/// A text that is looked for in the lines of a screen; capital letters or small ones are alike.
package struct Search: Equatable, Sendable {
  /// What is looked for; nothing is found for an empty text.
  package var text = ""
  /// Whether it is still being typed: then the line that the cursor is in is looked at, too.
  var isTyped = false

  /// A search for nothing.
  package init() {}

  /// The line to go to from `place`, by 1 to the next that matches and by -1 to the one before,
  /// around the end; nil if none matches.
  package func place(in lines: [String], from place: Int, by step: Int) -> Int? {
    let start = isTyped ? 0 : 1
    return (start..<lines.count + start).lazy
      .map { ((place + step * $0) % lines.count + lines.count) % lines.count }
      .first { isIn(lines[$0]) }
  }

  /// Whether a line matches.
  package func isIn(_ line: String) -> Bool { ranges(in: Array(line)).first != nil }

  /// The line with what was found in the style of a match.
  package func marked(_ line: String, _ style: Style, theme: Theme) -> Line {
    let characters = Array(line)
    var spans: [Span] = []
    var start = 0
    for found in ranges(in: characters) {
      spans.append(Span(String(characters[start..<found.lowerBound]), style))
      spans.append(Span(String(characters[found]), theme[.match].on(style)))
      start = found.upperBound
    }
    spans.append(Span(String(characters[start...]), style))
    return Line(spans: spans.filter { !$0.text.isEmpty })
  }

  /// Where the text is found, from the left, no two of them overlapping.
  private func ranges(in line: [Character]) -> [Range<Int>] {
    let wanted = text.map { $0.lowercased() }
    guard !wanted.isEmpty, wanted.count <= line.count else { return [] }
    let letters = line.map { $0.lowercased() }
    var ranges: [Range<Int>] = []
    var start = 0
    while start + wanted.count <= letters.count {
      let range = start..<start + wanted.count
      if letters[range].elementsEqual(wanted) {
        ranges.append(range)
        start = range.upperBound
      } else {
        start += 1
      }
    }
    return ranges
  }
}

extension Model {
  /// Looks for a text on the screen, from where its cursor is.
  mutating func search(for text: String, isTyped: Bool = false) {
    search.text = text
    search.isTyped = isTyped
    // It moves a cursor, for which nothing has to be done elsewhere.
    _ = performOnScreen(.nextMatch)
    search.isTyped = false
  }

  /// Brings the cursor to a line that the search finds, or says why it cannot: what a screen of
  /// lines does for the actions `nextMatch` (by 1) and `previousMatch` (by -1).
  mutating func goToMatch(
    in lines: [String], by step: Int, cursor: inout ListCursor, visible: Int
  ) {
    guard !search.text.isEmpty else {
      if !search.isTyped {
        notice = "Nothing is looked for: \(preferences.keys.name(of: .filter)) begins a search."
      }
      return
    }
    guard let place = search.place(in: lines, from: cursor.selected, by: step) else {
      notice = "“\(search.text)” is not found."
      return
    }
    cursor.select(place, count: lines.count, visible: visible)
  }
}
