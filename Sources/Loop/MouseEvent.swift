package import Canvas

/// What a hand did with the mouse, and on which cell.
package struct MouseEvent: Hashable, Sendable {
  /// What was done.
  package enum Action: Hashable, Sendable {
    /// The left button went down.
    case press
    /// It went down again on the same cell, soon after a press.
    case doublePress
    /// The wheel was turned by so many notches: below 0 up, above 0 down. Turns that waited
    /// together are one.
    case wheel(Int)
  }

  /// What was done.
  package var action: Action
  /// The cell under the pointer; it may lie outside a frame that is out of date.
  package var point: Point

  /// Something that was done on a cell.
  package init(_ action: Action, at point: Point) {
    self.action = action
    self.point = point
  }
}
