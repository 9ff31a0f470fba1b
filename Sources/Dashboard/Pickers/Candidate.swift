import Canvas
import Records

/// One of the things that an action can be done with: a row of its picker, and what Tab writes after
/// its name in the palette.
struct Candidate: Equatable {
  /// What is typed for it.
  let name: String
  /// What the list calls it.
  let label: String
  /// More about it.
  var detail = ""
  /// How it stands at present, as `▼1`; empty for nothing to say.
  var mark = ""
}

extension Model {
  /// What an action can be done with, as far as a text fits it, the best first; all for no text.
  func candidates(for action: Action, matching typed: String) -> [Candidate] {
    let found = ranked(candidates(for: action), by: typed) { [$0.name, $0.label] }
    // Any days that are written out are as good as those of the list.
    guard action == .chooseRange, !found.contains(where: { $0.name == typed }),
      let range = try? RangeChoice(text: typed)
    else { return found }
    return [candidate(range)] + found
  }

  /// What an action can be done with; nothing for one that takes free words, or none.
  func candidates(for action: Action) -> [Candidate] {
    switch action {
    case .chooseMetric: metricCandidates
    case .sort, .chooseSort: kind == .conversations ? conversationSorts : sortCandidates
    case .chooseColumns: columnCandidates
    case .chooseRange: rangeCandidates
    case .chooseTeam:
      [Candidate(name: "everyone", label: "Everyone", mark: mark(chosenTeam == nil))]
        + teams.map { team in
          Candidate(
            name: team.name, label: team.name, detail: "\(team.members.count) users",
            mark: mark(team == chosenTeam))
        }
    case .chooseAccount:
      accounts.map {
        Candidate(
          name: $0.name, label: $0.title, detail: $0.name, mark: mark($0.key == account.key))
      }
    case .chooseTheme:
      themes.map { theme in
        Candidate(
          name: theme.name, label: theme.name, detail: theme.variant.rawValue,
          mark: mark(theme.name == preferences.theme.name))
      }
    case .chooseView:
      views.map { Candidate(name: $0.name, label: $0.name, detail: words(for: $0.choices)) }
    default: []
    }
  }

  private func mark(_ isPresent: Bool) -> String {
    isPresent ? "●" : ""
  }

  private var metricCandidates: [Candidate] {
    fields.map { field in
      let detail =
        switch field {
        case .metric(let metric): help(of: metric)
        case .counter(let counter): counter.group.rawValue
        case .additional: "additional metric"
        }
      return Candidate(
        name: field.name, label: field.title, detail: detail, mark: mark(field == chosenField))
    }
  }

  private var sortCandidates: [Candidate] {
    let columns = allColumns.filter(\.sorts)
    return columns.map { column in
      let place = sorts.firstIndex { $0.key == column }
      let mark = place.map { "\(sorts[$0].order.arrow)\($0 + 1)" }
      return Candidate(name: column.name, label: column.title, mark: mark ?? "")
    }
  }

  private var conversationSorts: [Candidate] {
    ConversationColumn.all.map { column in
      let isSorted = column == choices.conversations.sorted
      let mark = choices.conversations.isDescending ? "▼" : "▲"
      return Candidate(name: column.name, label: column.title, mark: isSorted ? mark : "")
    }
  }

  private var columnCandidates: [Candidate] {
    columnChoices.map { choice in
      Candidate(
        name: choice.column.name, label: choice.column.title,
        detail: choice.width.map { "\($0) wide" } ?? "", mark: choice.isShown ? "[x]" : "[ ]")
    }
  }

  private var rangeCandidates: [Candidate] {
    let rolling = [7, 30, 90].map { RangeChoice.rolling(days: $0, back: 0) }
    let units = RangeChoice.CalendarUnit.allCases.flatMap { unit in
      [0, 1].map { RangeChoice.unit(unit, back: $0) }
    }
    return (rolling + units).map(candidate) + [
      Candidate(name: "calendar", label: "Days of a calendar …")
    ]
  }

  private func candidate(_ range: RangeChoice) -> Candidate {
    let span = range.span(today: today)
    let days = DateText.span(span, today: calendarDay)
    return Candidate(
      name: range.text(today: today), label: range.title ?? days,
      detail: range.title == nil ? "\(span.count) days" : days, mark: mark(range == choices.range))
  }

  /// What a view shows, in a few words.
  private func words(for choices: Choices) -> String {
    let span = DateText.span(choices.range.span(today: today), today: calendarDay)
    var words = [
      choices.resource.rawValue, choices.range.title ?? span, "by \(choices.granularity.rawValue)",
    ]
    if let team = choices.team { words.append(team) }
    if !choices.filter.isEmpty { words.append("filter \(choices.filter)") }
    return words.joined(separator: " · ")
  }
}
