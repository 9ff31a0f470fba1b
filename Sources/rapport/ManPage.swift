import Configuration
import Dashboard
import Loop
import Simulator

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
    \(Command.allCases.map { bold($0.synopsis, $0.help) }.joined(separator: "\n"))
    .SH OPTIONS
    \(Option.allCases.map(option).joined(separator: "\n"))
    .SH SETTINGS
    Of config.yaml; rapport config print shows them with their defaults.
    \(settings.map { bold($0.path, $0.entry.help) }.joined(separator: "\n"))
    .SH KEYS
    Of the dashboard. C\\- is the control key and S\\- the shift key.
    \(ActionTable.entries.map(key).joined(separator: "\n"))
    .SH FAULTS
    What
    .B rapport simulate \\-\\-faults
    can do wrong.
    \(Fault.allCases.map { bold($0.rawValue, $0.help) }.joined(separator: "\n"))
    .SH EXIT STATUS
    \(ExitCode.allCases.map { term("\($0.rawValue)", $0.meaning) }.joined(separator: "\n"))
    .SH ENVIRONMENT
    \(Variable.allCases.map { bold($0.rawValue, $0.meaning) }.joined(separator: "\n"))
    .SH FILES
    \(KnownFile.allCases.map { bold($0.path, $0.meaning) }.joined(separator: "\n"))
    The folders of the first three kinds move with the XDG variables above.
    .SH EXAMPLES
    .nf
    \(Command.allCases.flatMap(\.examples).map { escaped("rapport \($0)") }.joined(separator: "\n"))
    .fi

    """
  }

  /// Each setting with its path in the file.
  private static var settings: [(path: String, entry: SettingEntry)] {
    SettingsTable.rapport([:]).entries.flatMap { $0.flattened() }
  }

  private static func key(_ entry: ActionEntry) -> String {
    let keys = KeyMap.standard.keys(of: entry.action).map(\.name).joined(separator: " ")
    return bold(keys, "\(entry.help) (\(entry.action.rawValue))")
  }

  private static func option(_ option: Option) -> String {
    let letter = option.letter.map { "\\fB\\-\($0)\\fR, " } ?? ""
    let name = "\\fB\\-\\-\(escaped(option.rawValue))\\fR"
    let value = option.value.map { " \\fI\(escaped($0))\\fR" } ?? ""
    return term(letter + name + value, option.help)
  }

  private static func bold(_ words: String, _ meaning: String) -> String {
    term("\\fB\(escaped(words))\\fR", meaning)
  }

  private static func term(_ term: String, _ words: String) -> String {
    ".TP\n\(term)\n\(escaped(words))"
  }

  /// The text without what troff would take for commands.
  private static func escaped(_ text: String) -> String {
    let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("~", with: "\\(ti").replacing("^", with: "\\(ha")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
