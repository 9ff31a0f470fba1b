import Dashboard
import Loop
import TestKit
import Testing

@Suite struct ReadmeTests {
  @Test func `its keys are those of the table of actions`() throws {
    try expectTable(
      "keys", of: "README.md", ["key", "name", "what it does"],
      ActionTable.entries.map { entry in
        [
          entry.keys.map { "`\($0.name)`" }.joined(separator: " "), "`\(entry.action.rawValue)`",
          entry.help,
        ]
      })
  }
}
