internal import Canvas

/// What is wrong with a file that a person wrote, and where, in words that say what to do.
package struct ConfigurationError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The path of the file; nil where no file is to blame, as for a name on the command line.
  package let file: String?
  /// The line, from 1; nil where the whole file is meant.
  package let line: Int?
  /// The column in characters, from 1; nil where the whole line is meant.
  package let column: Int?
  /// One sentence that is safe to print: what is wrong and what would be right.
  package let sentence: String

  /// An error at a place. The sentence may quote the file with `quoted`.
  package init(file: String? = nil, line: Int? = nil, column: Int? = nil, _ sentence: String) {
    self.file = file?.harmless
    self.line = line
    self.column = column
    self.sentence = sentence
  }

  /// `file:line:column: sentence`, which editors can jump to, without the parts that are not known.
  package var description: String {
    guard let file else { return sentence }
    let place = [file] + [line, column].compactMap { $0 }.map(String.init)
    return place.joined(separator: ":") + ": " + sentence
  }
}

/// A piece of a file in quotation marks, made harmless and not longer than a line bears.
func quoted(_ text: some StringProtocol) -> String {
  let longest = 60
  let start = String(text.prefix(longest)).harmless
  return "\"" + start + (text.dropFirst(longest).isEmpty ? "" : "…") + "\""
}
