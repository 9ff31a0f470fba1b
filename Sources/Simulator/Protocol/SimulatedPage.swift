import Records

/// The records of one page, before they are written.
struct SimulatedPage {
  struct Record {
    /// The place among the users that were asked for.
    let position: Int
    /// The place in the team.
    let index: Int
    /// A number or nil for each field of the resource; none in a list of users.
    let values: [Number?]
  }

  var records: [Record] = []
  /// Where the next page starts; nil on the last one.
  var next: PageCursor?
  var isPartial = false

  init() {}

  init(_ team: SimulatedTeam, _ list: UnifiedList, _ query: ListQuery) {
    let asked = query.userIDs.map { Array(Set($0.compactMap(team.index(of:)))).sorted() }
    var position = query.cursor?.position ?? 0
    while position < asked?.count ?? team.users.count {
      let index = asked?[position] ?? position
      if let values = SimulatedPage.values(of: index, team, list, query) {
        guard records.count < query.limit else {
          next = PageCursor(position: position, origin: .plain, digest: query.digest)
          return
        }
        records.append(Record(position: position, index: index, values: values))
      }
      position += 1
    }
  }

  private static func values(
    of index: Int, _ team: SimulatedTeam, _ list: UnifiedList, _ query: ListQuery
  ) -> [Number?]? {
    guard let span = query.span else { return [] }
    return list == .interactions
      ? team.interactions(of: index, in: span) : team.activity(of: index, in: span)
  }

  /// The page with what a fault does to its records and its cursor.
  func marred(by fault: Fault?, _ query: ListQuery) -> SimulatedPage {
    var page = self
    let origin = query.cursor?.origin
    func cursor(_ position: Int, _ origin: PageCursor.Origin) -> PageCursor {
      PageCursor(position: position, origin: origin, digest: query.digest)
    }
    if origin == .loop {
      page.next = query.cursor
    } else if fault == .loop {
      page.next = cursor(next?.position ?? 0, .loop)
    } else if fault == .emptyPage, origin != .emptyPage {
      page.records = []
      page.next = cursor(query.cursor?.position ?? 0, .emptyPage)
    } else if fault == .duplicate, origin != .duplicate, let last = records.last {
      page.next = cursor(last.position, .duplicate)
    } else if fault == .partial {
      page.records = Array(records.prefix((records.count + 1) / 2))
      page.isPartial = true
    }
    return page
  }
}
