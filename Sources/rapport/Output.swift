import Canvas
import Glibc

/// Where data and words go: data to stdout, words to stderr.
enum Output {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes data. A reader that went away has seen enough: the program ends quietly.
  static func write(_ bytes: [UInt8]) throws(Stop) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        if errno == EPIPE { end(with: .fine) }
        throw Stop(.failed, "The output cannot be written: \(String(cString: strerror(errno))).")
      }
    }
  }

  /// Ends the process once the log is written. The network's thread may still be at work, and must
  /// not find the libraries that it uses taken down by their exit handlers; nothing of ours waits
  /// for those.
  static func end(with code: ExitCode) -> Never {
    RequestLog.finish()
    _exit(code.rawValue)
  }

  static func write(_ text: String) throws(Stop) { try write(Array(text.utf8)) }

  /// Says a sentence on stderr; names of files and words of servers in it can do no harm.
  static func say(_ sentence: String) {
    let line = "rapport: \(sentence.harmless)\n"
    _ = Array(line.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
