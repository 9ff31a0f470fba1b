import Canvas
import Glibc

/// Where data and words go: data to stdout, words to stderr.
enum Output {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// How many columns a line of stdout has; nil where it is no terminal, or one that does not say.
  static var columns: Int? { columns(of: STDOUT_FILENO) }

  /// The same of another stream.
  static func columns(of stream: Int32) -> Int? {
    var size = winsize()
    guard ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Takes the places of standard streams that are closed, so that no file that is opened gets one
  /// of their numbers and with it what is meant for a person. Writing to stdout fails then, as it
  /// should.
  static func holdStandardStreams() {
    for (stream, mode) in [
      (STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY),
    ] where fcntl(stream, F_GETFD) < 0 {
      // The lowest number that is free is this one.
      _ = open("/dev/null", mode)
    }
  }

  /// Writes data. A reader that went away has seen enough: the program ends quietly.
  static func write(_ bytes: [UInt8]) throws(Stop) {
    do throws(SystemError) {
      try writeAll(bytes, to: STDOUT_FILENO)
    } catch {
      if error.code == EPIPE { end(with: .fine) }
      throw Stop(.failed, "The output cannot be written: \(error.words).")
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
  static func say(_ sentence: String) { show("rapport: \(sentence.harmless)\n") }

  /// Writes to stderr as it is. Where that cannot be written there is nobody to tell.
  static func show(_ text: String) { try? writeAll(text.utf8, to: STDERR_FILENO) }
}
