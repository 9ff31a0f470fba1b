/// Why a body could not be read as what it should be.
package enum WireError: Error, Equatable, Sendable {
  /// Not JSON at all; the text says what the parser met.
  case notJSON(String)
  /// A web page, as a proxy between here and the API answers; its title if it has one.
  case webPage(title: String?)
  /// JSON, but not the shape that the API documents.
  case unexpectedShape(String)

  /// One sentence for a person.
  package var sentence: String {
    switch self {
    case .notJSON(let text): "The answer cannot be read (try again, or check the base URL): \(text)"
    case .webPage(let title):
      "The answer is a web page\(title.map { " titled “\($0)”" } ?? "") instead of data: a proxy"
        + " stands between here and the API, or the base URL is wrong."
    case .unexpectedShape(let text): "The answer is not what the API documents: \(text)."
    }
  }
}
