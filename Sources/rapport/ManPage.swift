/// The manual page, made from the tables of commands, options and exit codes.
enum ManPage {
  /// The page in the language of man(7).
  static var text: String {
    """
    .TH RAPPORT 1 "" "rapport \(version)" "User Commands"
    .SH NAME
    rapport \\- conversation intelligence in a terminal
    .SH SYNOPSIS
    .B rapport
    [\\fICOMMAND\\fR] [\\fIOPTIONS\\fR]
    .SH DESCRIPTION
    How a sales or support team talks, and what it does, per person and period, read from the
    systems that measure it. Without a command the dashboard opens; ? shows its keys.
    .SH COMMANDS
    \(Command.allCases.map { term("\\fB\($0.rawValue)\\fR", $0.help) }.joined(separator: "\n"))
    .SH OPTIONS
    \(Option.allCases.map(option).joined(separator: "\n"))
    .SH EXIT STATUS
    \(ExitCode.allCases.map { term("\($0.rawValue)", $0.meaning) }.joined(separator: "\n"))
    .SH ENVIRONMENT
    \(variables.map { term("\\fB\($0.name)\\fR", $0.meaning) }.joined(separator: "\n"))
    .SH EXAMPLES
    .nf
    \(Command.allCases.flatMap(\.examples).map { escaped("rapport \($0)") }.joined(separator: "\n"))
    .fi

    """
  }

  private static let variables = [
    (name: "TRUTO_API_TOKEN", meaning: "The token for Truto; it is never an option's value."),
    (name: "TRUTO_API_TOKEN_FILE", meaning: "A file that only its owner may read with the token."),
    (name: "TRUTO_API_BASE_URL", meaning: "Where Truto's API is."),
    (name: "NO_COLOR", meaning: "Any value takes the colours away."),
  ]

  private static func option(_ option: Option) -> String {
    let letter = option.letter.map { "\\fB\\-\($0)\\fR, " } ?? ""
    let name = "\\fB\\-\\-\(escaped(option.rawValue))\\fR"
    let value = option.value.map { " \\fI\(escaped($0))\\fR" } ?? ""
    return term(letter + name + value, option.help)
  }

  private static func term(_ term: String, _ words: String) -> String {
    ".TP\n\(term)\n\(escaped(words))"
  }

  /// The text without what troff would take for commands.
  private static func escaped(_ text: String) -> String {
    let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
