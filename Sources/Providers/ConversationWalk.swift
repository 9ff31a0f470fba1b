package import Records

/// The way through all pages of several windows, on which each conversation is met once.
package struct ConversationWalk: Sendable {
  /// The window that the next page is of; nil at the end.
  package private(set) var window: DaySpan?
  /// What the next request carries; nil for the first page of a window.
  package var cursor: String? { cursors.current }
  /// How many conversations came again.
  package private(set) var duplicates = 0

  private var rest: ArraySlice<DaySpan>
  private var cursors: Cursors
  private var seen: Set<String> = []
  private let pageLimit: Int

  /// A walk through windows in their order, of at most `pageLimit` pages each.
  package init(_ windows: [DaySpan], pageLimit: Int = 1000) {
    self.pageLimit = pageLimit
    rest = windows[...]
    window = rest.popFirst()
    cursors = Cursors(limit: pageLimit, start: nil)
  }

  /// Takes the page that was asked for, gives back what is new in it, and goes on. Throws where the
  /// pages do not come to an end. A conversation without an id is always new.
  package mutating func take(
    _ page: Page<Conversation>
  ) throws(Failure) -> [Conversation] {
    try cursors.follow(page.nextCursor)
    if page.nextCursor == nil {
      window = rest.popFirst()
      cursors = Cursors(limit: pageLimit, start: nil)
    }
    let new = page.records.filter { record in record.id.map { seen.insert($0).inserted } ?? true }
    duplicates += page.records.count - new.count
    return new
  }
}
