package import Records

extension Store {
  /// The windows of conversations that are complete, in a zone, oldest first.
  package func conversationWindows(
    of account: String, zone: String
  ) throws(StoreError) -> [ConversationWindow] {
    try reading { () throws(StoreError) in
      try connection.conversationWindows(of: account, zone: zone)
    }
  }

  /// What was derived from the conversations of a window; nil when it is not there any more, or
  /// cannot be read.
  package func metrics(of window: ConversationWindow) throws(StoreError) -> [ConversationMetrics]? {
    try reading { () throws(StoreError) -> [ConversationMetrics]? in
      guard try isCurrent(window) else { return nil }
      let directory = try knownUsers(of: window.key.account)
      var metrics: [ConversationMetrics] = []
      var isReadable = true
      try connection.each(SQL.digests, [.integer(Int(window.number))]) { row in
        if let digest = row.digest(0, directory) {
          metrics.append(digest.metrics(directory, speakers: window.rules.speakers))
        } else {
          isReadable = false
        }
      }
      guard isReadable else {
        noteUnreadable(1)
        return nil
      }
      return metrics
    }
  }

  /// The conversations of complete windows that began on some days, the newest first: at most
  /// `limit` of them, and how many there are. Those without a start that can be read stand with the
  /// others of their window.
  package func conversations(
    for query: ConversationQuery, zone: String, limit: Int
  ) throws(StoreError) -> (listed: [ConversationSummary], total: Int) {
    try reading { () throws(StoreError) -> ([ConversationSummary], Int) in
      let directory = try knownUsers(of: query.account)
      let user = query.user.map { directory.number(of: $0) ?? -1 }
      var listed: [ConversationSummary] = []
      var total = 0
      var unreadable = 0
      let days: [Argument] = [.integer(query.days.start.number), .integer(query.days.end.number)]
      try connection.each(SQL.list, [.text(query.account), .text(zone)] + days + days) { row in
        guard user != nil || total < limit else {
          total += 1
          return
        }
        guard let digest = row.digest(1, directory) else {
          unreadable += 1
          return
        }
        guard user == nil || digest.agents.contains(where: { $0.user == user }) else { return }
        total += 1
        if listed.count < limit {
          listed.append(
            digest.summary(
              number: ConversationNumber(row.integer(0)), hasWords: row.flag(2)))
        }
      }
      if unreadable > 0 { noteUnreadable(unreadable) }
      return (listed, total)
    }
  }

  /// A conversation with its messages; nil when it is not there any more, or cannot be read.
  package func conversation(
    _ number: ConversationNumber, of account: String
  ) throws(StoreError) -> (summary: ConversationSummary, conversation: Conversation)? {
    try reading { () throws(StoreError) in
      let directory = try knownUsers(of: account)
      let found = try connection.first(SQL.whole, [.integer(Int(number)), .text(account)]) { row in
        row.digest(0, directory).flatMap { digest in
          row.conversation(1).map { conversation in
            (digest.summary(number: number, hasWords: !row.isNull(2)), conversation)
          }
        }
      }
      return found ?? nil
    }
  }

  /// Whether the window is there as it was read.
  func isCurrent(_ window: ConversationWindow) throws(StoreError) -> Bool {
    try connection.conversationWindow(window.number, of: window.key.account) == window
  }
}

extension Connection {
  /// The complete windows of an account in a zone, or in all of them, oldest first.
  func conversationWindows(
    of account: String, zone: String? = nil
  ) throws(StoreError) -> [ConversationWindow] {
    var windows: [ConversationWindow] = []
    try each(SQL.windows, [.text(account), Argument(zone)]) { row in
      windows.append(row.conversationWindow(account))
    }
    return windows
  }

  /// A complete window by its number.
  func conversationWindow(
    _ number: Int64, of account: String
  ) throws(StoreError) -> ConversationWindow? {
    try first(SQL.window, [.integer(Int(number))]) { $0.conversationWindow(account) }
  }
}

extension Row {
  /// The window of a row of `SQL.columns`.
  func conversationWindow(_ account: String) -> ConversationWindow {
    ConversationWindow(
      key: ConversationWindowKey(
        account: account, zone: text(1) ?? "",
        days: DaySpan(Day(number: integer(2)), Day(number: integer(3)))),
      fetchedAt: Timestamp(milliseconds: Int64(integer(4))), skipped: integer(8),
      duplicates: integer(9),
      rules: ConversationRules.Mark(
        speakers: text(5) ?? "", fields: text(6) ?? "", keepsWords: flag(7)),
      number: Int64(integer(0)), revision: integer(10))
  }

  /// Nil when the bytes are damaged, or of another format.
  func digest(_ column: Int32, _ directory: Directory) -> ConversationDigest? {
    try? ConversationDigest(blob(column), users: directory.users.count)
  }

  /// The conversation of the messages in a column and the words in the next.
  func conversation(_ column: Int32) -> Conversation? {
    try? PackedConversation.conversation(
      blob(column), words: isNull(column + 1) ? nil : blob(column + 1))
  }
}

private enum SQL {
  private static let columns = """
    number, zone, start_day, end_day, fetched_at, speakers, fields, keeps_words, skipped,
      duplicates, revision
    """
  static let windows = """
    SELECT \(columns) FROM conversation_windows
    WHERE account = ? AND zone = ifnull(?, zone) AND next_cursor IS NULL ORDER BY start_day
    """
  static let window = """
    SELECT \(columns) FROM conversation_windows WHERE number = ? AND next_cursor IS NULL
    """
  static let digests = "SELECT digest FROM conversations WHERE window = ? ORDER BY number"
  static let list = """
    SELECT conversations.number, digest, keeps_words
    FROM conversation_windows JOIN conversations ON window = conversation_windows.number
    WHERE account = ? AND zone = ? AND next_cursor IS NULL AND end_day > ? AND start_day < ?
      AND (day IS NULL OR day >= ? AND day < ?)
    ORDER BY started_at DESC, conversations.number DESC
    """
  static let whole = """
    SELECT digest, messages, words FROM conversations
    JOIN transcripts ON conversation = conversations.number
    JOIN conversation_windows ON conversation_windows.number = window
    WHERE conversations.number = ? AND account = ? AND next_cursor IS NULL
    """
}
