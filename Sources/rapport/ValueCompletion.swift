import Simulator

/// What completes the value of an option.
enum ValueCompletion {
  case none
  case choices([String])
  /// The first words of what the program prints then, without those of its header.
  case printed(by: String)
  case files
  case anything

  var bash: String? {
    switch self {
    case .none: nil
    case .choices(let words):
      "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$current\")); return"
    case .printed(let command):
      "COMPREPLY=($(compgen -W \"$(\(ValueCompletion.names(of: command)))\" -- \"$current\")); return"
    case .files:
      "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$current\")); return"
    case .anything: "return"
    }
  }

  var fish: String {
    switch self {
    case .none: " -f"
    case .choices(let words): " -x -a '\(words.joined(separator: " "))'"
    case .printed(let command): " -x -a '(\(ValueCompletion.names(of: command)))'"
    case .files: " -r -F"
    case .anything: " -x"
    }
  }

  /// What follows the option in zsh, under this name.
  func zsh(_ name: String) -> String {
    switch self {
    case .none: ""
    case .choices(let words): ":\(name):(\(words.joined(separator: " ")))"
    case .printed(let command): ":\(name):{compadd -- $(\(ValueCompletion.names(of: command)))}"
    case .files: ":file:_files"
    case .anything: ":\(name):"
    }
  }

  private static func names(of command: String) -> String {
    "rapport \(command) 2>/dev/null | tail -n +2 | cut -d \" \" -f 1"
  }
}

extension Option {
  /// The ways in which the option is written.
  var forms: [String] { ["--\(rawValue)"] + (letter.map { ["-\($0)"] } ?? []) }

  var completion: ValueCompletion {
    guard let value else { return .none }
    if value.contains("|") { return .choices(value.split(separator: "|").map(String.init)) }
    switch self {
    case .teams, .config: return .files
    case .theme: return .printed(by: "themes")
    case .account: return .printed(by: "config accounts")
    case .faults: return .choices(Fault.allCases.map(\.rawValue))
    case .range:
      return .choices(
        ["7d", "30d", "90d"]
          + ["week", "month", "quarter", "year"].flatMap { ["this-\($0)", "last-\($0)"] })
    default: return .anything
    }
  }

  var zshSpecifications: [String] {
    let help = Completions.quoted(help.replacing("[", with: "(").replacing("]", with: ")"))
    let value = completion.zsh(rawValue)
    // After a word with two dashes the value may follow an equals sign, too.
    let names = value.isEmpty ? forms : forms.map { $0 + ($0.hasPrefix("--") ? "=" : "+") }
    return names.map { "'\($0)[\(help)]\(value)'" }
  }
}
