package import Records

extension Store {
  /// The names of all accounts that anything is kept of, in order.
  package func accountNames() throws(StoreError) -> [String] {
    var names: [String] = []
    try reading { () throws(StoreError) in
      try connection.each(SQL.names) { row in names.append(row.text(0) ?? "") }
    }
    return names
  }

  /// Remembers that a window or the list of users of an account was fetched to its end. The first
  /// time of a day this also removes what ended more than `retain` days ago, but for what was
  /// fetched in the last week: who compares with a year ago would fetch it again every day. And the
  /// texts of records, unless the account keeps them.
  package func noteSuccess(
    of account: String, at time: Timestamp, today: Day, retain: Int, keepsRaw: Bool = false
  ) throws(StoreError) {
    try writing { () throws(StoreError) in
      let note: [Argument] = [.text(account), .integer(Int(time.milliseconds))]
      let prunedOn = try connection.first(SQL.success, note) { $0.isNull(0) ? nil : $0.integer(0) }
      if let last = prunedOn ?? nil, last >= today.number { return }
      try removeOld(
        before: today - retain, abandoned: time + -86_400, kept: time + -7 * 86_400, of: account)
      if !keepsRaw { try removeRaw(of: account) }
      try connection.run(
        "UPDATE accounts SET pruned_on = ? WHERE name = ?",
        [.integer(today.number), .text(account)])
    }
  }

  /// Remembers why one could not be fetched.
  package func noteFailure(
    _ failure: Failure, of account: String, at time: Timestamp
  ) throws(StoreError) {
    try writing { () throws(StoreError) in
      try connection.run(
        SQL.failure,
        [
          .text(account), .integer(Int(time.milliseconds)), .text(failure.kind.rawValue),
          .text(failure.sentence),
        ])
    }
  }

  /// What is remembered of an account, from one state of the cache.
  package func history(of account: String) throws(StoreError) -> AccountHistory {
    try reading { () throws(StoreError) in
      var history = AccountHistory(account: account)
      try connection.each(SQL.account, [.text(account)]) { row in
        history.zone = row.text(0)
        history.lastSuccessAt = row.time(1)
        if let at = row.time(2), let kind = row.text(3).flatMap(Failure.Kind.init) {
          history.lastFailure = PastFailure(
            at: at, failure: Failure(kind, row.text(4) ?? ""))
        }
        history.usersRefusal = row.text(5)
      }
      try connection.each(SQL.windows, [.text(account)]) { row in
        if let window = row.summary(account) { history.windows.append(window) }
      }
      history.windows += try connection.conversationWindows(of: account).map(\.summary)
      try connection.each(SQL.begun, [.text(account), .text(account)]) { row in
        if let time = row.time(0) { history.begunAt.append(time) }
        history.pagesInFlight += row.integer(1)
      }
      history.users = try connection.integer(
        "SELECT count(*) FROM users WHERE account = ?", [.text(account)])
      return history
    }
  }
}

extension Row {
  /// Nil for NULL.
  fileprivate func time(_ column: Int32) -> Timestamp? {
    isNull(column) ? nil : Timestamp(milliseconds: Int64(integer(column)))
  }

  /// The window of a row of `SQL.windows`; nil for names that are not known.
  fileprivate func summary(_ account: String) -> WindowSummary? {
    guard let resource = text(0).flatMap(Resource.init),
      let granularity = text(2).flatMap(Granularity.init), let fetchedAt = time(5)
    else { return nil }
    let days = DaySpan(Day(number: integer(3)), Day(number: integer(4)))
    return WindowSummary(
      key: WindowKey(
        account: account, resource: resource, zone: text(1) ?? "",
        period: Period(granularity, days)),
      fetchedAt: fetchedAt, isPartial: flag(6))
  }
}

private enum SQL {
  static let names = """
    SELECT name FROM accounts UNION SELECT account FROM windows UNION SELECT account FROM pages
    UNION SELECT account FROM users UNION SELECT account FROM requests
    UNION SELECT account FROM conversation_windows ORDER BY 1
    """
  static let success = """
    INSERT INTO accounts (name, last_success_at) VALUES (?, ?)
    ON CONFLICT DO UPDATE SET last_success_at = excluded.last_success_at
    RETURNING pruned_on
    """
  static let failure = """
    INSERT INTO accounts (name, last_failure_at, last_failure_kind, last_failure_sentence)
    VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET last_failure_at = excluded.last_failure_at,
      last_failure_kind = excluded.last_failure_kind,
      last_failure_sentence = excluded.last_failure_sentence
    """
  static let account = """
    SELECT zone, last_success_at, last_failure_at, last_failure_kind, last_failure_sentence,
      users_refusal FROM accounts WHERE name = ?
    """
  static let windows = """
    SELECT resource, zone, granularity, start_day, end_day, fetched_at, is_partial FROM windows
    WHERE account = ? ORDER BY resource, start_day
    """
  static let begun = """
    SELECT min(fetched_at), count(*) FROM pages WHERE account = ?
    GROUP BY resource, zone, granularity, start_day, exact_end
    UNION ALL SELECT fetched_at, pages FROM conversation_windows
    WHERE account = ? AND next_cursor IS NOT NULL
    """
}
