extension Frame {
  /// The frame with every sign that views and widgets write of their own accord in ASCII, each in
  /// as many columns. Letters stay as they are: a name is the person's own.
  package func inASCII() -> Frame {
    var frame = self
    frame.replaceCharacters { cells, index in
      let character = cells[index].character
      // The sign of a difference is a letter of Greek names too.
      let near = cells[max(0, index - 1)...min(cells.count - 1, index + 1)]
      if character.isLetter, near.filter(\.character.isLetter).count > 1 { return nil }
      return Self.asciiSigns[character]
    }
    return frame
  }

  private static let asciiSigns: [Character: Character] = {
    var signs: [Character: Character] = [
      "…": "~", "·": "-", "•": "*", "–": "-", "—": "-", "‹": "<", "›": ">", "≈": "~", "Δ": "d",
      "×": "x", "±": "=", "≃": "?", "≤": "<", "≥": ">", "≠": "!", "−": "-", "’": "'", "‘": "'",
      "“": "\"",
      "”": "\"", "←": "<", "→": ">", "↑": "^", "↓": "v", "▲": "^", "▴": "^", "▼": "v", "▾": "v",
      "▶": ">", "▸": ">", "◀": "<", "◂": "<", "●": "*", "○": "o", "◐": "%", "■": "#", "□": "o",
      "│": "|", "┊": ":", "▏": "|", "▕": "|", "▁": "_", "▔": "\"",
    ]
    for sign in "─═┄╌┈" { signs[sign] = "-" }
    for sign in "┌┐└┘├┤┬┴┼" { signs[sign] = "+" }
    for sign in "▂▃▄▅▆▇█▀▉▊▋▌▍▎▐" { signs[sign] = "#" }
    for sign in "░▒▓" { signs[sign] = ":" }
    return signs
  }()
}
