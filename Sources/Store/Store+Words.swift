package import Records

extension Store {
  /// Derives the metrics of a window again, from the conversations that are kept; nil when it is not
  /// there any more, or one of its conversations cannot be read.
  package func deriveAgain(
    _ window: ConversationWindow, rules: ConversationRules.Mark,
    _ derive: @Sendable (Conversation) -> DerivedConversation
  ) throws(StoreError) -> ConversationWindow? {
    try writing { () throws(StoreError) in
      guard try isCurrent(window) else { return nil }
      var derived: [(number: Int, DerivedConversation)] = []
      var isReadable = true
      try connection.each(SQL.conversations, [.integer(Int(window.number))]) { row in
        if let conversation = row.conversation(1) {
          derived.append((row.integer(0), derive(conversation)))
        } else {
          isReadable = false
        }
      }
      guard isReadable else {
        noteUnreadable(1)
        return nil
      }
      let users = derived.flatMap { $0.1.metrics.agents.map { User(id: $0.agent.id) } }
      let directory = try learn(users, of: window.key.account)
      for (number, conversation) in derived {
        let digest = ConversationDigest(conversation, directory: directory)
        try connection.run(
          "UPDATE conversations SET digest = ? WHERE number = ?",
          [.blob(digest.packed), .integer(number)])
      }
      try connection.run(
        SQL.derived,
        [.text(rules.speakers), .text(rules.fields), .integer(Int(window.number))])
      return try connection.conversationWindow(window.number, of: window.key.account)
    }
  }

  /// Takes the words of an account's conversations out of the cache for good: neither the file nor
  /// its log has them afterwards. False while another process is in the way; then the windows are
  /// still marked as having words, and it has to be done again.
  package func removeWords(of account: String) throws(StoreError) -> Bool {
    guard try hasWords(of: account) else { return true }
    // What is overwritten is overwritten with zeros, not only let go of.
    try connection.run("PRAGMA secure_delete = ON")
    try writing { () throws(StoreError) in
      try connection.run(SQL.removeBegun, [.text(account)])
      try connection.run(SQL.removeWords, [.text(account)])
    }
    guard try vacuum() else { return false }
    try writing { () throws(StoreError) in
      try connection.run(SQL.noWords, [.text(account)])
    }
    try connection.run("PRAGMA secure_delete = OFF")
    try emptyLog()
    return true
  }

  /// Whether any words of the account's conversations are in the cache.
  private func hasWords(of account: String) throws(StoreError) -> Bool {
    try reading { () throws(StoreError) in
      try connection.integer(SQL.countWithWords, [.text(account)]) > 0
    }
  }

  /// Writes the whole file anew, without pages that are not in use, and empties the log; false when
  /// another process is using them.
  private func vacuum() throws(StoreError) -> Bool {
    do throws(StoreError) {
      try connection.run("VACUUM")
      return try connection.first("PRAGMA wal_checkpoint(TRUNCATE)") { !$0.flag(0) } ?? false
    } catch {
      guard error.isBusy else { throw error }
      return false
    }
  }
}

private enum SQL {
  static let conversations = """
    SELECT conversations.number, messages, words FROM conversations
    JOIN transcripts ON conversation = conversations.number WHERE window = ?
    """
  static let derived = """
    UPDATE conversation_windows SET speakers = ?, fields = ?, revision = revision + 1
    WHERE number = ?
    """
  static let countWithWords = """
    SELECT count(*) FROM conversation_windows WHERE account = ? AND keeps_words = 1
    """
  static let removeBegun = """
    DELETE FROM conversation_windows
    WHERE account = ? AND keeps_words = 1 AND next_cursor IS NOT NULL
    """
  static let removeWords = """
    UPDATE transcripts SET words = NULL WHERE words IS NOT NULL AND conversation IN (
      SELECT conversations.number FROM conversations
      JOIN conversation_windows ON conversation_windows.number = window WHERE account = ?)
    """
  static let noWords = """
    UPDATE conversation_windows SET keeps_words = 0, revision = revision + 1
    WHERE account = ? AND keeps_words = 1
    """
}
