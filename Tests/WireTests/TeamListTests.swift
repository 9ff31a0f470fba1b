import Records
import Testing

@testable import Wire

@Suite struct TeamListTests {
  private func rows(_ text: String) throws -> [[String]] {
    try CSVRows.all(of: Array(text.utf8)).map(\.cells)
  }

  @Test(arguments: [
    ("", []), ("a,b", [["a", "b"]]), ("a,b\n", [["a", "b"]]),
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    ("\u{FEFF}a,b", [["a", "b"]]), ("\n\na\n\n", [["a"]]), (",", [["", ""]]), ("a,", [["a", ""]]),
    ("\"a,b\",c", [["a,b", "c"]]), ("\"say \"\"hi\"\"\"", [["say \"hi\""]]),
    ("\"a\nb\",c\nd", [["a\nb", "c"], ["d"]]), ("\"\",x", [["", "x"]]), ("a \"b\"", [["a \"b\""]]),
  ])
  func `cells are read as they are meant`(text: String, rows: [[String]]) throws {
    #expect(try self.rows(text) == rows)
  }

  @Test(arguments: [
    ("\"a", 1), ("a\n\"b\nc", 2), ("\"a\"b", 1), ("\"a\nb\nc\"d", 3), ("x\n\n\"a\" ,b", 3),
  ])
  func `a quote that is out of place is told by its line`(text: String, line: Int) {
    #expect(throws: CSVRows.BadQuote(line: line)) { try rows(text) }
  }

  @Test func `lines of teams are read in their order, with a heading or without`() throws {
    let list = TeamList([
      .init(team: "Sales, EMEA", user: "1"), .init(team: "Success", user: "Ana@example.com"),
    ])
    let lines = "\"Sales, EMEA\",1\n Success , Ana@example.com \n"
    #expect(try TeamList(csv: Array(lines.utf8)) == list)
    #expect(try TeamList(csv: Array("Team,USER\n\(lines)".utf8)) == list)
  }

  @Test(arguments: [
    ("Sales", 1, "write TEAM,USER"), ("Sales,1\nSales,\n", 2, "write TEAM,USER"),
    ("Sales,1\n\nSales,2,3", 3, "write TEAM,USER"), ("Sales,1\n\"Sales,2", 2, "not closed"),
  ])
  func `a line that is no team and user is told with what to write`(
    text: String, line: Int, words: String
  ) {
    let error = #expect(throws: TeamListError.self) { try TeamList(csv: Array(text.utf8)) }
    #expect(error?.line == line)
    #expect(error?.sentence.contains(words) == true)
  }
}
