internal import CSQLite

/// A value bound to a statement.
enum Argument {
  case integer(Int)
  case text(String)
  case blob([UInt8])
  case null

  init(_ text: String?) { self = text.map(Argument.text) ?? .null }
  init(_ integer: Int?) { self = integer.map(Argument.integer) ?? .null }
  init(_ flag: Bool?) { self = flag.map { .integer($0 ? 1 : 0) } ?? .null }
}

/// A prepared statement, finalised when it goes.
final class Statement {
  let sql: String
  private let path: String
  private let handle: OpaquePointer

  init(_ sql: String, on connection: OpaquePointer, path: String) throws(StoreError) {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else {
      throw StoreError(
        code: code, path: path, message: String(cString: sqlite3_errmsg(connection)), sql: sql)
    }
    self.sql = sql
    self.path = path
    self.handle = handle
  }

  deinit { sqlite3_finalize(handle) }

  /// Runs the statement with its arguments, row by row, and leaves it ready for the next time.
  func run(
    _ arguments: [Argument], each body: (Row) throws(StoreError) -> Void
  ) throws(StoreError) {
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    for (index, argument) in arguments.enumerated() {
      try check(bind(argument, at: Int32(index + 1)), SQLITE_OK)
    }
    while true {
      let code = sqlite3_step(handle)
      guard code == SQLITE_ROW else { return try check(code, SQLITE_DONE) }
      try body(Row(handle: handle))
    }
  }

  private func bind(_ argument: Argument, at place: Int32) -> Int32 {
    switch argument {
    case .integer(let value): return sqlite3_bind_int64(handle, place, Int64(value))
    case .null: return sqlite3_bind_null(handle, place)
    case .text(var text):
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          // An empty text has no address, and without one SQLite would bind NULL.
          rapport_bind_text(
            handle, place, characters.baseAddress ?? UnsafePointer(bitPattern: 1),
            UInt64(characters.count))
        }
      }
    case .blob(let bytes):
      return bytes.withUnsafeBytes {
        rapport_bind_blob(handle, place, $0.baseAddress, UInt64($0.count))
      }
    }
  }

  private func check(_ code: Int32, _ expected: Int32) throws(StoreError) {
    guard code != expected else { return }
    let message = sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) } ?? ""
    throw StoreError(code: code, path: path, message: message, sql: sql)
  }
}

/// The row that a statement stands on; gone with the next step.
struct Row {
  fileprivate let handle: OpaquePointer

  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  func flag(_ column: Int32) -> Bool { integer(column) != 0 }

  /// Nil for NULL.
  func text(_ column: Int32) -> String? {
    guard let start = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// The bytes of a blob where SQLite has them, to be read before the next step.
  func blob(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(handle, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }
}
