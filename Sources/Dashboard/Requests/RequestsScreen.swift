package import Records

/// The state of the screen of the log of requests: the list, or one request of it.
package struct RequestsScreen: Equatable, Sendable {
  /// The account whose requests are listed; nil for all of them.
  package let account: String?
  /// The request that is looked at by itself; nil for the list.
  package let opened: RequestLogEntry?
  /// The selected request; nil to stay on the newest as more arrive.
  package var selected: RequestLogEntry?
  /// The first row of the list, or line of the request, on screen.
  package var first = 0

  /// The list of requests as it opens, or one request.
  package init(account: String? = nil, opened: RequestLogEntry? = nil) {
    self.account = account
    self.opened = opened
  }
}
