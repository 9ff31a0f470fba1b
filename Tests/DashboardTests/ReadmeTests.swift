import Dashboard
import Loop
import TestKit
import Testing

@Suite struct ReadmeTests {
  @Test func `its keys are those of the table of actions`() throws {
    let rows = Action.allCases.map { action in
      "| \(action.keys.map { "`\($0.name)`" }.joined(separator: " ")) | \(action.help) |"
    }
    #expect(
      try Document("README.md").section("keys") == ["| key | what it does |", "|---|---|"] + rows)
  }
}
