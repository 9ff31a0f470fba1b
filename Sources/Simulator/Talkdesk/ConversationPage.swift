import Records

/// The conversations of one page, before they are written.
struct ConversationPage {
  private(set) var records: [Conversation]
  /// Where the next page starts; nil on the last one.
  private(set) var next: TalkdeskCursor?
  private let position: Int

  init(_ team: SimulatedTeam, _ query: TalkdeskListQuery, size: Int) {
    let all = team.encounters(startedIn: query.window)
    position = min(query.cursor?.position ?? 0, all.count)
    let end = min(position + size, all.count)
    records = all[position..<end].map { team.conversation($0) }
    if end < all.count { next = TalkdeskCursor(position: end, window: query.window) }
  }

  /// The page with what a fault does to its records and its cursor.
  func marred(by fault: Fault?, _ query: TalkdeskListQuery) -> ConversationPage {
    var page = self
    let origin = query.cursor?.origin
    func cursor(_ position: Int, _ origin: PageCursor.Origin) -> TalkdeskCursor {
      TalkdeskCursor(position: position, window: query.window, origin: origin)
    }
    if origin == .loop {
      page.next = query.cursor
    } else if fault == .loop {
      page.next = cursor(next?.position ?? position, .loop)
    } else if fault == .noStats {
      (page.records, page.next) = ([], nil)
    } else if fault == .emptyPage, origin != .emptyPage {
      page.records = []
      page.next = cursor(position, .emptyPage)
    } else if fault == .duplicate, origin != .duplicate, !records.isEmpty {
      page.next = cursor(position + records.count - 1, .duplicate)
    }
    return page
  }
}
