import Configuration
import TestKit
import Testing

@testable import rapport

/// What the documents say about the command line is what it is.
@Suite struct ReadmeTests {
  @Test func `its commands are those of the help`() throws {
    let rows = Command.allCases.map { command in
      let actions = command.actions.isEmpty ? "" : " " + command.actions.joined(separator: "\\|")
      return
        "| `rapport \(command.rawValue)\(actions)\(command.needsFiles ? " FILE" : "")` | \(command.help) |"
    }
    #expect(
      try Document("README.md").section("commands")
        == ["| command | what it does |", "|---|---|"] + rows)
  }

  @Test func `its settings are those of the table`() throws {
    let rows = SettingsTable.rapport([:]).entries.flatMap { $0.flattened() }.map { path, entry in
      let standard = entry.standard.map { "`\($0)`" } ?? ""
      return "| `\(path)` | \(standard) | \(entry.help) |"
    }
    let section = try Document("README.md").section("settings")
    let expected = ["| setting | default | what it is |", "|---|---|---|"] + rows
    #expect(section == expected, "\(expected.joined(separator: "\n"))")
  }

  @Test func `its exit codes are those of the help`() throws {
    let rows = ExitCode.allCases.map { "| \($0.rawValue) | \($0.meaning) |" }
    #expect(
      try Document("README.md").section("exit codes") == ["| code | what it means |", "|---|---|"]
        + rows)
  }

  @Test func `its files are those that the program knows`() throws {
    let rows = KnownFile.allCases.map { "| `\($0.path)` | \($0.meaning) |" }
    #expect(
      try Document("README.md").section("files") == ["| file | what it is |", "|---|---|"] + rows)
  }

  @Test func `every environment variable that it names is one that the program reads`() throws {
    let names = try Document("README.md").text.matches(of: /\b([A-Z]+_[A-Z_]+|NO_COLOR|TERM)\b/)
      .map { String($0.1) }
    #expect(!names.isEmpty)
    for name in names { #expect(Variable(rawValue: name) != nil, "\(name)") }
  }

  @Test(arguments: ["README.md", "themes/README.md"])
  func `every option that is named is one that there is`(path: String) throws {
    let names = try Document(path).text.matches(of: /--([a-z][a-z-]+)/).map { String($0.1) }
    #expect(!names.isEmpty)
    for name in names { #expect(Option(rawValue: name) != nil, "--\(name)") }
  }

  @Test(arguments: [
    "README.md", "CHANGELOG.md", "Sources/README.md", "Tests/README.md", "themes/README.md",
  ])
  func `every file that is linked is there`(path: String) throws {
    for file in try Document(path).files { #expect(Document.isThere(file), "\(file)") }
  }
}
