/// The selected row of a list and the first one on screen.
package struct ListCursor: Equatable, Sendable {
  /// The selected row.
  package var selected = 0
  /// The first row on screen.
  package var first = 0

  /// The first row selected.
  package init() {}

  /// Moves as the action says among `count` rows, of which `visible` are seen at once; an action
  /// that does not move changes nothing and gives false.
  @discardableResult
  mutating func move(_ action: Action, count: Int, visible: Int) -> Bool {
    guard let steps = action.steps(count: count, page: max(1, visible)) else { return false }
    select(selected + steps, count: count, visible: visible)
    return true
  }

  /// Selects a row, or the nearest there is, and brings it into sight.
  mutating func select(_ row: Int, count: Int, visible: Int) {
    let visible = max(1, visible)
    selected = min(max(row, 0), max(0, count - 1))
    first = min(max(first, selected - visible + 1), selected)
    first = max(0, min(first, count - visible))
  }

  /// Scrolls a text that has no selected row: the first line moves.
  mutating func scroll(_ action: Action, count: Int, visible: Int) {
    guard let steps = action.steps(count: count, page: max(1, visible)) else { return }
    first = max(0, min(first + steps, count - max(1, visible)))
    selected = first
  }
}

extension Action {
  /// How many rows it moves down (negative: up) in a list of so many; nil when it does not move.
  func steps(count: Int, page: Int) -> Int? {
    switch self {
    case .moveDown: 1
    case .moveUp: -1
    case .pageDown: page
    case .pageUp: -page
    case .halfPageDown: max(1, page / 2)
    case .halfPageUp: -max(1, page / 2)
    case .moveToFirst: -count
    case .moveToLast: count
    default: nil
    }
  }
}
