package import Records

extension Store {
  /// The windows that are complete, by the keys asked for, from one state of the cache.
  ///
  /// A period of a trend is found by its granularity and start whatever its end is; the key of the
  /// window then has the end that was fetched. A `total` must have just these two days. Users that
  /// the records belong to are in a `directory(of:)` read afterwards.
  package func windows(_ keys: [WindowKey]) throws(StoreError) -> [WindowKey: Window] {
    var windows: [WindowKey: Window] = [:]
    windows.reserveCapacity(keys.count)
    var unreadable = 0
    try reading { () throws(StoreError) in
      for key in keys where windows[key] == nil {
        if let window = recentWindows.window(key) {
          windows[key] = window
          continue
        }
        let users = try knownUsers(of: key.account).users.count
        try connection.each(SQL.window, key.arguments) { row throws(StoreError) in
          if let window = row.window(key, users: users) {
            windows[key] = window
            recentWindows.keep(window, bytes: row.blob(5).count)
          } else {
            unreadable += 1
          }
        }
      }
    }
    if unreadable > 0 { noteUnreadable(unreadable) }
    return windows
  }

  /// Puts a window in the place of the one with its key; within `writing`.
  func replace(_ window: Window, raw: RawRecords = RawRecords()) throws(StoreError) {
    recentWindows.forget(window.key)
    try connection.run(
      SQL.replaceWindow,
      window.key.arguments + [
        .integer(window.key.period.end.number), .integer(Int(window.fetchedAt.milliseconds)),
        Argument(window.isPartial), .integer(window.skipped), .integer(window.duplicates),
        .integer(window.table.count), .blob(PackedTable.encode(window.table)), raw.argument,
      ])
  }
}

extension WindowKey {
  /// What finds the row of the window, in the order of the table's columns.
  var arguments: [Argument] {
    [
      .text(account), .text(resource.rawValue), .text(zone), .text(period.granularity.rawValue),
      .integer(period.start.number),
      .integer(period.granularity == .total ? period.end.number : 0),
    ]
  }

  /// The same window with the end that it was fetched with.
  func ending(at end: Day) -> WindowKey {
    WindowKey(
      account: account, resource: resource, zone: zone,
      period: Period(period.granularity, DaySpan(period.start, end)))
  }
}

extension Row {
  /// The window of a row of `SQL.window`; nil when its bytes are damaged or of another format.
  fileprivate func window(_ key: WindowKey, users: Int) -> Window? {
    guard let table = table(5, resource: key.resource, users: users) else { return nil }
    return Window(
      key: key.ending(at: Day(number: integer(0))), table: table,
      fetchedAt: Timestamp(milliseconds: Int64(integer(1))), isPartial: flag(2),
      skipped: integer(3), duplicates: integer(4))
  }

  /// A packed table whose records belong to the first so many users; nil when it is not one.
  func table(_ column: Int32, resource: Resource, users: Int) -> RecordTable? {
    guard let table = try? PackedTable.decode(blob(column), resource: resource),
      Int(table.users.last ?? -1) < users
    else { return nil }
    return table
  }
}

private enum SQL {
  static let window = """
    SELECT end_day, fetched_at, is_partial, skipped, duplicates, records FROM windows
    WHERE account = ? AND resource = ? AND zone = ? AND granularity = ? AND start_day = ?
      AND exact_end = ?
    """
  static let replaceWindow = """
    INSERT OR REPLACE INTO windows
      (account, resource, zone, granularity, start_day, exact_end, end_day, fetched_at, is_partial,
       skipped, duplicates, record_count, records, raw)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
}
