import Canvas

/// Why what was typed cannot be done; a sentence for a person.
package struct Mistake: Error, Equatable, Sendable {
  /// What is wrong, and what to write instead.
  package let sentence: String

  /// Nothing is called what was typed: says so, with the nearest name there is.
  static func unknown(_ what: String, _ typed: String, among names: [String]) -> Mistake {
    let hint = names.isEmpty ? "" : "; did you mean “\(nearest(to: typed, among: names))”?"
    return Mistake(sentence: "There is no \(what) “\(typed)”\(hint.isEmpty ? "." : hint)")
  }
}
