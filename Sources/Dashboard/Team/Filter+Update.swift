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
      if team.names?.directory != snapshot.directory {
        team.names = SearchNames(directory: snapshot.directory)
      }
      var matches: Set<UserNumber> = []
      for place in 0..<board.rows.count + board.withoutData.count {
        let row = board.listed(place)
        if filter.matches(row, texts: team.names?.texts[Int(row.user)] ?? []) {
          matches.insert(row.user)
        }
      }
      team.matches = matches
    } catch {
      team.filterMistake = error.sentence
    }
  }
}
