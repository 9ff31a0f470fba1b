/// What a server says of an account without asking the provider behind it.
package struct AccountCapabilities: Equatable, Sendable {
  /// The integration's name for people, as in `Gong`.
  package var integration: String?
  /// `active`, `needs_reauth` and others; nil when it is not stated.
  package var status: String?
  /// Whether the server has blocked the account.
  package var isBlocked = false
  /// The names of the resources of conversational intelligence that can be listed.
  package var listed: Set<String> = []

  /// Capabilities of which nothing is known yet.
  package init() {}
}
