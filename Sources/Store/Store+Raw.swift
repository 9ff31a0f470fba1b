package import Records

extension Store {
  /// The text of a user's record in a complete window, as it came; nil where it was not kept.
  package func rawRecord(
    of user: UserNumber, in key: WindowKey
  ) throws(StoreError) -> String? {
    try reading { () throws(StoreError) in
      try connection.first(SQL.raw, key.arguments) { row in
        RawRecords(Array(row.blob(0))).text(of: user)
      } ?? nil
    }
  }

  /// Forgets the texts of an account's records, which it does not keep any more; within `writing`.
  func removeRaw(of account: String) throws(StoreError) {
    for table in ["windows", "pages"] {
      try connection.run(
        "UPDATE \(table) SET raw = NULL WHERE account = ? AND raw IS NOT NULL", [.text(account)])
    }
  }
}

private enum SQL {
  static let raw = """
    SELECT raw FROM windows
    WHERE account = ? AND resource = ? AND zone = ? AND granularity = ? AND start_day = ?
      AND exact_end = ? AND raw IS NOT NULL
    """
}
