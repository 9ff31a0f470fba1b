import Analytics
import Records

extension Model {
  mutating func perform(_ action: Action, on screen: inout UserScreen) -> [Command] {
    let periods = team.trend?.periods.count ?? 0
    let visible = UserLayout(size: size, periods: periods).tableRows
    if screen.cursor.move(action, count: periods, visible: visible) { return [] }
    switch action {
    case .nextColumn: chooseField(by: 1)
    case .previousColumn: chooseField(by: -1)
    case .open: hasConversations ? openConversations(on: screen) : openRecord(on: screen)
    default: break
    }
    return []
  }

  /// Chooses among the fields alone: these screens have no columns of names and calls to choose.
  mutating func chooseField(by steps: Int) {
    let place = fields.firstIndex(of: chosenField) ?? 0
    choose(.value(fields[min(max(place + steps, 0), fields.count - 1)]))
  }
}
