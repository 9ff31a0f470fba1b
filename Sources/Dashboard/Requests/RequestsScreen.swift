/// The state of the screen of the log of requests: the list, or one request of it.
package struct RequestsScreen: Equatable, Sendable {
  /// The account whose requests are listed; nil for all of them.
  package let account: String?
  /// The number of the request that is looked at by itself; nil for the list.
  package let opened: Int?
  /// The number of the selected request; nil to stay on the newest as more arrive.
  package var selected: Int?
  /// The first row of the list, or line of the request, on screen.
  package var first = 0

  /// The list of requests as it opens, or one request.
  package init(account: String? = nil, opened: Int? = nil) {
    self.account = account
    self.opened = opened
  }
}
