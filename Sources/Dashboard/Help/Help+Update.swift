import Canvas

extension Model {
  mutating func perform(_ action: Action, on screen: inout HelpScreen) {
    let lines = HelpText.lines(keys: preferences.keys, of: screen.subject, columns: size.columns)
    screen.cursor.scroll(action, count: lines.count, visible: bodyRows)
  }
}
