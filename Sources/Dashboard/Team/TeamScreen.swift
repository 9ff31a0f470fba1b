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

  /// Where another screen's filter was set, until the user sets another one.
  var wayBack: WayBack?

  /// What is gone back to from a filter that another screen has set.
  struct WayBack: Equatable {
    /// The screens that were open over the team's.
    let screens: [ScreenState]
    /// The filter that there was before.
    let filter: String
    /// The filter that is gone back from.
    let from: String
  }

  /// The boards before the first snapshot arrives.
  package init() {}

  /// What stands out.
  package var attention: Attention? { judged?.attention }

  /// The place of the selected row on screen.
  package var selectedIndex: Int? {
    selected.flatMap { board?.place(of: $0) }.flatMap { order.firstIndex(of: $0) }
  }
}
