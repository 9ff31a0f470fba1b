/// What the cache remembers of an account and of the work for it.
package struct AccountHistory: Equatable, Sendable {
  /// The account's name in the cache.
  package let account: String
  /// The time zone that its records state; nil when none did.
  package var zone: String?
  /// When a window or the list of users was last fetched to its end.
  package var lastSuccessAt: Timestamp?
  /// The last failure to fetch one, which a success may have followed.
  package var lastFailure: PastFailure?
  /// The windows that are complete.
  package var windows: [WindowSummary] = []
  /// When the first page of each window that is not yet complete was fetched.
  package var begunAt: [Timestamp] = []
  /// How many pages of them there are.
  package var pagesInFlight = 0
  /// Why the provider refuses its list of users; nil where it gives one.
  package var usersRefusal: String?
  /// How many users of the account the cache knows.
  package var users = 0

  /// The history of an account that nothing was fetched of yet.
  package init(account: String) { self.account = account }
}
