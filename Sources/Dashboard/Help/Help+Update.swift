import Canvas

extension Model {
  mutating func perform(_ action: Action, on screen: inout HelpScreen) {
    let lines = HelpText.lines(self, of: screen.subject, columns: size.columns)
    guard let step = action.matchStep else {
      return screen.cursor.scroll(action, count: lines.count, visible: bodyRows)
    }
    goToMatch(
      in: lines.map { "\($0.term) \($0.sentence)" }, by: step, cursor: &screen.cursor,
      visible: bodyRows)
  }
}
