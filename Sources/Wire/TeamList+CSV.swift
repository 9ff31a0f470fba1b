package import Records

/// What is wrong with a file of teams.
package struct TeamListError: Error, Equatable, Sendable {
  /// The line that it is in, 1 for the first.
  package let line: Int
  /// What is wrong, and what to write instead.
  package let sentence: String
}

extension TeamList {
  /// Reads lines of a team and one of its users, by id or address; the first line may name the two
  /// columns.
  package init(csv text: [UInt8]) throws(TeamListError) {
    let rows: [CSVRows.Row]
    do throws(CSVRows.BadQuote) {
      rows = try CSVRows.all(of: text)
    } catch {
      throw TeamListError(
        line: error.line,
        sentence: "A quotation mark is not closed, or text follows it; write two of them for one.")
    }
    var entries: [Entry] = []
    for (index, row) in rows.enumerated() {
      let cells = row.cells.map(TeamList.trimmed)
      if index == 0, cells.map({ $0.lowercased() }) == ["team", "user"] { continue }
      guard cells.count == 2, !cells.contains("") else {
        throw TeamListError(
          line: row.line,
          sentence: "This line is not a team and a user; write TEAM,USER with an id or address.")
      }
      entries.append(Entry(team: cells[0], user: cells[1]))
    }
    self.init(entries)
  }

  private static func trimmed(_ cell: String) -> String {
    let start = cell.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
