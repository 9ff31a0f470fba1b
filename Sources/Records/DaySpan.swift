/// The days from `start` up to and without `end`.
package struct DaySpan: Hashable, Sendable {
  /// The first day of the span.
  package let start: Day
  /// The day after the last one.
  package let end: Day

  /// An end before the start makes an empty span at the start.
  package init(_ start: Day, _ end: Day) {
    self.start = start
    self.end = max(start, end)
  }

  /// How many days there are.
  package var count: Int { end - start }
  /// Whether there is no day in the span.
  package var isEmpty: Bool { start == end }

  /// The part that lies before `day`.
  package func clamped(before day: Day) -> DaySpan { DaySpan(min(start, day), min(end, day)) }

  /// Whether all of `other` lies in this span.
  package func contains(_ other: DaySpan) -> Bool { start <= other.start && other.end <= end }
}
