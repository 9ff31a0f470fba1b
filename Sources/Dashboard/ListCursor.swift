import Canvas

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
    selected = min(max(row, 0), max(0, count - 1))
    first = Table.scrolled(
      offset: first, selected: selected, visible: max(1, visible), count: count)
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

  /// Which match it goes to, seen from the cursor: 1 for the next, -1 for the one before; nil when
  /// it does not search.
  var matchStep: Int? {
    switch self {
    case .nextMatch: 1
    case .previousMatch: -1
    default: nil
    }
  }
}

extension Table {
  /// Shows where a cursor is.
  mutating func show(_ cursor: ListCursor, width: Int) {
    selected = cursor.selected
    offset = cursor.first
    gap = Table.gap(width: width)
  }

  /// Columns are further apart where there is room.
  static func gap(width: Int) -> Int { width >= 128 ? 2 : 1 }
}
