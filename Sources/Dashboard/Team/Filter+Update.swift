import Analytics
import Records

extension Model {
  /// Filters the users by what was typed; a filter that cannot be read leaves everyone.
  mutating func filter(by text: String) {
    choices.filter = text
    refreshMatches()
  }

  /// Works out who the filter leaves over, and orders the rows anew.
  mutating func refreshMatches() {
    defer { reorder() }
    team.matches = nil
    guard let board = team.board, let snapshot, !choices.filter.isEmpty else { return }
    do throws(Mistake) {
      let filter = try Filter(choices.filter, columns: allColumns)
      team.filterMistake = nil
      var matches: Set<UserNumber> = []
      for place in 0..<board.rows.count + board.withoutData.count {
        let row = board.listed(place)
        let user = snapshot.directory[row.user]
        let texts = [FuzzyText(user.label)] + user.emails.map { FuzzyText($0.address) }
        if filter.matches(row, texts: texts) { matches.insert(row.user) }
      }
      team.matches = matches
    } catch {
      team.filterMistake = error.sentence
    }
  }
}
