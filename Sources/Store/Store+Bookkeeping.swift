package import Records

extension Store {
  /// Counts a request that is about to be sent; gives how many it makes on that day, by all
  /// processes together.
  @discardableResult
  package func countRequest(of account: String, on day: Day) throws(StoreError) -> Int {
    try writing { () throws(StoreError) in
      try connection.integer(
        """
        INSERT INTO requests (account, day, count) VALUES (?, ?, 1)
        ON CONFLICT DO UPDATE SET count = count + 1 RETURNING count
        """, [.text(account), .integer(day.number)])
    }
  }

  /// How many requests were counted on a day.
  package func requestCount(of account: String, on day: Day) throws(StoreError) -> Int {
    try reading { () throws(StoreError) in
      try connection.integer(
        "SELECT count FROM requests WHERE account = ? AND day = ?",
        [.text(account), .integer(day.number)])
    }
  }

  /// Keeps the name of the time zone that the records of an account state.
  package func remember(zone: String, of account: String) throws(StoreError) {
    try writing { () throws(StoreError) in
      try connection.run(
        """
        INSERT INTO accounts (name, zone) VALUES (?, ?)
        ON CONFLICT DO UPDATE SET zone = excluded.zone
        """, [.text(account), .text(zone)])
    }
  }

  /// The time zone that was remembered; nil when none was.
  package func zone(of account: String) throws(StoreError) -> String? {
    try reading { () throws(StoreError) in
      try connection.first("SELECT zone FROM accounts WHERE name = ?", [.text(account)]) {
        $0.text(0)
      } ?? nil
    }
  }
}
