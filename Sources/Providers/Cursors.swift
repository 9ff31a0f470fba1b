package import Records

/// Follows the cursors of a list to its last page, and stops where they lead in a circle.
package struct Cursors: Sendable {
  /// What the next request carries; nil for the first page, and after the last one.
  package private(set) var current: String?
  private var seen: Set<String> = []
  private let limit: Int

  /// `start` is the cursor to begin at; after `limit` pages without an end following throws.
  package init(limit: Int, start: String?) {
    self.limit = limit
    current = start
    if let start { seen.insert(start) }
  }

  /// Takes the cursor that a page gave; nil ends the list. An empty page says nothing: only the
  /// missing cursor is the end.
  package mutating func follow(_ next: String?) throws(Failure) {
    current = next
    guard let next else { return }
    guard seen.insert(next).inserted else {
      throw Failure(
        .paging,
        "The provider's pages lead in a circle: the same cursor came twice; try again later.")
    }
    guard seen.count < limit else {
      throw Failure(.paging, "The provider gave \(limit) pages and no end; narrow the range.")
    }
  }
}
