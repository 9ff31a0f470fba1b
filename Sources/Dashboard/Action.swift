package import Loop

/// Everything a key can do, once: dispatch, help and hints all read this table.
package enum Action: String, CaseIterable, Hashable, Sendable {
  case moveDown = "move-down"
  case moveUp = "move-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case moveToFirst = "move-to-first"
  case moveToLast = "move-to-last"
  case nextColumn = "next-column"
  case previousColumn = "previous-column"
  case open
  case back
  case switchBoard = "switch-board"
  case sort
  case reverseSort = "reverse-sort"
  case earlier
  case later
  case shorterRange = "shorter-range"
  case longerRange = "longer-range"
  case byDay = "by-day"
  case byWeek = "by-week"
  case byMonth = "by-month"
  case byTotal = "by-total"
  case refresh
  case help
  case quit

  /// Where the keys of an action work.
  package enum Scope: Hashable, Sendable { case everywhere, team, teamAndUser }

  /// The keys until the user says otherwise.
  package var keys: [Key] {
    switch self {
    case .moveDown: [.character("j"), .down]
    case .moveUp: [.character("k"), .up]
    case .pageDown: [.pageDown, .control("f")]
    case .pageUp: [.pageUp, .control("b")]
    case .halfPageDown: [.control("d")]
    case .halfPageUp: [.control("u")]
    case .moveToFirst: [.character("g"), .home]
    case .moveToLast: [.character("G"), .end]
    case .nextColumn: [.character("l"), .right]
    case .previousColumn: [.character("h"), .left]
    case .open: [.enter]
    case .back: [.escape, .backspace]
    case .switchBoard: [.tab, .backTab]
    case .sort: [.character("s"), .function(6)]
    case .reverseSort: [.character("S")]
    case .earlier: [.character("[")]
    case .later: [.character("]")]
    case .shorterRange: [.character("{")]
    case .longerRange: [.character("}")]
    case .byDay: [.character("d")]
    case .byWeek: [.character("w")]
    case .byMonth: [.character("M")]
    case .byTotal: [.character("t")]
    case .refresh: [.character("r"), .function(5), .control("r")]
    case .help: [.character("?"), .function(1)]
    case .quit: [.character("q"), .control("c"), .function(10)]
    }
  }

  /// What it does, in a sentence for the help.
  package var help: String {
    switch self {
    case .moveDown: "Go to the next row."
    case .moveUp: "Go to the row before."
    case .pageDown: "Go down a page."
    case .pageUp: "Go up a page."
    case .halfPageDown: "Go down half a page."
    case .halfPageUp: "Go up half a page."
    case .moveToFirst: "Go to the first row."
    case .moveToLast: "Go to the last row."
    case .nextColumn: "Choose the column to the right: trend and chart show its metric."
    case .previousColumn: "Choose the column to the left."
    case .open: "Open the selected user."
    case .back: "Go back to where you were."
    case .switchBoard: "Switch between interactions and activity."
    case .sort: "Sort by the chosen column; again to reverse."
    case .reverseSort: "Reverse the order of the rows."
    case .earlier: "Look at the range before this one."
    case .later: "Look at the range after this one."
    case .shorterRange: "Shorten the range: 90, 30, 7 days."
    case .longerRange: "Lengthen the range: 7, 30, 90 days."
    case .byDay: "Draw the trend by day."
    case .byWeek: "Draw the trend by week, from Monday."
    case .byMonth: "Draw the trend by month."
    case .byTotal: "Show the total of the range, without a trend."
    case .refresh: "Fetch what is on screen again."
    case .help: "Show or leave this help."
    case .quit: "Leave rapport."
    }
  }

  /// A word for the line of hints.
  package var hint: String {
    switch self {
    case .open: "open"
    case .back: "back"
    case .switchBoard: "activity/interactions"
    case .sort: "sort"
    case .nextColumn: "column"
    case .earlier, .later: "range"
    case .byDay, .byWeek, .byMonth, .byTotal: "granularity"
    case .help: "help"
    case .quit: "quit"
    case .refresh: "refresh"
    case .shorterRange, .longerRange: "length"
    default: "move"
    }
  }

  /// Where the keys of this action work.
  package var scope: Scope {
    switch self {
    case .open, .sort, .reverseSort: .team
    case .moveDown, .moveUp, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .moveToFirst,
      .moveToLast, .back, .help, .quit:
      .everywhere
    default: .teamAndUser
    }
  }

  private static let byKey: [Key: Action] = {
    var actions: [Key: Action] = [:]
    for action in Action.allCases {
      for key in action.keys { actions[key] = action }
    }
    return actions
  }()

  /// The action of a key; nil for a key that does nothing.
  package init?(_ key: Key) {
    guard let action = Action.byKey[key] else { return nil }
    self = action
  }
}
