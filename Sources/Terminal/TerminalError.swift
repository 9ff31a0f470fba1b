/// Why no screen could be opened.
package enum TerminalError: Error, Equatable, CustomStringConvertible {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// TERM is not set or empty.
  case unnamed
  /// The system has no description of what TERM says.
  case unknown(name: String)
  /// The terminal cannot place its cursor.
  case tooSimple(name: String)
  /// The process has no descriptors left.
  case outOfDescriptors

  /// One sentence, with what to do next.
  package var description: String {
    let instead =
      "print records with rapport interactions, or draw one screen with rapport snapshot."
    return switch self {
    case .notATerminal: "The dashboard needs a terminal for input and output; \(instead)"
    case .unnamed: "TERM is not set, so the terminal's kind is unknown; set TERM, or \(instead)"
    case .unknown(let name):
      "This system does not know the terminal TERM names (\(name.debugDescription)); "
        + "try TERM=xterm-256color, or \(instead)"
    case .tooSimple(let name):
      "The terminal that TERM names (\(name.debugDescription)) cannot show a dashboard; \(instead)"
    case .outOfDescriptors:
      "Too many files are open to start the dashboard; raise the limit with ulimit -n."
    }
  }
}
