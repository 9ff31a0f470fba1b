/// Why saved JSON could not be read.
package struct SavedError: Error, Equatable, Sendable {
  /// What is wrong with the text.
  package enum Reason: Equatable, Sendable {
    /// There is nothing but white space.
    case empty
    /// It is no text at all.
    case binary
    /// A web page; its title if it has one.
    case webPage(title: String?)
    /// It ends in the middle of a value.
    case cutOff
    case notJSON(JSONError)
    /// Nothing in it is a record or a user; the text says what the first thing is instead.
    case noRecords(String)
  }

  /// The file's name as it was given.
  package let file: String
  /// The line that the reason is found in, 1 for the first; nil when it concerns the whole file.
  package let line: Int?
  /// What is wrong with the text.
  package let reason: Reason

  /// One sentence for a person, with what to do.
  package var sentence: String {
    let place = line.map { "\(file):\($0)" } ?? file
    switch reason {
    case .empty: return "\(place) is empty: \(SavedError.advice)."
    case .binary:
      return "\(place) is not text: unpack it if it is compressed, or \(SavedError.advice)."
    case .webPage(let title):
      let name = title.map { " titled “\($0)”" } ?? ""
      return "\(place) is a web page\(name) instead of JSON: \(SavedError.advice)."
    case .cutOff:
      return "\(place): the file ends in the middle of a value; \(SavedError.advice)."
    case .notJSON(let error):
      return "\(place): \(SavedError.clause(error)); \(SavedError.advice)."
    case .noRecords(let text): return "\(text): \(SavedError.advice)."
    }
  }

  private static let advice = "save it again, as with rapport interactions -o json"

  static func clause(_ error: JSONError) -> String {
    switch error {
    case .empty: "there is no JSON"
    case .tooDeep: "it is nested deeper than \(JSONDocument.maximumDepth) levels"
    case .tooLarge: "it is larger than 4 GB"
    case .outOfMemory: "there is not enough memory to read it"
    case .malformed: "it is not valid JSON"
    }
  }
}
