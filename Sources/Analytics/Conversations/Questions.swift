extension String {
  /// How many questions a text asks: its runs of question marks. Scalars are compared, because as
  /// characters the Greek question mark and the semicolon are equal.
  var questions: Int {
    var count = 0
    var isInRun = false
    for scalar in unicodeScalars {
      let isMark = scalar.isQuestionMark
      if isMark, !isInRun { count += 1 }
      isInRun = isMark
    }
    return count
  }
}

extension Unicode.Scalar {
  /// Latin, full-width, Arabic, Armenian, Ethiopic or Greek.
  fileprivate var isQuestionMark: Bool {
    switch self {
    case "?", "\u{FF1F}", "\u{61F}", "\u{55E}", "\u{1367}", "\u{37E}": true
    default: false
    }
  }
}
