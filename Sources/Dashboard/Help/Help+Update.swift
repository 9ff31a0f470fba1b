import Canvas

extension Model {
  mutating func perform(_ action: Action, on screen: inout HelpScreen) {
    screen.cursor.scroll(
      action, count: HelpText.lines(keys: preferences.keys, of: screen.subject).count,
      visible: bodyRows)
  }
}
