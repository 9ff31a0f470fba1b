/// A month as a calendar shows it: a row for each week, a cell of four columns for each day. Which
/// days there are and what they are called is given by the caller.
package struct MonthGrid {
  /// What is said about a day.
  package struct State: OptionSet, Hashable, Sendable {
    /// A bit for each.
    package let rawValue: UInt8
    /// A state from its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The present day: a star before it.
    package static let today = State(rawValue: 1)
    /// Where the cursor is: in brackets.
    package static let selected = State(rawValue: 2)
    /// One of the days that would be chosen: a dot before it.
    package static let inRange = State(rawValue: 4)
    /// A day that cannot be chosen.
    package static let disabled = State(rawValue: 8)
  }

  /// A cell of the grid.
  package struct Day: Hashable, Sendable {
    /// At most two columns; empty where the month has no day.
    package var label: String
    /// What is said about it.
    package var state: State

    /// A day; one without a label is an empty cell.
    package init(_ label: String, _ state: State = []) {
      self.label = label
      self.state = state
    }
  }

  /// The name of the month, above the middle.
  package var title: String
  /// The names of the seven days from Monday, of which two columns are drawn.
  package var weekdays: [String]
  /// Seven days each, from Monday.
  package var weeks: [[Day]]

  /// A month of these weeks.
  package init(title: String, weekdays: [String], weeks: [[Day]]) {
    self.title = title
    self.weekdays = weekdays
    self.weeks = weeks
  }

  /// The columns of a day.
  private static let dayColumns = 4

  /// The columns and rows of a month with this many weeks, its title and the names of the days.
  package static func size(weeks: Int) -> Size { Size(columns: 7 * dayColumns, rows: 2 + weeks) }

  /// Draws as much of the month as a rectangle holds, over the background that is there.
  package func draw(into frame: inout Frame, in rect: Rect, theme: Theme, glyphs: GlyphSet) {
    let days = min(7, rect.columns / Self.dayColumns)
    func put(_ text: String, _ role: Role, row: Int, day: Int = 0) {
      guard row < rect.rows, day < days else { return }
      let place = Point(column: rect.column + day * Self.dayColumns, row: rect.row + row)
      frame.putOverShade(text, at: place, style: theme[role], endColumn: rect.endColumn)
    }
    put(title.padded(to: days * Self.dayColumns, .center), .title, row: 0)
    for (day, name) in weekdays.prefix(days).enumerated() {
      put(" " + name.clipped(to: 2).padded(to: 2, .right) + " ", .muted, row: 1, day: day)
    }
    for (week, cells) in weeks.enumerated() {
      for (day, cell) in cells.prefix(days).enumerated() where !cell.label.isEmpty {
        put(text(cell, glyphs), cell.state.role, row: 2 + week, day: day)
      }
    }
  }

  private func text(_ day: Day, _ glyphs: GlyphSet) -> String {
    let (before, after) = day.state.signs(glyphs)
    return "\(before)\(day.label.padded(to: 2, .right))\(after)"
  }
}

extension MonthGrid.State {
  fileprivate var role: Role {
    if contains(.selected) { return .selection }
    if contains(.disabled) { return .faint }
    if contains(.inRange) { return .selectionInactive }
    return contains(.today) ? .accent : .text
  }

  fileprivate func signs(_ glyphs: GlyphSet) -> (before: Character, after: Character) {
    if contains(.selected) { return (contains(.today) ? "*" : "[", "]") }
    if contains(.today) { return ("*", " ") }
    return (contains(.inRange) ? glyphs == .ascii ? "." : "·" : " ", " ")
  }
}
