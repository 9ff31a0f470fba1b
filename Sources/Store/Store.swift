import Glibc
package import Records

/// The cache: complete windows, pages in flight, users and a little bookkeeping in one SQLite file.
///
/// Several processes may have the same file open.
package actor Store {
  private let executor = QueueExecutor(label: "rapport.store")
  let file: StoreFile
  /// What processes that share the cache tell each other about what they are fetching.
  package nonisolated let locks: FetchLocks
  private let turns: RequestTurns
  private(set) var connection: Connection
  /// What was read of the users of each account, good as long as no other process writes.
  private var directories: [String: Directory] = [:]
  /// Windows that were read, good for as long.
  var recentWindows = WindowMemory()
  private var versionRead = -1

  /// A sentence about what could not be kept, or nil.
  package private(set) var notice: String?

  /// The queue that all work of the actor runs on, since SQLite blocks.
  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// Opens the cache, made if there is none. A damaged file is set aside for a new one, which
  /// `notice` then says. Blocks, up to seconds while another process makes the file.
  package init(path: String) throws(StoreError) {
    let file = StoreFile(path: path)
    try file.prepare()
    let identity = file.identity()
    self.file = file
    locks = FetchLocks(besides: path)
    turns = RequestTurns(besides: path)
    do {
      connection = try Connection.toCache(at: path)
    } catch {
      guard error.kind == .corrupt else { throw error }
      // Another process that met the same damage may have made a new file already.
      if file.identity() == identity {
        let aside = try file.setAside(at: Store.now())
        notice =
          "The cache was damaged and is being fetched anew; the old file is kept as \(aside)."
      }
      try file.prepare()
      connection = try Connection.toCache(at: path)
    }
  }

  /// Opens a cache that lasts as long as the process, with all that can still be read of the file
  /// that could not be used; `notice` says why.
  package init(inMemoryInsteadOf path: String, because error: StoreError) throws(StoreError) {
    file = StoreFile(path: path)
    locks = FetchLocks(besides: path)
    turns = RequestTurns(besides: path)
    connection = try Connection.inMemory(copying: Connection.reading(path))
    notice = "\(error.sentence) Until then nothing is kept."
  }

  /// Lets go of the file and goes on in memory, with all that can still be read of it: what is on
  /// screen stays, and so do the users' numbers. `notice` says why.
  package func continueInMemory(because error: StoreError) throws(StoreError) {
    guard !isInMemory else { return }
    connection = try Connection.inMemory(copying: connection)
    forgetWhatWasRead()
    notice = "\(error.sentence) Until then nothing is kept."
  }

  /// Whether what is added is lost when the process ends.
  package var isInMemory: Bool { connection.path == ":memory:" }

  /// The next turn of an account's requests among all processes; turns are `interval` seconds
  /// apart.
  package func nextTurn(of account: String, now: Timestamp, interval: Double) -> Timestamp {
    turns.take(of: account, now: now, interval: interval)
  }

  /// Runs `body` on one state of the file.
  func reading<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
    do {
      return try connection.read { () throws(StoreError) in
        try forgetWhatOthersChanged()
        return try body()
      }
    } catch { throw afterFailure(error) }
  }

  /// Runs `body` so that all that it writes is there afterwards, or nothing.
  func writing<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
    do {
      return try connection.write { () throws(StoreError) in
        try forgetWhatOthersChanged()
        return try body()
      }
    } catch { throw afterFailure(error) }
  }

  /// The users of an account, read once; within `reading` or `writing`.
  func knownUsers(of account: String) throws(StoreError) -> Directory {
    if let directory = directories[account] { return directory }
    let directory = try connection.users(of: account)
    directories[account] = directory
    return directory
  }

  /// Remembers what was just written of the users of an account.
  func remember(_ directory: Directory, of account: String) { directories[account] = directory }

  /// Forgets users and windows that were read, since they may not be in the file any more.
  func forgetWhatWasRead() {
    directories = [:]
    recentWindows.forgetAll()
  }

  /// Says that windows were there but could not be read.
  func noteUnreadable(_ count: Int) {
    notice =
      count == 1
      ? "A window of the cache could not be read and has to be fetched again."
      : "\(count) windows of the cache could not be read and have to be fetched again."
  }

  private func forgetWhatOthersChanged() throws(StoreError) {
    let version = try connection.integer("PRAGMA data_version")
    if version != versionRead { forgetWhatWasRead() }
    versionRead = version
  }

  /// Damage that shows only while the file is in use: it gets out of the way of the next start.
  /// Carrying on with a new file at once would give users new numbers under running screens.
  private func afterFailure(_ error: StoreError) -> StoreError {
    forgetWhatWasRead()
    guard error.kind == .corrupt else { return error }
    do {
      notice = "The damaged cache is kept as \(try file.setAside(at: Store.now()))."
    } catch { return error }
    return error
  }

  private static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(seconds: Int64(time.tv_sec))
  }
}
