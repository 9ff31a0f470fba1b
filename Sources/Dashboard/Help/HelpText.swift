import Analytics
import Loop
import Records

/// The words of the help screen, made from the tables of actions and metrics.
enum HelpText {
  /// A heading, or a term with its sentence.
  struct Entry: Equatable {
    let term: String
    let sentence: String
    var isHeading: Bool { sentence.isEmpty && !term.isEmpty }
  }

  /// The columns that terms get; sentences get the rest.
  static func termColumns(_ columns: Int) -> Int { min(26, columns / 4) }

  /// The help about a screen in lines that fit a width: a sentence goes on under itself.
  static func lines(_ model: Model, of screen: ScreenKind, columns: Int) -> [Entry] {
    let room = max(8, columns - termColumns(columns) - 5)
    return entries(model, of: screen).flatMap { entry -> [Entry] in
      let parts = entry.sentence.wrapped(to: room)
      guard parts.count > 1 else { return [entry] }
      return parts.enumerated().map { Entry(term: $0 == 0 ? entry.term : "", sentence: $1) }
    }
  }

  /// The keys of a screen in their groups, those of the others, then what columns and signs mean.
  private static func entries(_ model: Model, of screen: ScreenKind) -> [Entry] {
    let keys = model.preferences.keys
    let here = ActionTable.groups.flatMap { group -> [Entry] in
      let entries = group.entries.filter { $0.screens.contains(screen) }
      guard !entries.isEmpty else { return [] }
      return [heading(group.title)] + entries.map { line($0, keys) } + [space]
    }
    let elsewhere = ActionTable.entries.filter { !$0.screens.contains(screen) }
    let isAboutConversations = screen == .conversations || screen == .transcript
    let metrics =
      [space, heading("Metrics")]
      + Metric.allCases.map { Entry(term: $0.title, sentence: model.help(of: $0)) }
    return here + (isAboutConversations ? ConversationHelp.entries : [])
      + [heading("Keys of other screens")] + elsewhere.map { line($0, keys) }
      + [space, heading("What can be typed")] + typed(keys) + (isAboutConversations ? [] : metrics)
      + meanings
  }

  private static func line(_ entry: ActionEntry, _ keys: KeyMap) -> Entry {
    let names = keys.keys(of: entry.action).map(\.name)
    let term = names.isEmpty ? ":" + entry.action.rawValue : names.joined(separator: " ")
    return Entry(term: term, sentence: entry.help)
  }

  private static let meanings: [Entry] =
    [space, heading("Counters, by the groups of their headings")]
    + Counter.allCases.map {
      Entry(term: "\($0.group.rawValue): \($0.heading)", sentence: $0.title + ".")
    }
    + [space, heading("How numbers are drawn")] + signs
    + [space, heading("What needs attention")] + attention

  static let space = Entry(term: "", sentence: "")

  static func heading(_ text: String) -> Entry { Entry(term: text, sentence: "") }

  private static let attention = [
    Entry(
      term: "real change", sentence: "The newest whole period, 3 usual spreads from the usual."),
    Entry(
      term: "usual", sentence: "The median of the user's 6 to 12 periods before with enough calls."),
    Entry(
      term: "usual spread", sentence: "1.4826 × the median distance from it; at least 5 % of it."),
    Entry(
      term: "outside target", sentence: "The range's value; 5 % of the bound count as a spread."),
    Entry(term: "▲ ▼", sentence: "A real change, up or down."),
    Entry(term: "left out", sentence: "Users with few calls or short history are not judged."),
  ]

  private static func typed(_ keys: KeyMap) -> [Entry] {
    let (filter, palette) = (keys.name(of: .filter), keys.name(of: .palette))
    return typed.map { entry in
      let first = entry.term.first
      let key = first == "/" ? filter : first == ":" ? palette : ""
      let term = key.isEmpty ? entry.term : key + entry.term.dropFirst()
      return Entry(term: term, sentence: entry.sentence)
    }
  }

  private static let typed = [
    Entry(term: "/ana sales", sentence: "Users with all these words in name or email."),
    Entry(term: "/!ana", sentence: "Users without it."),
    Entry(
      term: "/patience<0.6",
      sentence: "Users by a column: < <= > >= = !=, with 0.6 or 1:30; absent values never."),
    Entry(
      term: ":range 30d",
      sentence: "Also this-week, last-month, this-quarter, last-year; or two dates:"),
    Entry(
      term: ":range DATE..DATE",
      sentence: "As 2026-10-01..2026-11-01: from the first date up to the day before the second."),
    Entry(term: ":sort patience", sentence: "Sort by a column; again to reverse."),
    Entry(term: ":metric story", sentence: "Draw this metric or counter in trend and chart."),
    Entry(term: ":42", sentence: "Go to row 42."),
    Entry(
      term: "in a list", sentence: "Type to narrow it, Enter chooses, Esc leaves all as it was."),
  ]

  private static let signs = [
    Entry(term: "–", sentence: "The provider has no value: absent is not zero."),
    Entry(term: "≈", sentence: "Shorter periods stand in until the exact value arrives."),
    Entry(term: "≃", sentence: "The same, unweighted: not every one of them has calls."),
    Entry(term: "▴ ▾", sentence: "Above or below your targets; no sign within them."),
    Entry(term: "muted", sentence: "Few calls, or a period that reaches outside the range."),
    Entry(term: "Δ", sentence: "The difference to the compared range; none without a value there."),
    Entry(
      term: "diff.",
      sentence:
        "The difference to the first of the users side by side; its bar is full at the distance"
        + " between the team's lowest and highest value."),
    Entry(term: "colours", sentence: "Targets, or which fifth of the team a value is in, or none."),
    Entry(term: "rank", sentence: "The place from the highest value; alike values share it."),
    Entry(
      term: "percentile", sentence: "How many in a hundred have a lower value, half of those alike."
    ),
    Entry(term: "Balance", sentence: "Given less received; left of the line, more was received."),
    Entry(term: "├─┼─┤", sentence: "The quartiles: half of the team lies between the ends."),
    Entry(term: "Calls", sentence: "Calls hosted and attended, from the activity records."),
  ]
}
