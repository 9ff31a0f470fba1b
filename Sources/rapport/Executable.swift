import Glibc

/// Where this program's file is.
enum Executable {
  /// The path with all links followed.
  static var path: String {
    guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments[0] }
    defer { free(path) }
    return String(cString: path)
  }
}

/// Ends the process the way a signal does by default, so that a shell sees what ended it.
func exitBySignal(_ number: Int32) -> Never {
  signal(number, SIG_DFL)
  raise(number)
  exit(128 + number)
}
