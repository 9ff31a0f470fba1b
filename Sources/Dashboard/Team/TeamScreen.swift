package import Analytics
package import Records

/// The state of the team's boards, which are under every other screen.
package struct TeamScreen: Equatable, Sendable {
  /// Computed from the snapshot when one arrives.
  package var board: TeamBoard?
  /// The periods of the board's trend, read from the same snapshot.
  package var trend: Trend?
  /// What stands out, whichever board is on screen; nil until everything on screen is there and
  /// judged.
  package var judged: Judged?
  /// What is to be judged next, until that is asked for.
  package var judgement: Judgement?
  /// Counts the judgements; an earlier one changes nothing.
  package var judgementRequest = 0
  /// How high values are among the team's; nil unless colours say that.
  package var heat: HeatScale?
  /// The team's medians over the trend, of the chosen field; nil until they are computed.
  package var medians: TrendMedians?
  /// The places of the listed users in the order of the screen: those of the board's rows, then
  /// those of its users without data.
  package var order: [Int] = []
  /// Who is selected; stays selected wherever a refresh or another order puts the row.
  package var selected: UserNumber?
  /// Whether the user chose who is selected; until then it is whoever stands first.
  var isSelectionChosen = false
  /// The first row on screen.
  var firstRow = 0
  /// Who is marked.
  package var marked: Set<UserNumber> = []
  /// The users that the filter leaves over; nil without a filter.
  package var matches: Set<UserNumber>?
  /// What users are looked for by; nil until something is.
  var names: SearchNames?
  /// Why the filter cannot be used, if so.
  package var filterMistake: String?

  /// The boards before the first snapshot arrives.
  package init() {}

  /// What stands out.
  package var attention: Attention? { judged?.attention }

  /// The place of the selected row on screen.
  package var selectedIndex: Int? {
    guard let board, let selected else { return nil }
    return order.firstIndex { board.listed($0).user == selected }
  }
}
