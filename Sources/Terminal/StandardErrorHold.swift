internal import CNcurses
internal import Glibc

/// Keeps what is written to standard error while a screen is up, and prints it afterwards: a
/// library's warning would otherwise land in the middle of a frame, and the last words of a crash
/// would vanish with the screen. A standard error that goes elsewhere is left alone.
struct StandardErrorHold {
  private let terminal: Int32
  private let held: Int32

  /// Nil when what is written does not reach the screen's terminal, or cannot be held.
  init?(screen: Int32) {
    var (screens, errors) = (stat(), stat())
    guard fstat(screen, &screens) == 0, fstat(STDERR_FILENO, &errors) == 0,
      errors.st_mode & S_IFMT == S_IFCHR, errors.st_rdev == screens.st_rdev
    else { return nil }
    held = shim_memory_file()
    terminal = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard held >= 0, terminal >= 0, dup2(held, STDERR_FILENO) >= 0 else {
      if held >= 0 { close(held) }
      if terminal >= 0 { close(terminal) }
      return nil
    }
  }

  /// Gives standard error back and prints what was held. Calls nothing that a signal handler may
  /// not.
  func release() {
    dup2(terminal, STDERR_FILENO)
    lseek(held, 0, SEEK_SET)
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { chunk in
      while true {
        let count = read(held, chunk.baseAddress, chunk.count)
        guard count > 0, write(STDERR_FILENO, chunk.baseAddress, count) == count else { return }
      }
    }
    close(held)
    close(terminal)
  }
}
