extension Frame {
  /// What is on the frame for a terminal that is not in full-screen mode: a line for each row,
  /// coloured by SGR sequences that begin anew at each change of style and are reset at the end
  /// of the row. Plain spaces at the end are left out.
  package func ansi(depth: ColorDepth) -> String {
    let frame = keepingDirection()
    var text = ""
    for row in 0..<size.rows {
      let cells = frame.row(row)
      let end = cells.lastIndex { $0.character != " " || $0.style != .plain }
      var current = Style.plain
      for cell in cells[..<(end.map { $0 + 1 } ?? cells.startIndex)] where cell.width > 0 {
        let style = cell.style.quantised(to: depth)
        if style != current { text += "\u{1B}[\(style.sgr)m" }
        current = style
        text.append(cell.character)
      }
      if current != .plain { text += "\u{1B}[0m" }
      text += "\n"
    }
    return text
  }
}

extension Style {
  /// The parameters of the SGR sequence that sets this style and nothing else.
  var sgr: String {
    var codes = ["0"]
    let attributes: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ]
    for (attribute, code) in attributes where self.attributes.contains(attribute) {
      codes.append(code)
    }
    if let code = foreground.sgr(base: 30) { codes.append(code) }
    if let code = background.sgr(base: 40) { codes.append(code) }
    return codes.joined(separator: ";")
  }
}

extension Color {
  /// The SGR parameters for a foreground (30) or background (40); nil for the terminal's own.
  fileprivate func sgr(base: Int) -> String? {
    switch self {
    case .terminal: nil
    case .palette(let index) where index < 8: "\(base + Int(index))"
    case .palette(let index) where index < 16: "\(base + 52 + Int(index))"
    case .palette(let index): "\(base + 8);5;\(index)"
    case .rgb(let red, let green, let blue): "\(base + 8);2;\(red);\(green);\(blue)"
    }
  }
}
