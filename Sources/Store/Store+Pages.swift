package import Records

/// The pages of a window that were fetched before it was complete.
package struct PagesInFlight: Hashable, Sendable {
  /// How many pages there are.
  package let count: Int
  /// Where the next page starts.
  package let cursor: String
  /// When the first of them was fetched.
  package let since: Timestamp
}

extension Store {
  /// Keeps a page of a window. The last one makes of them all the window, in the place of the old
  /// one, and gives it back; until then the old window stands.
  ///
  /// `cursor` is where this page started, nil for the first, which discards what was in flight
  /// before it. Throws `outOfStep`, and keeps nothing of the page, when the pages in flight do not
  /// end there: another process is fetching the same window, or they were begun for another end.
  /// The window is as old as its first page. Of records of a user and period on several pages the
  /// last one wins. Names and addresses are learnt where none were known.
  package func add(
    _ page: Page<Record>, after cursor: String?, to key: WindowKey, at time: Timestamp
  ) throws(StoreError) -> Window? {
    let outcome = try writing { () throws(StoreError) -> (isOutOfStep: Bool, window: Window?) in
      if cursor == nil { try discard(key) }
      let earlier = try pages(of: key)
      guard cursor == earlier.last?.cursor else { return (true, nil) }
      let directory = try learn(page.records.map(\.user), of: key.account)
      let raw = RawRecords(page) { directory.number(of: $0) ?? 0 }
      if let next = page.nextCursor {
        let table = table(page.records, of: key, directory: directory)
        try append(page, table, raw, next: next, position: earlier.count, to: key, at: time)
        return (false, nil)
      }
      guard let window = try join(earlier, page, key: key, directory: directory, at: time) else {
        try discard(key)
        noteUnreadable(1)
        return (true, nil)
      }
      try replace(window, raw: try rawInFlight(of: key).appending(raw))
      try discard(key)
      return (false, window)
    }
    guard !outcome.isOutOfStep else {
      throw StoreError(
        .outOfStep, path: connection.path, message: "the page does not continue those in flight")
    }
    return outcome.window
  }

  /// What there is of a window that is being fetched, to go on at its cursor; nil when there is
  /// nothing, or only pages of a period with another end.
  package func pagesInFlight(of key: WindowKey) throws(StoreError) -> PagesInFlight? {
    let found = try reading { () throws(StoreError) in try pages(of: key) }
    guard let first = found.first, let last = found.last else { return nil }
    return PagesInFlight(count: found.count, cursor: last.cursor, since: first.fetchedAt)
  }

  /// Forgets the pages in flight of a window, so that it starts again.
  package func discardPages(of key: WindowKey) throws(StoreError) {
    try writing { () throws(StoreError) in try discard(key) }
  }

  private func discard(_ key: WindowKey) throws(StoreError) {
    try connection.run(SQL.discard, key.arguments)
  }

  private func pages(of key: WindowKey) throws(StoreError) -> [StoredPage] {
    var pages: [StoredPage] = []
    let arguments = key.arguments + [.integer(key.period.end.number)]
    try connection.each(SQL.pages, arguments) { row in
      pages.append(
        StoredPage(
          cursor: row.text(0) ?? "", fetchedAt: Timestamp(milliseconds: Int64(row.integer(1))),
          isPartial: row.flag(2), skipped: row.integer(3), duplicates: row.integer(4)))
    }
    return pages
  }

  private func append(
    _ page: Page<Record>, _ table: RecordTable, _ raw: RawRecords, next: String, position: Int,
    to key: WindowKey, at time: Timestamp
  ) throws(StoreError) {
    try connection.run(
      SQL.append,
      key.arguments + [
        .integer(position), .integer(key.period.end.number), .text(next),
        .integer(Int(time.milliseconds)), Argument(page.isPartial), .integer(page.skipped.count),
        .integer(page.records.count - table.count), .blob(PackedTable.encode(table)),
        raw.argument,
      ])
  }

  /// The texts of the records of the pages in flight.
  private func rawInFlight(of key: WindowKey) throws(StoreError) -> RawRecords {
    var raw = RawRecords()
    try connection.each(SQL.pageTexts, key.arguments) { row in
      raw = raw.appending(RawRecords(Array(row.blob(0))))
    }
    return raw
  }

  /// The window of the pages in flight and the last one; nil when one of them cannot be read.
  private func join(
    _ earlier: [StoredPage], _ last: Page<Record>, key: WindowKey, directory: Directory,
    at time: Timestamp
  ) throws(StoreError) -> Window? {
    var records: [Record] = []
    var isReadable = true
    if !earlier.isEmpty {
      try connection.each(SQL.pageRecords, key.arguments) { row in
        let users = directory.users.count
        guard let table = row.table(0, resource: key.resource, users: users) else {
          isReadable = false
          return
        }
        records.append(
          contentsOf: (0..<table.count).lazy.map { table.record($0, directory: directory) })
      }
    }
    guard isReadable else { return nil }
    records = earlier.isEmpty ? last.records : records + last.records
    let table = table(records, of: key, directory: directory)
    return Window(
      key: key, table: table, fetchedAt: earlier.first?.fetchedAt ?? time,
      isPartial: last.isPartial || earlier.contains(where: \.isPartial),
      skipped: earlier.reduce(last.skipped.count) { $0 + $1.skipped },
      duplicates: earlier.reduce(records.count - table.count) { $0 + $1.duplicates })
  }

  private func table(
    _ records: [Record], of key: WindowKey, directory: Directory
  ) -> RecordTable {
    var directory = directory
    return RecordTable(resource: key.resource, records: records) {
      directory.intern(User(id: $0))
    }
  }
}

/// A page in flight without its records.
private struct StoredPage {
  let cursor: String
  let fetchedAt: Timestamp
  let isPartial: Bool
  let skipped: Int
  let duplicates: Int
}

private enum SQL {
  private static let ofKey = """
    account = ? AND resource = ? AND zone = ? AND granularity = ? AND start_day = ?
      AND exact_end = ?
    """
  static let pages = """
    SELECT next_cursor, fetched_at, is_partial, skipped, duplicates FROM pages
    WHERE \(ofKey) AND end_day = ? ORDER BY position
    """
  static let pageRecords = "SELECT records FROM pages WHERE \(ofKey) ORDER BY position"
  static let pageTexts = """
    SELECT raw FROM pages WHERE \(ofKey) AND raw IS NOT NULL ORDER BY position
    """
  static let discard = "DELETE FROM pages WHERE \(ofKey)"
  static let append = """
    INSERT INTO pages
      (account, resource, zone, granularity, start_day, exact_end, position, end_day, next_cursor,
       fetched_at, is_partial, skipped, duplicates, records, raw)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
}
