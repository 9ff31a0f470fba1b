import Canvas
import Records

extension Model {
  /// Does what a word of the palette or a picker says with what was written after it; throws where
  /// that means nothing. Without anything it is as if the key had been pressed.
  mutating func perform(_ action: Action, argument: String) throws(Mistake) -> [Command] {
    guard !argument.isEmpty else { return perform(action) }
    switch action {
    case .filter:
      try checkFilter(argument)
      filterScreen(by: argument)
    case .chooseMetric: choose(.value(try field(named: argument)))
    case .sort where kind == .conversations, .chooseSort where kind == .conversations:
      sortConversations(by: try conversationColumn(named: argument))
    case .sort, .chooseSort: sort(by: try sortColumn(named: argument))
    case .chooseRange: return try chooseRange(argument)
    case .chooseTeam: try chooseTeam(argument)
    case .chooseAccount: return try chooseAccount(argument)
    case .chooseTheme: try chooseTheme(argument)
    case .chooseView: return try chooseView(argument)
    case .saveView: saveView(as: argument)
    case .write: return write(to: argument, overwrites: false)
    default: return perform(action)
    }
    return []
  }

  private func field(named name: String) throws(Mistake) -> Field {
    guard let field = BoardColumn.named(name, among: allColumns)?.field else {
      throw .unknown(
        choices.resource == .interactions ? "metric" : "counter", name,
        among: fields.map(\.name))
    }
    return field
  }

  private func sortColumn(named name: String) throws(Mistake) -> BoardColumn {
    guard let column = BoardColumn.named(name, among: allColumns), column.sorts else {
      let columns = allColumns.filter(\.sorts)
      throw .unknown("column", name, among: columns.map(\.name))
    }
    return column
  }

  private func conversationColumn(named name: String) throws(Mistake) -> ConversationColumn {
    guard let column = ConversationColumn.named(name) else {
      throw .unknown("column", name, among: ConversationColumn.all.map(\.name))
    }
    return column
  }

  private mutating func chooseRange(_ text: String) throws(Mistake) -> [Command] {
    if text == "calendar" {
      openCalendar()
      return []
    }
    do throws(RangeError) {
      return try choose(RangeChoice(text: text))
    } catch {
      throw Mistake(sentence: error.sentence)
    }
  }

  /// Makes this the range on screen.
  mutating func choose(_ range: RangeChoice) -> [Command] {
    if let saved, range.span(today: today).end <= saved.days.start {
      notice = "The file has no records of these days."
      return []
    }
    leavePeriod()
    guard range != choices.range else { return [] }
    choices.range = range
    return ask()
  }

  private mutating func chooseTeam(_ name: String) throws(Mistake) {
    guard name == "everyone" || teams.contains(where: { $0.name == name }) else {
      throw .unknown("team", name, among: teams.map(\.name) + ["everyone"])
    }
    choices.team = name == "everyone" ? nil : name
    refreshBoard()
  }

  private mutating func chooseTheme(_ name: String) throws(Mistake) {
    guard let theme = themes.first(where: { $0.name == name }) else {
      throw .unknown("theme", name, among: themes.map(\.name))
    }
    preferences.theme = theme
    chosenTheme = name
  }

  private mutating func chooseView(_ name: String) throws(Mistake) -> [Command] {
    guard let view = views.first(where: { $0.name == name }) else {
      throw .unknown("view", name, among: views.map(\.name))
    }
    choices = view.choices
    refreshBoard()
    return ask()
  }

  private mutating func saveView(as name: String) {
    let isNew = !views.contains { $0.name == name }
    views.removeAll { $0.name == name }
    views.append(SavedView(name: name, choices: choices))
    let key = preferences.keys.name(of: .chooseView)
    notice = "The view “\(name)” is \(isNew ? "saved" : "replaced"): \(key) goes back to it."
  }
}
