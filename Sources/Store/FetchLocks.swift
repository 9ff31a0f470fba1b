import Glibc
package import Records

/// The locks by which processes that share a cache tell each other what they are fetching, so that
/// one of them fetches a window and the others see it land.
///
/// A lock is one byte of a file beside the cache, its place a hash of the window's name. The kernel
/// lets go of it when the process ends, however it ends, so that nobody waits for the dead; they
/// are of the kind that belongs to the open file, so two caches within a process exclude each
/// other too (fcntl(2), "Open file description locks").
package final class FetchLocks: Sendable {
  /// `F_OFD_SETLK` of Linux, which the headers hide from Swift.
  private static let setOpenFileLock: Int32 = 37
  private let descriptor: Int32

  /// Opens the file of locks beside the cache at `path`. Without one, as in a folder that cannot be
  /// written, nothing is ever locked: fetching a window twice does less harm than not at all.
  package init(besides path: String) {
    descriptor = open(path + ".locks", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Takes the lock of a window, or of an account's users without one; false while another holds
  /// it.
  package func take(_ account: String, _ key: WindowKey?) -> Bool {
    descriptor < 0 || set(F_WRLCK, account, key) || errno != EAGAIN && errno != EACCES
  }

  /// Lets go of it.
  package func release(_ account: String, _ key: WindowKey?) {
    if descriptor >= 0 { _ = set(F_UNLCK, account, key) }
  }

  private func set(_ kind: Int32, _ account: String, _ key: WindowKey?) -> Bool {
    var lock = flock()
    lock.l_type = Int16(kind)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = FetchLocks.place(account, key)
    lock.l_len = 1
    return fcntl(descriptor, FetchLocks.setOpenFileLock, &lock) == 0
  }

  /// The end of a trend's period is left out, as in the cache's key: the current period grows.
  private static func place(_ account: String, _ key: WindowKey?) -> off_t {
    var name = account
    if let key {
      name += "\u{0}\(key.resource.rawValue)\u{0}\(key.zone)\u{0}\(key.period.granularity)"
      name += "\u{0}\(key.period.start.number)"
      if key.period.granularity == .total { name += "\u{0}\(key.period.end.number)" }
    }
    return off_t(StableHash.of(name) >> 2)
  }
}
