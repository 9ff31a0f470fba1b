package import Loop

/// What the program knows of an action: dispatch, help, hints, the palette and the README read it.
package struct ActionEntry: Sendable {
  /// The action that this is about.
  package let action: Action
  /// The keys until the user says otherwise; none for what only the palette does.
  package let keys: [Key]
  /// The screens on which it does something.
  package let screens: Set<ScreenKind>
  /// A word or two for the line of hints.
  package let hint: String
  /// What it does, in a sentence.
  package let help: String
  /// What a person writes after the action's name, as `FILE`; nil for nothing.
  package let argument: String?
  /// Shorter names for the palette.
  package let aliases: [String]

  /// What the palette knows it by, the action's own name first.
  var names: [String] { [action.rawValue] + aliases }

  fileprivate init(
    _ action: Action, _ keys: String, on screens: Set<ScreenKind>, _ hint: String, _ help: String,
    argument: String? = nil, aliases: String = ""
  ) {
    self.action = action
    self.keys = keys.split(separator: " ").compactMap { Key(name: String($0)) }
    self.screens = screens
    self.hint = hint
    self.help = help
    self.argument = argument
    self.aliases = aliases.split(separator: " ").map(String.init)
  }
}

extension Action {
  /// What is known of the action.
  package var entry: ActionEntry { ActionTable.byAction[self] ?? ActionTable.entries[0] }
}

/// The one table of all actions, in the order of the help.
package enum ActionTable {
  /// Actions that belong together, under a heading of the help.
  package static let groups: [(title: String, entries: [ActionEntry])] = [
    ("Moving", moving), ("Columns and order", tables), ("Finding and marking", rows),
    ("Time and charts", time), ("Screens", screens), ("Choosing", choosing),
    ("Taking it with you", taking), ("Fetching", fetching), ("The program", program),
  ]

  /// An entry for each action.
  package static let entries: [ActionEntry] = groups.flatMap(\.entries)

  /// The same for the palette: nobody types in order to move by a row, so that comes last.
  static let typed: [ActionEntry] =
    groups.dropFirst().flatMap(\.entries) + groups[0].entries

  static let byAction = Dictionary(uniqueKeysWithValues: entries.map { ($0.action, $0) })

  private static let everywhere = Set(ScreenKind.allCases)
  private static let records: Set<ScreenKind> = [
    .team, .user, .compare, .distribution, .attention,
  ]
  private static let ranges = records.union([.conversations])
  private static let columns: Set<ScreenKind> = [
    .team, .user, .record, .compare, .distribution, .conversations, .requests,
  ]
  private static let searched: Set<ScreenKind> = [
    .team, .record, .transcript, .requests, .help,
  ]

  private static let moving = [
    ActionEntry(.moveDown, "j Down", on: everywhere, "move", "Go to the next row."),
    ActionEntry(.moveUp, "k Up", on: everywhere, "move", "Go to the row before."),
    ActionEntry(.pageDown, "PgDn C-f", on: everywhere, "page", "Go down a page."),
    ActionEntry(.pageUp, "PgUp C-b", on: everywhere, "page", "Go up a page."),
    ActionEntry(.halfPageDown, "C-d", on: everywhere, "page", "Go down half a page."),
    ActionEntry(.halfPageUp, "C-u", on: everywhere, "page", "Go up half a page."),
    ActionEntry(.moveToFirst, "g Home", on: everywhere, "first", "Go to the first row."),
    ActionEntry(.moveToLast, "G End", on: everywhere, "last", "Go to the last row."),
    ActionEntry(
      .nextColumn, "l Right", on: columns, "column",
      "Choose the column to the right: trend and chart show its metric."),
    ActionEntry(
      .previousColumn, "h Left", on: columns, "column", "Choose the column to the left."),
    ActionEntry(
      .open, "Enter", on: everywhere.subtracting([.record, .transcript, .help]), "open",
      "Open what is selected: a user, a period, a bar, a conversation, an account, a request."),
    ActionEntry(
      .back, "Esc Backspace", on: everywhere, "back",
      "Go back to where you were; clear the filter of the team or of conversations first."),
    ActionEntry(
      .switchBoard, "Tab S-Tab", on: [.team, .user, .compare, .distribution], "board",
      "Switch between interactions and activity."),
  ]

  private static let tables = [
    ActionEntry(
      .sort, "s", on: [.team, .conversations], "sort",
      "Sort by the chosen column; again to reverse.",
      argument: "COLUMN"),
    ActionEntry(
      .sortAlso, "S", on: [.team], "sort also",
      "Within the present order, sort by the chosen column too; again to reverse."),
    ActionEntry(
      .reverseSort, "I", on: [.team, .conversations], "reverse", "Reverse the order of the rows."),
    ActionEntry(
      .chooseSort, "O F6", on: [.team, .conversations], "sort",
      "Choose what to sort by from a list.",
      argument: "COLUMN"),
    ActionEntry(
      .chooseColumns, "C F2", on: [.team], "columns",
      "Choose which columns are shown, in which order.", aliases: "columns"),
    ActionEntry(.hideColumn, "-", on: [.team], "hide", "Hide the chosen column."),
    ActionEntry(.moveColumnLeft, "<", on: [.team], "move", "Move the chosen column to the left."),
    ActionEntry(
      .moveColumnRight, ">", on: [.team], "move", "Move the chosen column to the right."),
    ActionEntry(.narrowColumn, "(", on: [.team], "width", "Make the chosen column narrower."),
    ActionEntry(.widenColumn, ")", on: [.team], "width", "Make the chosen column wider."),
    ActionEntry(
      .coloring, "H", on: [.team, .user, .compare], "colours",
      "Colour values by your targets, by how high they are, or not at all."),
    ActionEntry(
      .summary, "=", on: [.team], "summary",
      "Show the team's median, mean or total over the rows, or nothing."),
    ActionEntry(.everyone, "e", on: [.team], "everyone", "List users without data too."),
  ]

  private static let rows = [
    ActionEntry(
      .filter, "/ F3 F4", on: searched.union([.conversations]), "filter",
      "Filter users by name, email or values (patience<0.6 !ana calls>=5), conversations by words"
        + " or columns (direction=out intent~refund); elsewhere, search.",
      argument: "WORDS"),
    ActionEntry(
      .nextMatch, "n", on: searched, "next", "Go to the next match."),
    ActionEntry(
      .previousMatch, "N", on: searched, "previous",
      "Go to the match before."),
    ActionEntry(
      .showUnmatched, "&", on: [.team], "unmatched",
      "Show the rows that the filter leaves out, muted; again to hide them."),
    ActionEntry(.mark, "Space", on: [.team], "mark", "Mark the selected user, or take it back."),
    ActionEntry(.markAll, "*", on: [.team], "mark all", "Mark every user in the table."),
    ActionEntry(.clearMarks, "U", on: [.team], "unmark", "Take all marks back."),
  ]

  private static let time = [
    ActionEntry(.earlier, "[", on: ranges, "earlier", "Look at the range before this one."),
    ActionEntry(.later, "]", on: ranges, "later", "Look at the range after this one."),
    ActionEntry(
      .shorterRange, "{", on: ranges, "shorter", "Shorten the range: 90, 30, 7 days."),
    ActionEntry(.longerRange, "}", on: ranges, "longer", "Lengthen the range: 7, 30, 90 days."),
    ActionEntry(
      .chooseRange, "R F7", on: ranges, "range",
      "Choose the range: a list, two dates, or days of a calendar.", argument: "RANGE",
      aliases: "range"),
    ActionEntry(
      .comparison, "P", on: records, "compared with",
      "Compare with the range before, or with the same range a year ago."),
    ActionEntry(.byDay, "d", on: records, "by day", "Draw the trend by day."),
    ActionEntry(.byWeek, "w", on: records, "by week", "Draw the trend by week, from Monday."),
    ActionEntry(.byMonth, "M", on: records, "by month", "Draw the trend by month."),
    ActionEntry(
      .byTotal, "t", on: records, "by total",
      "Show the total of the range, without a trend."),
    ActionEntry(
      .chooseMetric, "m", on: [.team, .user, .compare, .distribution], "metric",
      "Choose the metric or counter of trend and chart from a list.", argument: "METRIC",
      aliases: "metric"),
    ActionEntry(
      .chartKind, "b", on: [.user, .compare], "lines/bars", "Draw charts as lines or as bars."),
    ActionEntry(
      .glyphs, "B", on: everywhere, "characters",
      "Draw pictures in braille, in blocks or in ASCII."),
  ]

  private static let screens = [
    ActionEntry(
      .compare, "c", on: [.team], "compare",
      "Compare the marked users; without marks, the selected one with the first row."),
    ActionEntry(
      .distribution, "D", on: [.team, .user], "distribution",
      "Show how the chosen metric is spread over the team."),
    ActionEntry(
      .conversations, "i", on: everywhere.subtracting([.transcript]), "conversations",
      "Show the conversations of the user on screen, or else of the team."),
    ActionEntry(
      .nextConversation, "J", on: [.transcript], "next conversation",
      "Go to the next conversation of the list."),
    ActionEntry(
      .previousConversation, "K", on: [.transcript], "conversation before",
      "Go to the conversation before in the list."),
    ActionEntry(
      .attention, "a", on: everywhere, "attention",
      "Show what needs attention: real changes and users outside target."),
    ActionEntry(
      .accounts, "A", on: everywhere, "accounts",
      "Show how each account stands: age, requests, latency, errors."),
    ActionEntry(.requests, "L", on: everywhere, "requests", "Show the log of requests."),
    ActionEntry(
      .raw, "v", on: [.record], "raw", "Switch between the record's fields and its raw JSON."),
    ActionEntry(
      .debug, "V", on: [.record], "debug",
      "Fetch the record with the provider's debug envelope, secrets hidden."),
  ]

  private static let choosing = [
    ActionEntry(
      .chooseTeam, "T F8", on: ranges, "team",
      "Choose the team that tables and medians are about.",
      argument: "TEAM", aliases: "team"),
    ActionEntry(
      .chooseAccount, "@", on: everywhere, "account", "Choose the account.", argument: "ACCOUNT",
      aliases: "account"),
    ActionEntry(
      .chooseTheme, "F9", on: everywhere, "theme", "Choose the theme, seeing each as you go.",
      argument: "THEME", aliases: "theme"),
    ActionEntry(
      .chooseView, "'", on: everywhere, "view", "Go back to a view that you saved.",
      argument: "NAME"),
    ActionEntry(
      .saveView, "\"", on: everywhere, "save view",
      "Save range, columns, sort, filter and the rest under a name.", argument: "NAME"),
  ]

  private static let taking = [
    ActionEntry(
      .copyCell, "x", on: [.team, .user, .record, .conversations], "copy cell",
      "Copy the chosen cell."),
    ActionEntry(
      .copyRows, "y", on: everywhere.subtracting([.help]), "copy",
      "Copy the marked rows, or else the selected one, as CSV; of a transcript the turn."),
    ActionEntry(
      .copyTable, "Y", on: everywhere.subtracting([.help]), "copy table",
      "Copy the whole table as CSV, with filter and sort; a transcript as text."),
    ActionEntry(
      .write, "W", on: everywhere.subtracting([.help]), "write",
      "Write the table to a file, as seen: CSV, or JSON where the name ends in .json.",
      argument: "FILE", aliases: "w"),
    ActionEntry(
      .commandLine, "E", on: ranges, "command line",
      "Show the command that prints this as records, and copy it."),
  ]

  private static let fetching = [
    ActionEntry(
      .refresh, "r F5 C-r", on: everywhere, "refresh",
      "Fetch again what may have changed since."),
    ActionEntry(
      .fetchEverything, "F", on: everywhere, "fetch all",
      "Fetch everything on screen again, settled periods too."),
    ActionEntry(.pause, "p", on: everywhere, "pause", "Stop sending requests, or go on."),
    ActionEntry(
      .readCredentials, "K", on: [.accounts], "credentials",
      "Read the account's credentials again and retry."),
    ActionEntry(
      .copyReconnect, "o", on: [.accounts], "copy link",
      "Copy the place where the account is connected again."),
  ]

  private static let program = [
    ActionEntry(.mouse, "F12", on: everywhere, "mouse", "Let the mouse select and scroll, or not."),
    ActionEntry(.redraw, "C-l", on: everywhere, "redraw", "Draw the whole screen anew."),
    ActionEntry(
      .palette, ":", on: everywhere, "command", "Type what to do; Tab completes its name."),
    ActionEntry(.help, "? F1", on: everywhere, "help", "Show or leave this help."),
    ActionEntry(
      .quit, "q C-c F10", on: everywhere, "quit", "Leave rapport.",
      aliases: "q exit"),
  ]
}
