package import Records

/// Days chosen from a calendar: first the first one, then the last.
package struct CalendarPicker: Equatable, Sendable {
  /// Where the cursor is.
  package var day: Day
  /// The day that was set first; nil before.
  package var first: Day?

  /// The days that would be chosen.
  var span: DaySpan {
    let first = first ?? day
    return DaySpan(min(first, day), max(first, day) + 1)
  }
}
