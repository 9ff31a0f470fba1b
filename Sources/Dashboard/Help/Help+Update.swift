import Canvas

extension Model {
  mutating func perform(_ action: Action, on screen: inout HelpScreen) {
    let lines = HelpText.lines(keys: preferences.keys, of: screen.subject, columns: size.columns)
    switch action {
    case .nextMatch, .previousMatch:
      goToMatch(
        in: lines.map { "\($0.term) \($0.sentence)" }, by: action == .nextMatch ? 1 : -1,
        cursor: &screen.cursor, visible: bodyRows)
    default: screen.cursor.scroll(action, count: lines.count, visible: bodyRows)
    }
  }
}
