internal import CNcurses
internal import Glibc

/// Where a crash is written down, and by which program.
package struct CrashReport: Sendable {
  /// The file, in a folder that exists; a report of an earlier crash is replaced.
  package var path: String
  /// The program's name, with which the one line on the terminal begins.
  package var program: String
  /// The program's version.
  package var version: String

  /// A report of this program's crash in a file.
  package init(path: String, program: String, version: String) {
    self.path = path
    self.program = program
    self.version = version
  }
}

/// Writes the report: the signal, the version and the places in the code, nothing of the user's
/// data. It lives in memory of its own and calls nothing that a signal handler may not.
struct CrashReporter {
  /// The signals that are crashes.
  private static let names = [
    SIGSEGV: "SIGSEGV", SIGILL: "SIGILL", SIGTRAP: "SIGTRAP", SIGBUS: "SIGBUS", SIGFPE: "SIGFPE",
    SIGABRT: "SIGABRT", SIGSYS: "SIGSYS",
  ]

  private let path: UnsafeMutablePointer<CChar>?
  private let farewell: UnsafeMutablePointer<CChar>?
  /// The first lines of the report, by the signal's number.
  private let titles: UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>
  private let addresses: UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>

  /// Writes nothing without a report to write.
  init(_ report: CrashReport?) {
    path = report.flatMap { strdup($0.path) }
    farewell = report.flatMap {
      strdup("\($0.program) crashed; the report is in \($0.path).\n")
    }
    titles = .allocate(capacity: Int(Self.names.keys.max() ?? 0) + 1)
    titles.initialize(repeating: nil)
    for (signal, name) in Self.names {
      titles[Int(signal)] = report.flatMap {
        strdup("\($0.program) \($0.version) crashed: \(name)\n\n")
      }
    }
    addresses = .allocate(capacity: 64)
    addresses.initialize(repeating: nil)
    // The first call loads a library, for which there is no time in a handler.
    _ = backtrace(addresses.baseAddress, 1)
  }

  /// Writes the report, and on the terminal where it is; nothing where no file can be written.
  func write(_ signal: Int32, terminal: Int32) {
    guard let path, let farewell, let title = titles[Int(signal)] else { return }
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    Glibc.write(file, title, strlen(title))
    let count = backtrace(addresses.baseAddress, Int32(addresses.count))
    backtrace_symbols_fd(addresses.baseAddress, count, file)
    close(file)
    Glibc.write(terminal, farewell, strlen(farewell))
  }

  /// Frees what the report was to be written with; no handler may know of it any more.
  func end() {
    titles.forEach { free($0) }
    titles.deallocate()
    addresses.deallocate()
    free(path)
    free(farewell)
  }
}
