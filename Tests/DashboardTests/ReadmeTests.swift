import Dashboard
import Loop
import TestKit
import Testing

@Suite struct ReadmeTests {
  @Test func `its keys are those of the table of actions`() throws {
    let rows = ActionTable.entries.map { entry in
      let keys = entry.keys.map { "`\($0.name)`" }.joined(separator: " ")
      return "| \(keys) | `\(entry.action.rawValue)` | \(entry.help) |"
    }
    #expect(
      try Document("README.md").section("keys") == [
        "| key | name | what it does |", "|---|---|---|",
      ] + rows)
  }
}
