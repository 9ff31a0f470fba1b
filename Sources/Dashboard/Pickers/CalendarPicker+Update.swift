import Loop
import Records

extension Model {
  /// Opens the calendar at the last day of the range on screen.
  mutating func openCalendar() {
    overlay = .calendar(CalendarPicker(day: choices.range.span(today: today).end - 1))
  }

  mutating func press(_ key: Key, on calendar: CalendarPicker) -> [Command] {
    var calendar = calendar
    if key.leaves {
      overlay = nil
      return []
    }
    if key == .enter || key == .character(" ") {
      guard calendar.first != nil else {
        calendar.first = calendar.day
        overlay = .calendar(calendar)
        return []
      }
      overlay = nil
      return choose(.dates(calendar.span))
    }
    if key == .backspace { calendar.first = nil }
    // The newest day that the source has is yesterday.
    calendar.day = min(calendar.day(after: key), today - 1)
    overlay = .calendar(calendar)
    return []
  }
}

extension CalendarPicker {
  /// The day that a key leads to.
  fileprivate func day(after key: Key) -> Day {
    switch key {
    case .left, .character("h"): day - 1
    case .right, .character("l"): day + 1
    case .up, .character("k"): day - 7
    case .down, .character("j"): day + 7
    case .pageUp, .character("["): day(months: -1)
    case .pageDown, .character("]"): day(months: 1)
    case .home: day.startOfMonth()
    case .end: day.startOfMonth(plus: 1) - 1
    default: day
    }
  }

  /// The same day of another month, or its last one.
  private func day(months: Int) -> Day {
    let start = day.startOfMonth(plus: months)
    return min(start + (day.civil.day - 1), day.startOfMonth(plus: months + 1) - 1)
  }
}
