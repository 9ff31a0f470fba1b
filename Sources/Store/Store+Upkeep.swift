import Glibc
package import Records

/// How much the cache holds.
package struct StoreSize: Hashable, Sendable {
  /// Bytes on disk.
  package let bytes: Int
  package let windows: Int
  package let records: Int
  package let users: Int
}

extension Store {
  /// Counts what the cache holds.
  package func size() throws(StoreError) -> StoreSize {
    try reading { () throws(StoreError) in
      StoreSize(
        bytes: file.bytes, windows: try connection.integer("SELECT count(*) FROM windows"),
        records: try connection.integer("SELECT sum(record_count) FROM windows"),
        users: try connection.integer("SELECT count(*) FROM users"))
    }
  }

  /// Removes the windows, the pages in flight and the counts of requests of periods that ended
  /// before a day; gives the number of windows.
  @discardableResult
  package func prune(before day: Day) throws(StoreError) -> Int {
    try writing { () throws(StoreError) in
      let windows = try connection.integer(
        "SELECT count(*) FROM windows WHERE end_day < ?", [.integer(day.number)])
      try connection.run("DELETE FROM windows WHERE end_day < ?", [.integer(day.number)])
      try connection.run("DELETE FROM pages WHERE end_day < ?", [.integer(day.number)])
      try connection.run("DELETE FROM requests WHERE day < ?", [.integer(day.number)])
      return windows
    }
  }

  /// Removes the files of a cache, in whatever state they are. A process that has them open goes on
  /// with what it has until it ends.
  package static func erase(path: String) throws(StoreError) {
    try StoreFile(path: path).erase()
  }
}
