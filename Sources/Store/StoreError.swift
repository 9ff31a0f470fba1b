internal import CSQLite

/// Why the cache could not do what was asked.
package struct StoreError: Error, Hashable, Sendable {
  /// What kind of failure it is.
  package enum Kind: Hashable, Sendable {
    /// The file or its folder cannot be created or written.
    case unwritable
    /// The file is not a database, or a damaged one.
    case corrupt
    /// The disk has no room left.
    case full
    /// The file was written by a later version of the program.
    case newer(version: Int)
    /// A page does not continue the pages in flight: the window has to be fetched from what
    /// `pagesInFlight` says now.
    case outOfStep
    /// Anything else, with SQLite's extended result code.
    case failed(code: Int32)
  }

  /// What kind of failure it is.
  package let kind: Kind
  /// The file of the cache.
  package let path: String
  /// What SQLite or the system said; for logs.
  package let message: String
  /// The statement that failed, its bound arguments never among it.
  package let sql: String?

  init(_ kind: Kind, path: String, message: String, sql: String? = nil) {
    self.kind = kind
    self.path = path
    self.message = message
    self.sql = sql
  }

  /// Reads the meaning of an extended result code of SQLite.
  init(code: Int32, path: String, message: String, sql: String? = nil) {
    let kind: Kind =
      switch code & 0xff {
      case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
      case SQLITE_FULL: .full
      case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM: .unwritable
      default: .failed(code: code)
      }
    self.init(kind, path: path, message: message, sql: sql)
  }

  /// Whether another program holds the file.
  var isBusy: Bool {
    if case .failed(let code) = kind { code & 0xff == SQLITE_BUSY } else { false }
  }

  /// One sentence for a person, with what to do next.
  package var sentence: String {
    switch kind {
    case .unwritable:
      "The cache \(path) cannot be written (\(message)): check who owns the folder and the file."
    case .corrupt:
      "The cache \(path) is damaged: start Rapport again, and it is fetched anew."
    case .full:
      "The disk that holds the cache \(path) is full: make room and try again."
    case .newer(let version):
      "The cache \(path) is of a later version of Rapport (format \(version)): update Rapport, or"
        + " move the file away to have it fetched anew."
    case .outOfStep:
      "The window was being fetched by another Rapport too: it is taken up again from there."
    case .failed where isBusy:
      "The cache \(path) is held by another program: close it and try again."
    case .failed(let code):
      "The cache \(path) failed (\(message), code \(code)): try again, and if it stays so, move the"
        + " file away to have it fetched anew."
    }
  }
}

extension StoreError: CustomStringConvertible {
  /// For logs: what failed, and in which statement.
  package var description: String {
    "\(path): \(message)" + (sql.map { " in: \($0)" } ?? "")
  }
}
