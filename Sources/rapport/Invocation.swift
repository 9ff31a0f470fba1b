import Canvas
import Configuration
import Dashboard
import Records

/// The command line, read, with what the configuration says where it says nothing.
struct Invocation: Equatable {
  private(set) var command: Command?
  /// What the command is to do, where it can do several things.
  private(set) var action: String?
  /// The files of saved records that are named; `-` is stdin.
  private(set) var files: [String] = []
  private(set) var values: [Option: [String]] = [:]
  /// What holds where the command line says nothing.
  var settings = Settings()
  /// Which key does what.
  var keys = KeyMap.standard
  /// What should be said of the configuration, once.
  var notice: String?
  /// The teams that the user wrote down.
  var teams = TeamList()

  /// Reads the arguments after the program's name. Throws a usage error that names the word that
  /// was not understood, and the nearest one that is.
  init(_ arguments: [String]) throws(Stop) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word == "--" {
        while let operand = rest.popFirst() { try take(operand: operand) }
      } else if word == "-" || !word.hasPrefix("-") {
        try take(operand: word)
      } else {
        try take(option: word, rest: &rest)
      }
    }
    guard !has(.help), !has(.version) else { return }
    let command = command ?? .dashboard
    if action == nil, !command.actions.isEmpty {
      throw Stop(
        .usage,
        "What about the \(command.rawValue)? Write"
          + " rapport \(command.rawValue) \(command.actions.joined(separator: "|")).")
    }
    if files.isEmpty, command.needsFiles {
      throw Stop(.usage, "Which file? Name one, as in rapport open saved.json, or - for stdin.")
    }
    let account: [Option] = [.demo, .integratedAccount, .provider, .account]
    if let option = account.first(where: has), !files.isEmpty {
      throw Stop(.usage, "Either --\(option.rawValue) or a file: records come from one of them.")
    }
    for option in Option.allCases where has(option) && !option.commands.contains(command) {
      throw Stop(
        .usage,
        "--\(option.rawValue) says nothing to “\(command.rawValue)”;"
          + " rapport \(command.rawValue) --help lists what does.")
    }
  }

  /// Whether the option is there.
  func has(_ option: Option) -> Bool { values[option] != nil }

  /// The option's value, the last one if it was repeated.
  subscript(option: Option) -> String? { values[option]?.last }

  /// The words that lead another command to the same records: the files, or the account's options.
  var source: [String] {
    files
      + Option.allCases.filter(\.leadsToRecords).flatMap { option -> [String] in
        guard let value = self[option] else { return [] }
        return ["--\(option.rawValue)" + (value.isEmpty ? "" : "=\(value)")]
      }
  }

  private mutating func take(operand word: String) throws(Stop) {
    if let command, action == nil, !command.actions.isEmpty {
      return try take(action: word, command)
    }
    if let command, command.takesFiles { return files.append(word) }
    guard command == nil else {
      throw Stop(.usage, "“\(word)” is one word too many; rapport --help shows how to write it.")
    }
    guard let command = Command(rawValue: word) else {
      let names = Command.allCases.map(\.rawValue)
      throw Stop(
        .usage,
        "There is no command “\(word)”\(Invocation.hint(word, names)) rapport --help lists them all."
      )
    }
    self.command = command
  }

  private mutating func take(action word: String, _ command: Command) throws(Stop) {
    guard command.actions.contains(word) else {
      throw Stop(
        .usage,
        "rapport \(command.rawValue) cannot “\(word)”\(Invocation.hint(word, command.actions))"
          + " Write \(command.actions.alternatives).")
    }
    action = word
  }

  private mutating func take(option word: String, rest: inout ArraySlice<String>) throws(Stop) {
    let (name, inline) = Invocation.parts(of: word)
    guard let option = Invocation.option(name) else {
      let hint = Invocation.hint(
        String(name.trimmingPrefix { $0 == "-" }), Option.allCases.map(\.rawValue), prefix: "--")
      throw Stop(
        .usage, "There is no option “\(name)”\(hint) rapport --help lists them all.")
    }
    if option == .demo || option.value == nil {
      guard inline == nil || option == .demo else {
        throw Stop(.usage, "--\(option.rawValue) takes no value.")
      }
      values[option, default: []].append(inline ?? "")
    } else if let value = inline ?? rest.popFirst(), !value.isEmpty {
      values[option, default: []].append(value)
    } else {
      throw Stop(.usage, "--\(option.rawValue) needs a value: \(option.value ?? "").")
    }
  }

  /// An option as it is written and the value that is attached to it: `--by=day`, `-ojson`.
  private static func parts(of word: String) -> (name: String, value: String?) {
    if !word.hasPrefix("--"), word.count > 2, !word.contains("=") {
      return (String(word.prefix(2)), String(word.dropFirst(2)))
    }
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
  }

  private static func option(_ name: String) -> Option? {
    if name.hasPrefix("--") { return Option(rawValue: String(name.dropFirst(2))) }
    return Option.allCases.first { $0.letter.map { "-\($0)" } == name }
  }
}
