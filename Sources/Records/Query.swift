/// What a screen asks the data core for.
package struct Query: Hashable, Sendable {
  /// The account's name in the cache.
  package let account: String
  /// The resource on screen; the other one is fetched after it.
  package let resource: Resource
  /// The days that the screen is about.
  package let range: DaySpan
  /// The days that the range is compared with.
  package let compared: DaySpan
  /// How long the periods of the trend are.
  package let granularity: Granularity
  /// The day that ranges count back from; a period that it lies in is cut short there.
  package let today: Day

  /// A question about these days of an account.
  package init(
    account: String, resource: Resource, range: DaySpan, compared: DaySpan,
    granularity: Granularity, today: Day
  ) {
    self.account = account
    self.resource = resource
    self.range = range
    self.compared = compared
    self.granularity = granularity
    self.today = today
  }
}

/// Which of a query's windows are fetched again, beside those that are missing.
package enum Refresh: Hashable, Sendable {
  /// Those that are older than they should be.
  case stale
  /// Those that may have changed since they were fetched, however young.
  case unsettled
  /// All, also those that are not expected to change any more.
  case everything
}

/// What a window is for on a screen.
package enum WindowRole: Hashable, Sendable {
  /// The range itself: the headline values.
  case total
  /// What the range is compared with.
  case compared
  /// One period of the trend.
  case trend
  /// A completed period that the trend does not have: what is a real change is judged by it.
  case history
}
