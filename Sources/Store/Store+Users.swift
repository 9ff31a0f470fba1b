package import Records

extension Store {
  /// The users of an account by their numbers, which stay as they are for ever.
  package func directory(of account: String) throws(StoreError) -> Directory {
    try reading { () throws(StoreError) in try knownUsers(of: account) }
  }

  /// Takes over the provider's list of users. What it says of a user replaces what was known; users
  /// whom only records know stay, and so do names and addresses where the list has none. Who has no
  /// manager in the list has none.
  package func replaceUsers(
    _ users: [User], of account: String, at time: Timestamp
  ) throws(StoreError) {
    try writing { () throws(StoreError) in
      try merge(users, of: account) { known, listed in
        let joined = User(
          id: known.id, name: listed.name ?? known.name,
          emails: listed.emails.isEmpty ? known.emails : listed.emails,
          createdAt: listed.createdAt ?? known.createdAt,
          updatedAt: listed.updatedAt ?? known.updatedAt, managerID: listed.managerID)
        return joined == known ? nil : joined
      }
      try connection.run(
        """
        INSERT INTO accounts (name, users_fetched_at) VALUES (?, ?)
        ON CONFLICT DO UPDATE SET users_fetched_at = excluded.users_fetched_at,
          users_refusal = NULL
        """, [.text(account), .integer(Int(time.milliseconds))])
    }
  }

  /// Remembers that the provider refuses its list of users, and why: it is asked again only when a
  /// list would be.
  package func noteUsersRefused(
    _ refusal: Failure, of account: String, at time: Timestamp
  ) throws(StoreError) {
    try writing { () throws(StoreError) in
      try connection.run(
        """
        INSERT INTO accounts (name, users_fetched_at, users_refusal) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET users_fetched_at = excluded.users_fetched_at,
          users_refusal = excluded.users_refusal
        """, [.text(account), .integer(Int(time.milliseconds)), .text(refusal.sentence)])
    }
  }

  /// Why the provider refuses its list of users; nil where it gives one, or was not asked.
  package func usersRefusal(of account: String) throws(StoreError) -> String? {
    try reading { () throws(StoreError) in
      try connection.first("SELECT users_refusal FROM accounts WHERE name = ?", [.text(account)]) {
        $0.text(0)
      } ?? nil
    }
  }

  /// When the provider's list of users was last taken over; nil before the first time.
  package func usersFetchedAt(of account: String) throws(StoreError) -> Timestamp? {
    try reading { () throws(StoreError) in
      try connection.first(
        "SELECT users_fetched_at FROM accounts WHERE name = ? AND users_fetched_at IS NOT NULL",
        [.text(account)]
      ) { Timestamp(milliseconds: Int64($0.integer(0))) }
    }
  }

  /// Learns who records are about, without touching what is known already; within `writing`.
  @discardableResult
  func learn(_ users: [User], of account: String) throws(StoreError) -> Directory {
    try merge(users, of: account) { known, met in
      let teachesName = known.name == nil && met.name != nil
      let teachesEmails = known.emails.isEmpty && !met.emails.isEmpty
      guard teachesName || teachesEmails else { return nil }
      var joined = known
      if teachesName { joined.name = met.name }
      if teachesEmails { joined.emails = met.emails }
      return joined
    }
  }

  /// Adds new users and changes the others where `changed` gives what is to be known of them.
  @discardableResult
  private func merge(
    _ users: [User], of account: String, _ changed: (_ known: User, _ said: User) -> User?
  ) throws(StoreError) -> Directory {
    var directory = try knownUsers(of: account)
    var numbers: Set<UserNumber> = []
    for user in users {
      if let number = directory.number(of: user.id) {
        guard let changed = changed(directory[number], user) else { continue }
        directory[number] = changed
        numbers.insert(number)
      } else {
        numbers.insert(directory.intern(user))
      }
    }
    guard !numbers.isEmpty else { return directory }
    for number in numbers.sorted() {
      try connection.write(directory[number], number: number, of: account)
    }
    remember(directory, of: account)
    return directory
  }
}

extension Connection {
  /// Reads the users of an account with their addresses.
  func users(of account: String) throws(StoreError) -> Directory {
    var users: [User] = []
    try each(SQL.users, [.text(account)]) { row throws(StoreError) in
      guard row.integer(0) == users.count else {
        throw StoreError(.corrupt, path: path, message: "users are missing", sql: SQL.users)
      }
      users.append(
        User(
          id: row.text(1) ?? "", name: row.text(2), createdAt: row.text(3), updatedAt: row.text(4),
          managerID: row.text(5)))
    }
    try each(SQL.emails, [.text(account)]) { row throws(StoreError) in
      guard users.indices.contains(row.integer(0)) else {
        throw StoreError(.corrupt, path: path, message: "users are missing", sql: SQL.emails)
      }
      users[row.integer(0)].emails.append(
        User.Email(address: row.text(1) ?? "", isPrimary: row.isNull(2) ? nil : row.flag(2)))
    }
    return Directory(users)
  }

  fileprivate func write(
    _ user: User, number: UserNumber, of account: String
  ) throws(StoreError) {
    let key: [Argument] = [.text(account), .integer(Int(number))]
    try run(
      SQL.writeUser,
      key + [
        .text(user.id), Argument(user.name), Argument(user.createdAt), Argument(user.updatedAt),
        Argument(user.managerID),
      ])
    try run("DELETE FROM emails WHERE account = ? AND user = ?", key)
    for (position, email) in user.emails.enumerated() {
      try run(
        "INSERT INTO emails (account, user, position, address, is_primary) VALUES (?, ?, ?, ?, ?)",
        key + [.integer(position), .text(email.address), Argument(email.isPrimary)])
    }
  }
}

private enum SQL {
  static let users = """
    SELECT number, id, name, created_at, updated_at, manager_id FROM users WHERE account = ?
    ORDER BY number
    """
  static let emails = """
    SELECT user, address, is_primary FROM emails WHERE account = ? ORDER BY user, position
    """
  static let writeUser = """
    INSERT INTO users (account, number, id, name, created_at, updated_at, manager_id)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET name = excluded.name, created_at = excluded.created_at,
      updated_at = excluded.updated_at, manager_id = excluded.manager_id
    """
}
