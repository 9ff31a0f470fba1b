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

/// What a window is for on a screen.
package enum WindowRole: Hashable, Sendable {
  /// The range itself: the headline values.
  case total
  /// What the range is compared with.
  case compared
  /// One period of the trend.
  case trend
}
