import Glibc
import Records

/// The file of the cache with the two that SQLite keeps beside it; for the owner alone.
struct StoreFile {
  let path: String

  /// Makes the folder and the file where they are missing, and takes the file from others' eyes.
  ///
  /// SQLite would make the file readable to all; the files beside it get the rights that it has.
  func prepare() throws(StoreError) {
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
      return
    }
    // A file that is there is not opened here: closing it would drop the locks that another
    // connection of this process holds on it (https://sqlite.org/howtocorrupt.html §2.2).
    guard errno == EEXIST else { throw unwritable() }
    for suffix in ["", "-wal", "-shm"] where chmod(path + suffix, 0o600) != 0 {
      guard errno == ENOENT else { throw unwritable() }
    }
  }

  /// The number that tells this file from one that took its name.
  func identity() -> UInt64? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
  }

  /// Renames the files so that a new one can be made; gives the name that the old one has then.
  func setAside(at time: Timestamp) throws(StoreError) -> String {
    let clock = Zone.utc.text(of: time).prefix(19).filter { $0 != ":" }
    let aside = "\(path).corrupt-\(clock)Z"
    // The log goes first: left behind, it would be played into the new file.
    for suffix in ["-wal", ""] where rename(path + suffix, aside + suffix) != 0 {
      guard errno == ENOENT else { throw unwritable() }
    }
    guard unlink(path + "-shm") == 0 || errno == ENOENT else { throw unwritable() }
    return aside
  }

  /// How much room the files take.
  var bytes: Int {
    ["", "-wal"].reduce(0) { sum, suffix in
      var status = stat()
      return stat(path + suffix, &status) == 0 ? sum + Int(status.st_size) : sum
    }
  }

  private func makeFolder(_ folder: String) throws(StoreError) {
    guard mkdir(folder, 0o700) != 0, errno != EEXIST else { return }
    guard errno == ENOENT, let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else {
      throw unwritable()
    }
    try makeFolder(String(folder[..<slash]))
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw unwritable() }
  }

  private func unwritable() -> StoreError {
    StoreError(.unwritable, path: path, message: String(cString: strerror(errno)))
  }
}
