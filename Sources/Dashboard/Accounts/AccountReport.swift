package import Records

/// How one account stands, as the screen of the accounts shows it.
package struct AccountReport: Equatable, Sendable {
  /// What the account is called on screen.
  package let title: String
  /// How it stands by what the cache remembers.
  package let status: AccountStatus
  /// Until when nothing is sent, because the provider asked for it.
  package let waitsUntil: Timestamp?
  /// Where a person connects the account to its provider again; nil where no such place is known.
  package let reconnect: String?

  /// How one account stands at one moment.
  package init(
    title: String, status: AccountStatus, waitsUntil: Timestamp? = nil, reconnect: String? = nil
  ) {
    self.title = title
    self.status = status
    self.waitsUntil = waitsUntil
    self.reconnect = reconnect
  }
}
