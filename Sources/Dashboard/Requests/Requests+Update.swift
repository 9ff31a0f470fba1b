import Canvas
import Records

extension Model {
  /// The requests that a list shows, the newest first.
  func requests(of account: String?) -> [RequestLogEntry] {
    requests.filter { account == nil || $0.account == account }
  }

  /// How many requests are seen at once.
  private var requestRows: Int { Table.visibleRows(height: bodyRows) }

  mutating func perform(_ action: Action, on screen: inout RequestsScreen) -> [Command] {
    if let entry = screen.opened {
      var cursor = ListCursor()
      cursor.first = screen.first
      let lines = RequestLines(model: self, entry: entry, columns: size.columns).lines
      cursor.scroll(action, count: lines.count, visible: bodyRows)
      screen.first = cursor.first
      return []
    }
    let list = requests(of: screen.account)
    var cursor = screen.cursor(in: list)
    if let step = action.matchStep {
      goToMatch(
        in: list.map { RequestColumn.text(of: $0, self) }, by: step, cursor: &cursor,
        visible: requestRows)
      select(cursor, of: list, on: &screen)
      return []
    }
    if cursor.move(action, count: list.count, visible: requestRows) {
      select(cursor, of: list, on: &screen)
    } else if action == .open, list.indices.contains(cursor.selected) {
      screen.selected = list[cursor.selected]
      screens.append(.requests(RequestsScreen(opened: list[cursor.selected])))
    }
    return []
  }

  /// The newest request is followed as others arrive.
  private func select(
    _ cursor: ListCursor, of list: [RequestLogEntry], on screen: inout RequestsScreen
  ) {
    screen.first = cursor.first
    screen.selected = cursor.selected == 0 ? nil : list[cursor.selected]
  }

  /// Takes in the log as it is now. Who looks at a request keeps looking at it, in the same row.
  mutating func take(_ log: [RequestLogEntry]) {
    let before = self
    requests = log
    for index in screens.indices {
      guard case .requests(var screen) = screens[index], screen.opened == nil else { continue }
      let row = screen.cursor(in: before.requests(of: screen.account)).selected
      let list = requests(of: screen.account)
      var cursor = screen.cursor(in: list)
      cursor.first += cursor.selected - row
      cursor.select(cursor.selected, count: list.count, visible: requestRows)
      screen.first = cursor.first
      screens[index] = .requests(screen)
    }
  }
}

extension RequestsScreen {
  /// Where the selection and the scroll offset are in a list. A request that the log has dropped
  /// was its oldest.
  func cursor(in list: [RequestLogEntry]) -> ListCursor {
    var cursor = ListCursor()
    cursor.first = first
    guard let selected else { return cursor }
    cursor.selected = list.firstIndex { $0 == selected } ?? max(0, list.count - 1)
    return cursor
  }
}
