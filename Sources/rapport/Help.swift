import Canvas
import Simulator

/// The words of `--help`, made from the tables of commands and options.
enum Help {
  /// The help of the program, or of one command.
  static func text(_ command: Command?) -> String {
    guard let command else { return program }
    let options = Option.allCases.filter { $0.commands.contains(command) }
    let actions = command.actions.isEmpty ? "" : " \(command.actions.joined(separator: "|"))"
    let name = command == .dashboard ? "" : " \(command.rawValue)\(actions)"
    let files = command.needsFiles ? " FILE…" : command.takesFiles ? " [FILE…]" : ""
    return """
      rapport\(name) [OPTIONS]\(files)

      \(command.help)

      Options:
      \(options.map(line).joined(separator: "\n"))

      \(command == .simulate ? faults : "")Examples:
      \(command.examples.map { "  rapport \($0)" }.joined(separator: "\n"))

      """
  }

  private static var program: String {
    """
    rapport: conversation intelligence in a terminal.

    rapport [COMMAND] [OPTIONS]

    Commands:
    \(Command.allCases.map { "  \($0.rawValue.padded(to: 14))\($0.help)" }.joined(separator: "\n"))

    Options:
    \(Option.allCases.map(line).joined(separator: "\n"))

    The token is read from TRUTO_API_TOKEN, or from the file that TRUTO_API_TOKEN_FILE names, and
    never from an option; of Talkdesk, TALKDESK_CLIENT_ID and TALKDESK_CLIENT_SECRET likewise.

    Exit codes:
    \(ExitCode.allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n"))

    Examples:
    \(Command.allCases.flatMap(\.examples).map { "  rapport \($0)" }.joined(separator: "\n"))

    """
  }

  private static var faults: String {
    "Faults:\n\(Fault.allCases.map { "  \($0.rawValue.padded(to: 18))\($0.help)\n" }.joined())\n"
  }

  private static func line(_ option: Option) -> String {
    let name = option.letter.map { "-\($0), --\(option.rawValue)" } ?? "--\(option.rawValue)"
    let term = option.value.map { "\(name) \($0)" } ?? name
    return term.count < 34
      ? "  \(term.padded(to: 34))\(option.help)"
      : "  \(term)\n  \("".padded(to: 34))\(option.help)"
  }
}
