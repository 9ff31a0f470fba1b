package import Records

/// The state of the screen of conversations: the team's, or those of one user.
package struct ConversationsScreen: Equatable, Sendable {
  /// The user whose conversations they are; nil for everyone's.
  package let user: UserNumber?
  /// The period whose conversations they are; nil for those of the range.
  package var period: Period?
  /// What was typed to filter them by; empty for no filter.
  package var filter = ""
  /// What the data core said last; nil before it said anything.
  package var list: ConversationList?
  /// The selected row and the first one on screen.
  package var cursor = ListCursor()
  /// The places of the rows in the list, in the order of the screen.
  package var order: [Int] = []
  /// What the order was made by; nil when it has to be made anew.
  var arrangement: Arrangement?
  /// How many conversations there are before the filter.
  var unfiltered = 0
  /// How many of the rows have no metrics for want of a word in the speaker table.
  var unknownCount = 0
  /// Such a word; nil where the table lacks none.
  var unknownSpeaker: String?
  /// Why the filter cannot be used, if so.
  package var filterMistake: String?

  /// What decides which conversations are listed, and in which order.
  struct Arrangement: Equatable, Sendable {
    let filter: String
    let members: Set<UserNumber>?
    let sorted: ConversationColumn
    let isDescending: Bool
  }

  /// The conversations of a user or of everyone, in a period or in the range.
  package init(user: UserNumber? = nil, period: Period? = nil) {
    self.user = user
    self.period = period
  }

  /// The conversation in a row.
  func conversation(_ row: Int) -> ConversationSummary? {
    guard let list, order.indices.contains(row) else { return nil }
    return list.conversations[order[row]]
  }

  /// The conversation in the selected row.
  package var selected: ConversationSummary? { conversation(cursor.selected) }

  /// Reads what the rows show.
  var reader: ConversationReader? {
    list.map { ConversationReader(user: user, directory: $0.directory) }
  }

  /// Lists and orders the conversations anew; who is selected stays selected, in the same row of the
  /// screen.
  mutating func arrange(by arrangement: Arrangement, visible: Int) {
    self.arrangement = arrangement
    guard let list, let reader else { return }
    let before = selected
    rearrange(list, reader, arrangement)
    follow(before, visible: visible)
  }

  /// Takes in what the data core says now.
  mutating func take(_ list: ConversationList, arrangement: Arrangement, visible: Int) {
    let before = selected
    self.list = list
    self.arrangement = arrangement
    if let reader { rearrange(list, reader, arrangement) }
    follow(before, visible: visible)
  }

  private mutating func rearrange(
    _ list: ConversationList, _ reader: ConversationReader, _ arrangement: Arrangement
  ) {
    var rows = Array(list.conversations.indices)
    if let members = arrangement.members {
      rows = rows.filter { row in
        list.conversations[row].agents.contains { members.contains($0.user) }
      }
    }
    unfiltered = arrangement.members == nil ? max(list.total, rows.count) : rows.count
    filterMistake = nil
    if !arrangement.filter.isEmpty {
      do throws(Mistake) {
        var filter = try ConversationFilter(arrangement.filter, reader: reader)
        rows = rows.filter { filter.matches(list.conversations[$0]) }
      } catch {
        filterMistake = error.sentence
      }
    }
    order = ConversationOrder(list.conversations, reader, arrangement).ordered(rows)
    let unknown = rows.compactMap { list.conversations[$0].unknownSpeaker }
    (unknownCount, unknownSpeaker) = (unknown.count, unknown.first)
  }

  /// Until the user has chosen a row, the first one is selected, whichever that is.
  private mutating func follow(_ before: ConversationSummary?, visible: Int) {
    var row = cursor.selected
    if row > 0, let before, let place = place(of: before) {
      cursor.first += place - row
      row = place
    }
    cursor.select(row, count: order.count, visible: visible)
  }

  /// The row of a conversation: it keeps its id when it is fetched again.
  func place(of conversation: ConversationSummary) -> Int? {
    guard let list else { return nil }
    return order.firstIndex { list.conversations[$0].isSame(as: conversation) }
  }
}

extension ConversationSummary {
  /// Whether this is the same conversation, fetched again perhaps.
  func isSame(as other: ConversationSummary) -> Bool {
    id == nil ? number == other.number : id == other.id
  }
}
