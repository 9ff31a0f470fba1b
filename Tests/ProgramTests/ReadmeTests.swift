import Configuration
import TestKit
import Testing

@testable import rapport

/// What the documents say about the command line is what it is.
@Suite struct ReadmeTests {
  @Test func `its commands are those of the help`() throws {
    try expectTable(
      "commands", of: "README.md", ["command", "what it does"],
      Command.allCases.map { command in
        ["`rapport \(command.synopsis.replacing("|", with: "\\|"))`", command.help]
      })
  }

  @Test func `its settings are those of the table`() throws {
    let settings = SettingsTable.rapport([:]).entries.flatMap { $0.flattened() }
    try expectTable(
      "settings", of: "README.md", ["setting", "default", "what it is"],
      settings.map { path, entry in
        ["`\(path)`", entry.standard.map { "`\($0)`" } ?? "", entry.help]
      })
  }

  @Test func `its exit codes are those of the help`() throws {
    try expectTable(
      "exit codes", of: "README.md", ["code", "what it means"],
      ExitCode.allCases.map { ["\($0.rawValue)", $0.meaning] })
  }

  @Test func `its files are those that the program knows`() throws {
    try expectTable(
      "files", of: "README.md", ["file", "what it is"],
      KnownFile.allCases.map { ["`\($0.path)`", $0.meaning] })
  }

  @Test func `every theme that comes with the program is described`() throws {
    let described = try Document("themes/README.md").text.split(separator: "\n")
      .prefix { $0 != "## The format" }.filter { $0.hasPrefix("| `") }
      .flatMap { $0.dropFirst(2).prefix { $0 != "|" }.matches(of: /`([a-z0-9-]+)`/) }
      .map { String($0.1) }
    let there = try Document.files(in: "themes", endingIn: ".yaml") + ["terminal", "plain"]
    #expect(described.sorted() == there.sorted())
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
