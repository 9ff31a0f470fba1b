import Canvas

extension String {
  /// The words in lines of at most so many columns; a longer word is cut where its line ends.
  func wrapped(to columns: Int) -> [String] {
    let columns = max(1, columns)
    var lines: [String] = []
    var used = 0
    for word in split(separator: " ") {
      let word = String(word)
      let width = word.columns
      if !lines.isEmpty, used + 1 + width <= columns {
        lines[lines.count - 1] += " " + word
        used += 1 + width
      } else if width <= columns {
        lines.append(word)
        used = width
      } else {
        lines += word.cut(to: columns)
        used = lines.last?.columns ?? 0
      }
    }
    return lines
  }

  /// The text in pieces of at most so many columns.
  private func cut(to columns: Int) -> [String] {
    var pieces = [""]
    var used = 0
    for character in self {
      let width = character.columns
      if used + width > columns {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1].append(character)
      used += width
    }
    return pieces
  }
}
