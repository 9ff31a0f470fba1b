import Canvas
import Records

/// The last line: the keys that matter on a screen, the most useful first.
func drawHints(_ model: Model, into frame: inout Frame) {
  let theme = model.preferences.theme
  var column = 1
  for (keys, words) in hints(model) {
    let line = Line(Span(keys, theme[.key]), Span(" \(words)", theme[.muted]))
    guard column + line.columns <= frame.size.columns - 1 else { break }
    column += frame.put(line, at: Point(column: column, row: frame.size.rows - 1)) + 2
  }
}

/// Keys that matter on the screen and what they do, the most useful first.
func hints(_ model: Model) -> [(keys: String, words: String)] {
  let hints = model.kind == .team && !model.team.marked.isEmpty ? marking : model.kind.hints
  let clears = model.kind == .conversations && !model.filterOnScreen.isEmpty
  return hints.compactMap { hint in
    let keys = hint.actions.map(model.preferences.keys.name(of:)).filter { !$0.isEmpty }
    guard !keys.isEmpty, model.saved == nil || hint.actions != [.refresh] else { return nil }
    let words =
      clears && hint.actions == [.back]
      ? "clear filter" : hint.words ?? boardHint(model, hint.actions[0])
    return (keys.joined(separator: hint.separator), words)
  }
}

/// What an action is called in the hints: the board by the one that the key leads to.
private func boardHint(_ model: Model, _ action: Action) -> String {
  action == .switchBoard ? model.choices.resource.other.rawValue : action.entry.hint
}

/// Some keys with what they do; without words, those of the table of actions.
struct Hint {
  let actions: [Action]
  var words: String?
  var separator = " "

  init(_ actions: Action..., words: String? = nil, separator: String = " ") {
    self.actions = actions
    self.words = words
    self.separator = separator
  }
}

/// What the line of hints says on the team's screen while users are marked.
private let marking = [
  Hint(.help), Hint(.compare), Hint(.copyRows), Hint(.mark), Hint(.clearMarks), Hint(.palette),
  Hint(.quit), Hint(.open),
]

extension ScreenKind {
  /// What the line of hints says on the screen.
  var hints: [Hint] {
    let leaving = [Hint(.help), Hint(.quit), Hint(.back)]
    let list = leaving + [Hint(.open), Hint(.moveDown, .moveUp, words: "move", separator: "/")]
    let column = Hint(.previousColumn, .nextColumn, words: "column", separator: "/")
    let metric = Hint(.previousColumn, .nextColumn, words: "metric", separator: "/")
    let time = [
      Hint(.earlier, .later, words: "earlier/later"),
      Hint(.byDay, .byWeek, .byMonth, .byTotal, words: "granularity"), Hint(.chooseRange),
    ]
    switch self {
    case .team:
      return [
        Hint(.help), Hint(.palette), Hint(.quit), Hint(.open), Hint(.switchBoard), column,
        Hint(.sort), Hint(.filter), Hint(.mark), Hint(.compare), Hint(.copyRows),
      ] + time + [Hint(.attention), Hint(.refresh)]
    case .user:
      return leaving + [
        Hint(.open), metric, Hint(.moveDown, .moveUp, words: "period", separator: "/"),
        Hint(.switchBoard),
      ] + time + [Hint(.refresh)]
    case .record:
      return leaving + [
        Hint(.raw), Hint(.debug), Hint(.filter, words: "search"),
        Hint(.previousColumn, .nextColumn, words: "sideways", separator: "/"),
      ]
    case .compare:
      return leaving + [
        Hint(.open), Hint(.copyRows), Hint(.moveDown, .moveUp, words: "metric", separator: "/"),
        Hint(.previousColumn, .nextColumn, words: "user", separator: "/"), Hint(.switchBoard),
      ] + time + [Hint(.chartKind)]
    case .distribution:
      return leaving + [
        Hint(.open, words: "these users"), Hint(.moveDown, .moveUp, words: "bar", separator: "/"),
        metric, Hint(.switchBoard),
      ] + time
    case .conversations:
      return list + [
        Hint(.filter), Hint(.sort), column, Hint(.earlier, .later, words: "earlier/later"),
        Hint(.chooseRange), Hint(.copyRows), Hint(.refresh),
      ]
    case .transcript:
      return leaving + [
        Hint(.moveDown, .moveUp, words: "turn", separator: "/"), Hint(.filter, words: "search"),
        Hint(.nextConversation, .previousConversation, words: "conversation", separator: "/"),
        Hint(.copyRows, words: "copy turn"), Hint(.copyTable, words: "copy all"), Hint(.write),
      ]
    case .attention: return list + time
    case .accounts:
      return list + [Hint(.readCredentials), Hint(.pause), Hint(.fetchEverything), Hint(.requests)]
    case .requests: return list + [Hint(.filter, words: "search"), Hint(.pause)]
    case .help:
      return leaving + [
        Hint(.moveDown, .moveUp, words: "scroll", separator: "/"), Hint(.filter, words: "search"),
      ]
    }
  }
}
