/// What saved records cover: the screens stay within it.
package struct SavedExtent: Equatable, Sendable {
  /// From the first day of the oldest period to the last of the newest one.
  package let days: DaySpan
  /// The lengths of the periods that there are.
  package let granularities: Set<Granularity>
  /// The range to show first: the newest total, else everything.
  package let range: DaySpan

  /// The shortest of the granularities.
  package var finest: Granularity {
    Granularity.allCases.first(where: granularities.contains) ?? .total
  }

  /// What saved records cover.
  package init(days: DaySpan, granularities: Set<Granularity>, range: DaySpan) {
    self.days = days
    self.granularities = granularities
    self.range = range
  }
}
