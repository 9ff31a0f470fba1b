import Analytics
import Canvas
import Loop

extension Model {
  /// Lets the mouse select and scroll, or leaves it to the terminal.
  mutating func toggleMouse() -> [Command] {
    choices.listensToMouse.toggle()
    notice =
      choices.listensToMouse
      ? "The mouse selects and scrolls; most terminals select text while Shift is held."
      : "The mouse is the terminal's again."
    return [.listenToMouse(choices.listensToMouse)]
  }

  /// Does what the mouse says: the wheel moves by three rows, a press selects, a second one opens,
  /// and one on a header sorts.
  mutating func use(_ event: MouseEvent) -> [Command] {
    guard overlay == nil else { return [] }
    switch event.action {
    case .wheel(let notches):
      let action: Action = notches < 0 ? .moveUp : .moveDown
      return (0..<min(abs(notches) * 3, 300)).flatMap { _ in perform(action) }
    case .press:
      if kind == .team, press(onHeaderAt: event.point) { return [] }
      if press(onConversationsAt: event.point) { return [] }
      return select(rowAt: event.point) ?? []
    case .doublePress: return select(rowAt: event.point).map { $0 + perform(.open) } ?? []
    }
  }

  /// Selects the row under the pointer; nil where there is none.
  private mutating func select(rowAt point: Point) -> [Command]? {
    guard let list = listOnScreen, point.row >= list.top, list.selected >= 0 else { return nil }
    let row = list.first + point.row - list.top
    guard row < list.count, point.row < list.top + list.visible else { return nil }
    let action: Action = row < list.selected ? .moveUp : .moveDown
    return (0..<abs(row - list.selected)).flatMap { _ in perform(action) }
  }

  /// Where the rows of the list on screen lie; nil on a screen without one.
  private var listOnScreen: (top: Int, visible: Int, first: Int, selected: Int, count: Int)? {
    switch screens.last {
    case nil:
      let layout = TeamLayout(size: size, choices: choices)
      let top = layout.table.endRow - layout.rows
      return (top, layout.rows, team.firstRow, team.selectedIndex ?? 0, team.order.count)
    case .user(let screen):
      let periods = team.trend?.periods.count ?? 0
      let layout = UserLayout(size: size, periods: periods)
      let top = layout.table.endRow - layout.tableRows
      return (top, layout.tableRows, screen.cursor.first, screen.cursor.selected, periods)
    case .conversations(let screen):
      let body = body(of: size)
      return (
        body.row + 1, conversationRows, screen.cursor.first, screen.cursor.selected,
        screen.order.count
      )
    default: return nil
    }
  }

  /// Sorts conversations by the column whose header was pressed; false beside the headers.
  private mutating func press(onConversationsAt point: Point) -> Bool {
    guard let screen = conversationsScreen, let list = screen.list, !screen.order.isEmpty,
      point.row == body(of: size).row
    else { return false }
    let table = ConversationTable(self, screen, list).table(width: size.columns)
    guard
      let place = table.layout(width: size.columns).places.last(where: { $0.column <= point.column }
      )
    else { return false }
    sortConversations(by: ConversationColumn.all[place.index])
    return true
  }

  /// Sorts by the column whose header was pressed; false beside the headers.
  private mutating func press(onHeaderAt point: Point) -> Bool {
    let layout = TeamLayout(size: size, choices: choices)
    let summaries = choices.board.summary == .none ? 0 : 1
    guard let snapshot, let board = team.board, let trend = team.trend,
      point.row == layout.table.endRow - layout.rows - summaries - 1
    else { return false }
    let table = TeamTable(
      model: self, board: board, trend: trend, snapshot: snapshot, width: size.columns)
    let places = table.table.layout(width: size.columns).places
    guard
      let place = places.last(where: { $0.column <= point.column }),
      table.columns[place.index].sorts
    else { return false }
    choose(table.columns[place.index])
    return performOnColumns(.sort)
  }
}
