import Canvas

extension String {
  /// The words in lines of at most so many columns; a longer word is cut where its line ends.
  func wrapped(to columns: Int) -> [String] {
    let columns = max(1, columns)
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, (last + " " + word).columns <= columns {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines += String(word).cut(to: columns)
      }
    }
    return lines
  }

  /// The text in pieces of at most so many columns.
  private func cut(to columns: Int) -> [String] {
    guard self.columns > columns else { return [self] }
    var pieces = [""]
    for character in self {
      if (pieces[pieces.count - 1] + String(character)).columns > columns { pieces.append("") }
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }
}
