import Dashboard
import Dispatch
import Glibc
import Synchronization
import Wire

/// The file that remembers, for each account, how the dashboard was left and which views were
/// saved, and which account was on screen last. It is written on a queue of its own, at most once a
/// second, and shared by all processes.
final class Memory: Sendable {
  /// What is remembered, by the accounts' names in the cache.
  struct Contents: Equatable {
    var accounts: [String: Remembered] = [:]
    /// The account that was on screen last.
    var account: String?
  }

  private static let queue = DispatchQueue(label: "rapport.memory")
  private let path: String
  /// The names of the accounts in the file, by those in the cache.
  private let names: [String: String]
  private let waiting = Mutex<Waiting?>(nil)
  /// The names of the views that this process knows of, by account: one of them that is remembered no
  /// more was deleted here.
  private let views = Mutex<[String: Set<String>]>([:])

  private struct Waiting {
    var contents: Contents
    var complain: @Sendable (String) -> Void
  }

  /// The memory of these accounts in the folder of states: their names in the cache with those in the
  /// file, which stay the same however often the cached ones change.
  init(folder: String, names: [String: String]) {
    path = folder + "/views.json"
    self.names = names
  }

  /// What was remembered, and a sentence where the file could not be read.
  func read() -> (contents: Contents, notice: String?) {
    let (file, notice) = load()
    var contents = Contents()
    for (account, name) in names {
      contents.accounts[account] = file?.remembered(name)
      if name == file?.last { contents.account = account }
    }
    note(contents)
    return (contents, notice)
  }

  /// Has this written soon of an account, as of the one on screen; `complain` gets a sentence where
  /// that is not possible.
  func keep(
    _ remembered: Remembered, of account: String, complain: @escaping @Sendable (String) -> Void
  ) {
    let isFirst = waiting.withLock { waiting in
      let isFirst = waiting == nil
      var contents = waiting?.contents ?? Contents()
      contents.accounts[account] = remembered
      contents.account = account
      waiting = Waiting(contents: contents, complain: complain)
      return isFirst
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
    let (file, notice) = load()
    if let notice { waiting.complain(notice) }
    var new = file ?? RememberedFile()
    for (account, remembered) in waiting.contents.accounts {
      let name = names[account] ?? account
      new.changed[name] = remembered
      new.forgotten[name] = views.withLock { $0[account] ?? [] }
    }
    note(waiting.contents)
    new.last = waiting.contents.account.map { names[$0] ?? $0 }
    do throws(SystemError) {
      try replace(with: new.bytes)
    } catch {
      waiting.complain("What you chose cannot be remembered: \(path): \(error.words).")
    }
  }

  private func note(_ contents: Contents) {
    views.withLock { views in
      for (account, remembered) in contents.accounts {
        views[account, default: []].formUnion(remembered.views.map(\.name))
      }
    }
  }

  /// What the file has; nil where there is none. One that is no JSON is set aside, and said.
  private func load() -> (file: RememberedFile?, notice: String?) {
    guard let bytes = contents() else { return (nil, nil) }
    if let document = try? JSONDocument(bytes), document.root.kind == .object {
      return (RememberedFile(document.root), nil)
    }
    var aside = path + ".broken"
    for number in 2...99 where access(aside, F_OK) == 0 { aside = path + ".broken-\(number)" }
    rename(path, aside)
    return (nil, "What was remembered cannot be read; the file is kept as \(aside).")
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
