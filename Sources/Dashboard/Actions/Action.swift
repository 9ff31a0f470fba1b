/// Everything a key or a word of the palette can do; `ActionTable` says the rest about each.
///
/// The raw value is the name that the palette, the help and a table of keys use.
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
  case sortAlso = "sort-also"
  case reverseSort = "reverse-sort"
  case chooseSort = "choose-sort"
  case chooseColumns = "choose-columns"
  case hideColumn = "hide-column"
  case moveColumnLeft = "move-column-left"
  case moveColumnRight = "move-column-right"
  case narrowColumn = "narrow-column"
  case widenColumn = "widen-column"
  case coloring
  case summary
  case everyone

  case filter
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case showUnmatched = "show-unmatched"
  case mark
  case markAll = "mark-all"
  case clearMarks = "clear-marks"

  case earlier
  case later
  case shorterRange = "shorter-range"
  case longerRange = "longer-range"
  case chooseRange = "choose-range"
  case comparison
  case byDay = "by-day"
  case byWeek = "by-week"
  case byMonth = "by-month"
  case byTotal = "by-total"
  case chooseMetric = "choose-metric"
  case chartKind = "chart-kind"
  case glyphs

  case compare
  case distribution
  case conversations
  case nextConversation = "next-conversation"
  case previousConversation = "previous-conversation"
  case attention
  case accounts
  case requests
  case raw
  case debug

  case chooseTeam = "choose-team"
  case chooseAccount = "choose-account"
  case chooseTheme = "choose-theme"
  case chooseView = "choose-view"
  case saveView = "save-view"

  case copyCell = "copy-cell"
  case copyRows = "copy-rows"
  case copyTable = "copy-table"
  case write
  case commandLine = "command-line"

  case refresh
  case fetchEverything = "fetch-everything"
  case pause
  case readCredentials = "read-credentials"
  case copyReconnect = "copy-reconnect"

  case mouse
  case redraw
  case palette
  case help
  case quit
}
