import Dashboard
import Dispatch
import Glibc
import Synchronization
import Wire

/// The file that remembers, for each account, how the dashboard was left and which views were
/// saved. It is written on a queue of its own, at most once a second, and shared by all processes.
final class Memory: Sendable {
  private static let queue = DispatchQueue(label: "rapport.memory")
  private let path: String
  private let account: String
  private let waiting = Mutex<Waiting?>(nil)

  private struct Waiting {
    let remembered: Remembered
    let complain: @Sendable (String) -> Void
  }

  /// The memory of an account in the folder of states.
  init(folder: String, account: String) {
    path = folder + "/views.json"
    self.account = account
  }

  /// What was remembered, if anything, and a sentence where the file could not be read.
  func read() -> (remembered: Remembered?, notice: String?) {
    let (accounts, notice) = load()
    return (accounts.last { $0.key == account }.map { RememberedJSON.read($0.value) }, notice)
  }

  /// Has this written soon; `complain` gets a sentence where that is not possible.
  func keep(_ remembered: Remembered, complain: @escaping @Sendable (String) -> Void) {
    let isFirst = waiting.withLock { waiting in
      defer { waiting = Waiting(remembered: remembered, complain: complain) }
      return waiting == nil
    }
    guard isFirst else { return }
    Memory.queue.asyncAfter(deadline: .now() + 1) { self.write() }
  }

  /// Returns when everything is written.
  func finish() {
    Memory.queue.sync { write() }
  }

  private func write() {
    let waiting = waiting.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
    guard let waiting else { return }
    makeFolders(parent(of: path))
    let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { if lock >= 0 { close(lock) } }
    // Without the lock the last of two processes wins, which is better than that none does.
    if lock >= 0 { while flock(lock, LOCK_EX) != 0, errno == EINTR {} }
    let (accounts, notice) = load()
    if let notice { waiting.complain(notice) }
    do throws(SystemError) {
      try replace(with: RememberedJSON.file(accounts, account, waiting.remembered))
    } catch {
      waiting.complain("What you chose cannot be remembered: \(path): \(error.words).")
    }
  }

  /// What the file has about each account. One that is no JSON is set aside, and said.
  private func load() -> (accounts: [(key: String, value: JSONValue)], notice: String?) {
    guard let bytes = contents() else { return ([], nil) }
    if let document = try? JSONDocument(bytes), document.root.kind == .object {
      return (document.root["accounts"].map { Array($0.members) } ?? [], nil)
    }
    var aside = path + ".broken"
    for number in 2...99 where access(aside, F_OK) == 0 { aside = path + ".broken-\(number)" }
    rename(path, aside)
    return ([], "What was remembered cannot be read; the file is kept as \(aside).")
  }

  /// The bytes of the file; nil where there is none that can be read.
  private func contents() -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return try? readAll(file)
  }

  /// Puts new contents in the place of the file at once.
  private func replace(with bytes: [UInt8]) throws(SystemError) {
    let new = path + ".new"
    unlink(new)
    let file = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw SystemError() }
    defer { close(file) }
    try writeAll(bytes, to: file)
    guard fsync(file) == 0, rename(new, path) == 0 else { throw SystemError() }
  }
}
