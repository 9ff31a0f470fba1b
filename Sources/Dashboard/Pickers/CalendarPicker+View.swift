import Canvas
import Records

/// Draws the calendar: the month of the cursor and, where there is room, the one before.
func drawCalendar(_ model: Model, _ calendar: CalendarPicker, into frame: inout Frame) {
  let theme = model.preferences.theme
  let month = MonthGrid.size(weeks: 6)
  let months = frame.size.columns >= 2 * month.columns + 10 ? [-1, 0] : [0]
  let columns = months.count * (month.columns + 2) + 2
  // On a small screen the days matter more than the words below them.
  let rows = min(month.rows + 4, frame.size.rows)
  let rect = Rect(
    column: max(0, frame.size.columns - columns),
    row: min(body(of: frame.size).row, frame.size.rows - rows), columns: columns, rows: rows)
  let days = DateText.span(calendar.span, today: model.calendarDay)
  let inside = frame.panel(
    rect, title: "\(days) · \(calendar.span.count) days", theme: theme)
  for (index, plus) in months.enumerated() {
    let grid = calendar.grid(calendar.day.startOfMonth(plus: plus), today: model.today)
    let place = Rect(
      column: inside.column + index * (month.columns + 2), row: inside.row,
      columns: month.columns, rows: min(month.rows, inside.rows))
    grid.draw(into: &frame, in: place, theme: theme, glyphs: model.preferences.glyphs)
  }
  let hints = [
    "Enter sets the \(calendar.first == nil ? "first" : "last") day · Esc leaves",
    "arrows by day · PgUp PgDn by month",
  ]
  for (index, hint) in hints.enumerated() where month.rows + index < inside.rows {
    frame.put(
      hint.clipped(to: inside.columns),
      at: Point(column: inside.column, row: inside.row + month.rows + index),
      style: theme[.muted].on(theme[.panel]))
  }
}

extension CalendarPicker {
  /// The month that begins on a day.
  fileprivate func grid(_ start: Day, today: Day) -> MonthGrid {
    let end = start.startOfMonth(plus: 1)
    let monday = start - start.weekday
    let weeks = (0..<6).map { week in
      (0..<7).map { weekday in
        let day = monday + (7 * week + weekday)
        guard day >= start, day < end else { return MonthGrid.Day("") }
        return MonthGrid.Day("\(day.civil.day)", state(of: day, today: today))
      }
    }
    return MonthGrid(
      title: DateText.month(start), weekdays: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
      weeks: weeks)
  }

  private func state(of day: Day, today: Day) -> MonthGrid.State {
    var state: MonthGrid.State = []
    if day == today { state.insert(.today) }
    if day == self.day { state.insert(.selected) }
    if day >= today { state.insert(.disabled) }
    if first != nil, day >= span.start, day < span.end { state.insert(.inRange) }
    return state
  }
}
