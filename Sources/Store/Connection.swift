internal import CSQLite

/// One connection to one SQLite file, for one thread at a time.
final class Connection {
  let path: String
  private let handle: OpaquePointer
  private var statements: [String: Statement] = [:]

  /// Opens a file, made if there is none; nothing of it is read yet.
  convenience init(path: String) throws(StoreError) {
    try self.init(path: path, opening: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
  }

  private init(path: String, opening: Int32) throws(StoreError) {
    // The store's queue already lets in one caller at a time, so SQLite need not lock as well.
    let flags = opening | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK, let handle else {
      let message = String(cString: handle.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code))
      sqlite3_close_v2(handle)
      throw StoreError(code: code, path: path, message: message)
    }
    self.path = path
    self.handle = handle
    sqlite3_busy_timeout(handle, 5000)
  }

  /// A cache without a file, with all that can still be read of `source`.
  static func inMemory(copying source: Connection?) throws(StoreError) -> Connection {
    let memory = try Connection(path: ":memory:")
    if let source, let backup = sqlite3_backup_init(memory.handle, "main", source.handle, "main") {
      sqlite3_backup_step(backup, -1)
      sqlite3_backup_finish(backup)
    }
    let version = (try? memory.integer("PRAGMA user_version")) ?? 0
    guard version <= Schema.version else { return try inMemory(copying: nil) }
    if version < Schema.version { try memory.migrate() }
    try memory.run("PRAGMA foreign_keys = ON")
    return memory
  }

  /// A connection that only reads; nil when the file cannot even be read. In a folder that cannot
  /// be written a file opens only as one that nobody changes, without what its log has beyond it.
  static func reading(_ path: String) -> Connection? {
    let escaped = path.flatMap { "%?#".contains($0) ? Array("%\(hex($0))") : [$0] }
    for mode in ["mode=ro", "immutable=1"] {
      let uri = "file:\(String(escaped))?\(mode)"
      if let file = try? Connection(path: uri, opening: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI),
        (try? file.integer("PRAGMA user_version")) != nil
      {
        return file
      }
    }
    return nil
  }

  private static func hex(_ character: Character) -> String {
    String(character.asciiValue ?? 0, radix: 16, uppercase: true)
  }

  deinit {
    statements.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Whether the file could be opened for reading only.
  var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// Runs statements that have neither arguments nor rows of interest.
  func execute(_ script: String) throws(StoreError) {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw StoreError(
        code: code, path: path, message: String(cString: sqlite3_errmsg(handle)), sql: script)
    }
  }

  /// Runs a statement, prepared once and kept, for each of its rows.
  func each(
    _ sql: String, _ arguments: [Argument] = [], _ body: (Row) throws(StoreError) -> Void
  ) throws(StoreError) {
    try statement(sql).run(arguments, each: body)
  }

  /// Runs a statement that has no rows.
  func run(_ sql: String, _ arguments: [Argument] = []) throws(StoreError) {
    try each(sql, arguments) { _ in }
  }

  /// What `read` makes of the first row; nil when there is none.
  func first<Value>(
    _ sql: String, _ arguments: [Argument] = [], _ read: (Row) throws(StoreError) -> Value
  ) throws(StoreError) -> Value? {
    var value: Value?
    try each(sql, arguments) { row throws(StoreError) in
      if value == nil { value = try read(row) }
    }
    return value
  }

  /// The integer that a statement of one row gives.
  func integer(_ sql: String, _ arguments: [Argument] = []) throws(StoreError) -> Int {
    try first(sql, arguments) { $0.integer(0) } ?? 0
  }

  /// Runs `body` on one state of the file, whatever others write meanwhile.
  func read<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
    try transaction("BEGIN", body)
  }

  /// Runs `body` so that all that it writes is there afterwards, or nothing.
  ///
  /// The lock for writing is taken at once: a transaction that asks for it only after having read
  /// fails when another process wrote in between, and no waiting helps.
  func write<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
    try transaction("BEGIN IMMEDIATE", body)
  }

  private func transaction<Value>(
    _ begin: String, _ body: () throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    try run(begin)
    do {
      let value = try body()
      try run("COMMIT")
      return value
    } catch {
      // After some errors SQLite has rolled back by itself, and a second time is an error of its
      // own that would only hide the first.
      if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
      throw error
    }
  }

  private func statement(_ sql: String) throws(StoreError) -> Statement {
    if let statement = statements[sql] { return statement }
    let statement = try Statement(sql, on: handle, path: path)
    statements[sql] = statement
    return statement
  }
}
