/// Why bytes could not be read as JSON.
package enum JSONError: Error, Hashable, Sendable {
  /// There is nothing but white space.
  case empty
  /// It is nested deeper than ``JSONDocument/maximumDepth``.
  case tooDeep
  /// It is larger than the four gigabytes that the parser can index.
  case tooLarge
  /// There was no memory to read it.
  case outOfMemory
  /// It breaks the rules of JSON; the detail is the parser's own sentence.
  case malformed(detail: String)

  /// What is wrong, in one sentence.
  package var sentence: String {
    switch self {
    case .empty: "There is nothing to read where JSON was expected."
    case .tooDeep: "The JSON is nested deeper than \(JSONDocument.maximumDepth) levels."
    case .tooLarge: "The JSON is larger than 4 GB: ask for less at a time."
    case .outOfMemory: "There is not enough memory to read the JSON: ask for less at a time."
    case .malformed(let detail): "This is not valid JSON: \(detail)"
    }
  }
}
