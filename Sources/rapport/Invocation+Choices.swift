import Canvas

/// Words of the command line that are one of a few.
extension Invocation {
  /// The value of an option that takes one of a few words; nil without the option.
  func choice<Word: CaseIterable & RawRepresentable<String>>(
    _ option: Option, of words: Word.Type = Word.self
  ) throws(Stop) -> Word? {
    guard let text = try choice(option, among: words.allCases.map(\.rawValue)) else { return nil }
    return Word(rawValue: text)
  }

  /// The same for words that are no type of their own.
  func choice(_ option: Option, among words: [String]) throws(Stop) -> String? {
    guard let text = self[option], !words.contains(text) else { return self[option] }
    throw Stop(
      .usage,
      "“\(text)” is no value of --\(option.rawValue)\(Invocation.hint(text, words))"
        + " Write \(words.alternatives).")
  }

  /// The end of a sentence about a word that is none of these names: the one that was likely
  /// meant, if any.
  static func hint(_ word: String, _ names: [String], prefix: String = "") -> String {
    likely(word, among: names).map { "; did you mean “\(prefix)\($0)”?" } ?? "."
  }
}

extension [String] {
  /// The words as one may say them: `json, csv or table`.
  var alternatives: String {
    count < 2
      ? joined() : dropLast().joined(separator: ", ") + " or " + suffix(1).joined()
  }
}
