import Canvas

extension Search {
  /// The line with what was found in the style of a match. Where that reaches over pieces of
  /// several styles, the line loses the others.
  func marked(_ line: Line, theme: Theme) -> Line {
    guard isIn(line.text) else { return line }
    let pieces = line.spans.flatMap { marked($0.text, $0.style, theme: theme).spans }
    let isMarked = pieces != line.spans.filter { !$0.text.isEmpty }
    return isMarked ? Line(spans: pieces) : marked(line.text, theme[.text], theme: theme)
  }
}
