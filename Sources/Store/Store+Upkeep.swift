import Glibc
package import Records

/// How much the cache holds.
package struct StoreSize: Hashable, Sendable {
  /// Bytes on disk.
  package let bytes: Int
  /// How many complete windows there are, of records and of conversations.
  package let windows: Int
  /// How many records the complete windows have.
  package let records: Int
  /// How many conversations they have.
  package let conversations: Int
  /// How many users there are, of all accounts together.
  package let users: Int
}

/// How much the cache holds of one account.
package struct AccountSize: Hashable, Sendable {
  /// The account's name in the cache.
  package let account: String
  /// How many complete windows there are of the account, of records and of conversations.
  package let windows: Int
  /// How many records its complete windows have.
  package let records: Int
  /// How many conversations they have.
  package let conversations: Int
  /// How many pages were kept of windows that are still being fetched.
  package let pagesInFlight: Int
  /// How many users of the account there are.
  package let users: Int
}

extension Store {
  /// Counts what the cache holds.
  package func size() throws(StoreError) -> StoreSize {
    try reading { () throws(StoreError) in
      StoreSize(
        bytes: file.bytes,
        windows: try connection.integer("SELECT count(*) FROM windows")
          + connection.integer(SQL.countConversationWindows, [.null]),
        records: try connection.integer("SELECT sum(record_count) FROM windows"),
        conversations: try connection.integer(SQL.countConversations, [.null]),
        users: try connection.integer("SELECT count(*) FROM users"))
    }
  }

  /// Counts what the cache holds of each account that it knows, in order of their names.
  package func accountSizes() throws(StoreError) -> [AccountSize] {
    let names = try accountNames()
    return try reading { () throws(StoreError) in
      var sizes: [AccountSize] = []
      for name in names {
        func count(_ what: String, in table: String) throws(StoreError) -> Int {
          try connection.integer(
            "SELECT \(what) FROM \(table) WHERE account = ?", [.text(name)])
        }
        sizes.append(
          AccountSize(
            account: name,
            windows: try count("count(*)", in: "windows")
              + connection.integer(SQL.countConversationWindows, [.text(name)]),
            records: try count("sum(record_count)", in: "windows"),
            conversations: try connection.integer(SQL.countConversations, [.text(name)]),
            pagesInFlight: try count("count(*)", in: "pages")
              + connection.integer(SQL.countConversationPages, [.text(name)]),
            users: try count("count(*)", in: "users")))
      }
      return sizes
    }
  }

  /// Removes the windows and the counts of requests of periods that ended before a day, and the
  /// pages in flight that nobody has added to since `abandoned`, of an account or of all; gives the
  /// number of windows.
  @discardableResult
  package func prune(
    before day: Day, abandoned: Timestamp, of account: String? = nil
  ) throws(StoreError) -> Int {
    try writing { () throws(StoreError) in
      try removeOld(before: day, abandoned: abandoned, of: account)
    }
  }

  /// The same within `writing`; what was fetched since `kept` stays, however old its period is.
  @discardableResult
  func removeOld(
    before day: Day, abandoned: Timestamp, kept: Timestamp? = nil, of account: String?
  ) throws(StoreError) -> Int {
    let ofAccount: [Argument] = [Argument(account)]
    let old = ofAccount + [.integer(day.number)]
    let removed = old + [.integer(kept.map { Int($0.milliseconds) } ?? .max)]
    let windows =
      try connection.count(changedBy: SQL.removeOldWindows, removed)
      + connection.count(changedBy: SQL.removeOldConversationWindows, old)
    recentWindows.forgetAll()
    try connection.run(SQL.removeOldRequests, old)
    let begun = ofAccount + [.integer(Int(abandoned.milliseconds))]
    try connection.run(SQL.removeAbandonedPages, begun)
    try connection.run(SQL.removeAbandonedConversationWindows, begun)
    return windows
  }

  /// Removes the windows, pages, users and outcomes of an account, or of all of them; the counts of
  /// requests stay. False when another process has the cache open: then the users stay too, for
  /// the numbers that it knows them by must not become others'.
  package func clear(_ account: String?) throws(StoreError) -> Bool {
    let isAlone = try connection.shutOthersOut()
    let tables = ["windows", "pages", "conversation_windows"] + (isAlone ? ["users"] : [])
    try writing { () throws(StoreError) in
      for table in tables {
        try connection.run(
          "DELETE FROM \(table) WHERE account = ifnull(?, account)", [Argument(account)])
      }
      if isAlone {
        try connection.run("DELETE FROM accounts WHERE name = ifnull(?, name)", [Argument(account)])
      }
    }
    forgetWhatWasRead()
    return isAlone
  }

  /// Gives the room of what was removed back to the disk, and lets others in again.
  package func compact() throws(StoreError) {
    try connection.execute("VACUUM")
    try connection.letOthersIn()
    try emptyLog()
  }

  /// Moves what was written last from SQLite's log to the file, so that the next start need not read
  /// the log first. While another process reads, the log is kept for a later time.
  package func emptyLog() throws(StoreError) {
    try connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  /// What SQLite finds wrong with the file; nil when nothing is.
  package func damage() throws(StoreError) -> String? {
    var findings: [String] = []
    do throws(StoreError) {
      try connection.each("PRAGMA quick_check(3)") { row in findings.append(row.text(0) ?? "") }
    } catch {
      // Some damage ends the check itself.
      guard error.kind == .corrupt else { throw error }
      findings.append(error.message)
    }
    return findings == ["ok"] ? nil : findings.joined(separator: "; ")
  }
}

extension Connection {
  /// Takes the file for this process alone until `letOthersIn`; false while another one has it
  /// open, which SQLite shows by not leaving its log then.
  fileprivate func shutOthersOut() throws(StoreError) -> Bool {
    try run("PRAGMA locking_mode = EXCLUSIVE")
    do throws(StoreError) {
      if try first("PRAGMA journal_mode = DELETE", [], { $0.text(0) }) == "delete" { return true }
    } catch {
      guard error.isBusy else { throw error }
    }
    try letOthersIn()
    return false
  }

  fileprivate func letOthersIn() throws(StoreError) {
    try run("PRAGMA locking_mode = NORMAL")
    try run("PRAGMA journal_mode = WAL")
  }
}

private enum SQL {
  // A NULL account means all of them.
  static let countConversationWindows = """
    SELECT count(*) FROM conversation_windows
    WHERE account = ifnull(?, account) AND next_cursor IS NULL
    """
  static let countConversations = """
    SELECT count(*) FROM conversations WHERE window IN (
      SELECT number FROM conversation_windows
      WHERE account = ifnull(?, account) AND next_cursor IS NULL)
    """
  static let countConversationPages = """
    SELECT sum(pages) FROM conversation_windows WHERE account = ? AND next_cursor IS NOT NULL
    """
  static let removeOldConversationWindows = """
    DELETE FROM conversation_windows
    WHERE account = ifnull(?, account) AND end_day < ? AND next_cursor IS NULL
    """
  static let removeAbandonedConversationWindows = """
    DELETE FROM conversation_windows
    WHERE account = ifnull(?, account) AND touched_at < ? AND next_cursor IS NOT NULL
    """
  static let removeOldWindows = """
    DELETE FROM windows WHERE account = ifnull(?, account) AND end_day < ? AND fetched_at < ?
    """
  static let removeOldRequests = """
    DELETE FROM requests WHERE account = ifnull(?, account) AND day < ?
    """
  // The pages of a window go together: the rest of them would pass for the whole.
  static let removeAbandonedPages = """
    DELETE FROM pages WHERE (account, resource, zone, granularity, start_day, exact_end) IN (
      SELECT account, resource, zone, granularity, start_day, exact_end FROM pages
      WHERE account = ifnull(?, account) GROUP BY 1, 2, 3, 4, 5, 6 HAVING max(fetched_at) < ?)
    """
}
