import Analytics
import Records

extension Model {
  /// Filters the users, or the conversations on screen, by what was typed; a filter that cannot be
  /// read leaves everyone.
  mutating func filter(by text: String) {
    guard var screen = conversationsScreen else {
      choices.filter = text
      return refreshMatches()
    }
    screen.filter = text
    screens[screens.count - 1] = .conversations(screen)
    arrangeConversations()
  }

  /// Whether the rows of the screen are filtered, where those of others are searched.
  var filtersRows: Bool { kind == .team || kind == .conversations }

  /// The filter of the screen.
  var filterOnScreen: String { conversationsScreen?.filter ?? choices.filter }

  /// Why the filter of the screen cannot be used, if so.
  var filterMistake: String? {
    kind == .conversations ? conversationsScreen?.filterMistake : team.filterMistake
  }

  /// How many rows the filter leaves over, in words; nil without one.
  var filteredCount: String? {
    let (count, one, many) =
      kind == .conversations
      ? (
        filterOnScreen.isEmpty ? nil : conversationsScreen?.order.count, "conversation",
        "conversations"
      )
      : (team.matches?.count, "user", "users")
    return count.map { $0 == 1 ? "1 \(one) is left" : "\($0) \(many) are left" }
  }

  /// Throws where a filter means nothing on the screen.
  func checkFilter(_ text: String) throws(Mistake) {
    if kind == .team { _ = try Filter(text, columns: allColumns) }
    if kind == .conversations {
      _ = try ConversationFilter(
        text, reader: ConversationReader(user: nil, directory: Directory()))
    }
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
