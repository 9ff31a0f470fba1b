import Canvas

/// A text in lines of at most so many columns, broken at spaces; a word that is longer than a line
/// is cut where the line ends.
func wrapped(_ text: String, columns: Int) -> [String] {
  let columns = max(1, columns)
  var lines: [String] = []
  for word in text.split(separator: " ") {
    if let last = lines.last, (last + " " + word).columns <= columns {
      lines[lines.count - 1] = last + " " + word
    } else {
      lines += pieces(of: word, columns: columns)
    }
  }
  return lines.isEmpty ? [""] : lines
}

private func pieces(of word: Substring, columns: Int) -> [String] {
  guard String(word).columns > columns else { return [String(word)] }
  var pieces = [""]
  for character in word {
    if (pieces[pieces.count - 1] + String(character)).columns > columns { pieces.append("") }
    pieces[pieces.count - 1].append(character)
  }
  return pieces
}
