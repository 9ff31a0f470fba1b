package import Records

/// How one account stands, as the screen of the accounts shows it.
package struct AccountReport: Equatable, Sendable {
  /// What the account is called on screen.
  package let title: String
  /// How it stands by what the cache remembers, and what is going on with it.
  package let status: AccountStatus

  /// How one account stands at one moment.
  package init(title: String, status: AccountStatus) {
    self.title = title
    self.status = status
  }
}
