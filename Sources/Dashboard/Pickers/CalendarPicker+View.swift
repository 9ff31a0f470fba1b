import Canvas
import Records

/// Draws the calendar: the month of the cursor and, where there is room, the one before.
func drawCalendar(_ model: Model, _ calendar: CalendarPicker, into frame: inout Frame) {
  let theme = model.preferences.theme
  let month = MonthGrid.size(weeks: 6)
  let months = frame.size.columns >= 2 * month.columns + 10 ? [-1, 0] : [0]
  let columns = months.count * (month.columns + 2) + 2
  let body = body(of: frame.size)
  let rect = Rect(
    column: max(0, frame.size.columns - columns), row: body.row, columns: columns,
    rows: month.rows + 5)
  let inside = frame.panel(rect, title: "Days", theme: theme, glyphs: model.preferences.glyphs)
  for (index, plus) in months.enumerated() {
    let grid = calendar.grid(calendar.day.startOfMonth(plus: plus), today: model.today)
    let place = Rect(
      column: inside.column + index * (month.columns + 2), row: inside.row,
      columns: month.columns, rows: month.rows)
    grid.draw(into: &frame, in: place, theme: theme, glyphs: model.preferences.glyphs)
  }
  let lines = [
    DateText.span(calendar.span, today: model.calendarDay) + " · \(calendar.span.count) days",
    calendar.first == nil ? "Enter sets the first day" : "Enter sets the last day",
    "arrows, PgUp/PgDn by month, Esc leaves",
  ]
  for (index, line) in lines.enumerated() {
    let role: Role = index == 0 ? .accent : .muted
    frame.put(
      line.clipped(to: inside.columns),
      at: Point(column: inside.column, row: inside.row + month.rows + index),
      style: theme[role].on(theme[.panel]))
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
