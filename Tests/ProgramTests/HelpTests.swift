import Configuration
import Dashboard
import Simulator
import TestKit
import Testing

@testable import rapport

/// Help and manual page say what there is, and what they say can be typed.
@Suite struct HelpTests {
  struct Example: CustomStringConvertible, Sendable {
    let command: rapport.Command
    let line: String
    var testDescription: String { "rapport \(line)" }
    var description: String { testDescription }

    /// The words up to what a shell does with the output.
    var words: [String] {
      line.split(separator: " ").map(String.init).prefix { $0 != ">" && $0 != "|" } + []
    }
  }

  static let examples = rapport.Command.allCases.flatMap { command in
    command.examples.map { Example(command: command, line: $0) }
  }

  @Test(arguments: rapport.Command.allCases)
  func `every command has examples`(command: rapport.Command) {
    #expect(!command.examples.isEmpty)
    for example in command.examples { #expect(Help.text(command).contains("  rapport \(example)")) }
  }

  @Test(arguments: examples)
  func `every example is a command line of its command`(example: Example) throws {
    let invocation = try Invocation(example.words)
    #expect((invocation.command ?? .dashboard) == example.command)
    _ = try (invocation.range, invocation.granularity, invocation.seconds(.maxAge))
    if invocation.has(.output) {
      if example.command == .conversations {
        _ = try invocation.choice(.output, of: ConversationFormat.self)
      } else {
        _ = try invocation.choice(.output, of: OutputFormat.self)
      }
    }
    _ = try invocation.choice(.screen, among: ScreenName.all)
  }

  @Test func `the manual page has every command, option, setting, key, fault and exit code`() {
    let page = ManPage.text.replacing("\\-", with: "-")
    for command in rapport.Command.allCases {
      #expect(page.contains("\\fB\(command.synopsis)\\fR"))
    }
    for option in Option.allCases { #expect(page.contains("--\(option.rawValue)\\fR")) }
    for entry in ActionTable.entries { #expect(page.contains("(\(entry.action.rawValue))")) }
    for (path, entry) in SettingsTable.rapport([:]).entries.flatMap({ $0.flattened() }) {
      #expect(page.contains("\\fB\(path)\\fR\n\(entry.help.first ?? " ")"))
    }
    for fault in Fault.allCases { #expect(page.contains("\\fB\(fault.rawValue)\\fR")) }
    for code in ExitCode.allCases { #expect(page.contains("\n\(code.rawValue)\n\(code.meaning)")) }
    for variable in Variable.allCases { #expect(page.contains("\\fB\(variable.rawValue)\\fR")) }
    for file in KnownFile.allCases {
      #expect(page.contains("\\fB\(file.path.replacing("~", with: "\\(ti"))\\fR"))
    }
    #expect(!page.contains("\n\n"))
  }

  @Test func `every variable that the program asks for is in the table`() throws {
    let names = Set(Variable.allCases.map(\.rawValue))
    let asked = try Document.sources.flatMap { document in
      document.text.matches(of: /(?:getenv\(|environment\[|variable\(|value\()"([A-Z][A-Z_]+)"/)
        .map { String($0.1) }
    }
    #expect(asked.count > 5)
    #expect(Set(asked).subtracting(names) == [])
  }
}
