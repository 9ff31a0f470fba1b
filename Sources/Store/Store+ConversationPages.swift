package import Records

extension Store {
  /// Keeps a page of a window of conversations. With the last one the window is complete: it takes
  /// the place of the older one, and is given back. Until then the older one stands.
  ///
  /// `cursor` is where this page started, nil for the first, which discards what was in flight
  /// before it. Throws `outOfStep`, and keeps nothing of the page, when the pages in flight do not
  /// end there, or were kept by other rules. Of conversations with one id the last wins, be the other
  /// on another page or in another window. Words are kept only where `rules` say so.
  package func add(
    _ page: Page<DerivedConversation>, after cursor: String?, to key: ConversationWindowKey,
    rules: ConversationRules.Mark, at time: Timestamp
  ) throws(StoreError) -> ConversationWindow? {
    let outcome = try writing {
      () throws(StoreError) -> (isOutOfStep: Bool, window: ConversationWindow?) in
      if cursor == nil { try discard(key) }
      let begun = try connection.begun(key, rules)
      guard cursor == begun?.cursor else { return (true, nil) }
      let directory = try learn(page.records.flatMap(\.users), of: key.account)
      let window =
        if let begun { begun.number } else { try connection.begin(key, rules, at: time) }
      var duplicates = 0
      for conversation in page.records {
        duplicates += try connection.add(
          conversation, to: window, directory: directory, keepsWords: rules.keepsWords)
      }
      try connection.run(
        SQL.pageAdded,
        [
          Argument(page.nextCursor ?? ""), .integer(Int(time.milliseconds)),
          .integer(page.skipped.count), .integer(duplicates), .integer(Int(window)),
        ])
      guard page.nextCursor == nil else { return (false, nil) }
      try connection.complete(window, key)
      return (false, try connection.conversationWindow(window, of: key.account))
    }
    guard !outcome.isOutOfStep else {
      throw StoreError(
        .outOfStep, path: connection.path, message: "the page does not continue those in flight")
    }
    return outcome.window
  }

  /// What there is of a window that is being fetched by these rules, to go on at its cursor; nil when
  /// there is nothing, or only pages of one with another end.
  package func pagesInFlight(
    of key: ConversationWindowKey, rules: ConversationRules.Mark
  ) throws(StoreError) -> PagesInFlight? {
    try reading { () throws(StoreError) in
      try connection.begun(key, rules).map {
        PagesInFlight(count: $0.pages, cursor: $0.cursor, since: $0.since)
      }
    }
  }

  /// Forgets the pages in flight of a window, so that it starts again.
  package func discardPages(of key: ConversationWindowKey) throws(StoreError) {
    try writing { () throws(StoreError) in try discard(key) }
  }

  private func discard(_ key: ConversationWindowKey) throws(StoreError) {
    try connection.run(SQL.discard, key.start)
  }
}

extension DerivedConversation {
  /// Who its agents are.
  fileprivate var users: [User] {
    metrics.agents.map { User(id: $0.agent.id, name: $0.agent.name) }
  }
}

extension ConversationWindowKey {
  /// What finds the rows of the window, whatever its end: it grows while it is the current one.
  fileprivate var start: [Argument] {
    [.text(account), .text(zone), .integer(days.start.number)]
  }
}

/// A window whose pages are in flight.
private struct BegunWindow {
  let number: Int64
  let cursor: String
  let pages: Int
  let since: Timestamp
}

extension Connection {
  fileprivate func begun(
    _ key: ConversationWindowKey, _ rules: ConversationRules.Mark
  ) throws(StoreError) -> BegunWindow? {
    try first(SQL.begun, key.start + [.integer(key.days.end.number)] + rules.arguments) { row in
      BegunWindow(
        number: Int64(row.integer(0)), cursor: row.text(1) ?? "", pages: row.integer(2),
        since: Timestamp(milliseconds: Int64(row.integer(3))))
    }
  }

  /// Begins a window and gives its number.
  fileprivate func begin(
    _ key: ConversationWindowKey, _ rules: ConversationRules.Mark, at time: Timestamp
  ) throws(StoreError) -> Int64 {
    let instant = Argument.integer(Int(time.milliseconds))
    return Int64(
      try integer(
        SQL.begin,
        key.start + [.integer(key.days.end.number), instant, instant] + rules.arguments))
  }

  /// Adds a conversation to a window in flight, and says how many it replaced there.
  fileprivate func add(
    _ derived: DerivedConversation, to window: Int64, directory: Directory, keepsWords: Bool
  ) throws(StoreError) -> Int {
    var replaced = 0
    if let id = derived.conversation.id {
      replaced = try count(
        changedBy: "DELETE FROM conversations WHERE window = ? AND id = ?",
        [.integer(Int(window)), .text(id)])
    }
    let digest = ConversationDigest(derived, directory: directory)
    let number = try integer(
      SQL.addConversation,
      [
        .integer(Int(window)), Argument(digest.id), Argument(derived.day?.number),
        Argument(digest.start.map { Int($0.milliseconds) }), .blob(digest.packed),
      ])
    try run(
      "INSERT INTO transcripts (conversation, messages, words) VALUES (?, ?, ?)",
      [
        .integer(number), .blob(PackedConversation.messages(of: derived.conversation)),
        keepsWords ? .blob(PackedConversation.words(of: derived.conversation)) : .null,
      ])
    return replaced
  }

  /// Makes a window in flight the window of its key. A conversation that another window has as well,
  /// as one that began on the stroke of both, leaves that one.
  fileprivate func complete(_ window: Int64, _ key: ConversationWindowKey) throws(StoreError) {
    try run(SQL.removeOlder, key.start)
    let others: [Argument] = [
      .text(key.account), .text(key.zone), .integer(Int(window)), .integer(Int(window)),
    ]
    try run(SQL.noteDuplicates, others)
    let duplicates = try count(changedBy: SQL.removeDuplicates, others)
    try run(SQL.complete, [.integer(duplicates), .integer(Int(window))])
  }

  /// Runs a statement and says how many rows it changed itself.
  func count(changedBy sql: String, _ arguments: [Argument]) throws(StoreError) -> Int {
    try run(sql, arguments)
    return try integer("SELECT changes()")
  }
}

extension ConversationRules.Mark {
  /// In the order of the table's columns.
  var arguments: [Argument] { [.text(speakers), .text(fields), .integer(keepsWords ? 1 : 0)] }
}

private enum SQL {
  private static let ofStart = "account = ? AND zone = ? AND start_day = ?"
  static let discard = """
    DELETE FROM conversation_windows WHERE \(ofStart) AND next_cursor IS NOT NULL
    """
  static let begun = """
    SELECT number, next_cursor, pages, fetched_at FROM conversation_windows
    WHERE \(ofStart) AND next_cursor IS NOT NULL AND end_day = ?
      AND speakers = ? AND fields = ? AND keeps_words = ?
    """
  static let begin = """
    INSERT INTO conversation_windows
      (account, zone, start_day, end_day, fetched_at, touched_at, speakers, fields, keeps_words,
       next_cursor, pages, skipped, duplicates, revision)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, 0, 0, 0) RETURNING number
    """
  static let addConversation = """
    INSERT INTO conversations (window, id, day, started_at, digest) VALUES (?, ?, ?, ?, ?)
    RETURNING number
    """
  static let pageAdded = """
    UPDATE conversation_windows SET next_cursor = ?, touched_at = ?, pages = pages + 1,
      skipped = skipped + ?, duplicates = duplicates + ? WHERE number = ?
    """
  static let removeOlder = """
    DELETE FROM conversation_windows WHERE \(ofStart) AND next_cursor IS NULL
    """
  private static let inOthers = """
    FROM conversations WHERE window IN (
        SELECT number FROM conversation_windows
        WHERE account = ? AND zone = ? AND next_cursor IS NULL AND number <> ?)
      AND id IN (SELECT id FROM conversations WHERE window = ?)
    """
  static let noteDuplicates = """
    UPDATE conversation_windows SET revision = revision + 1
    WHERE number IN (SELECT window \(inOthers))
    """
  static let removeDuplicates = "DELETE \(inOthers)"
  static let complete = """
    UPDATE conversation_windows SET next_cursor = NULL, duplicates = duplicates + ?
    WHERE number = ?
    """
}
