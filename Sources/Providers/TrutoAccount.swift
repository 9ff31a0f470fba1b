package import Records

/// Why there is no token. It has a name of its own because the compiler does not see that the error
/// of a closure uses an import.
package typealias TokenFailure = Failure

/// What it takes to ask Truto for one account's data.
package struct TrutoAccount: Sendable, CustomStringConvertible {
  /// What the account is called on screens and in the cache.
  package let name: String
  /// Without a slash at the end.
  package let baseURL: String
  /// The id that Truto gave the integrated account.
  package let integratedAccount: String
  /// Gives the token, or says why there is none.
  package let token: @Sendable () async throws(TokenFailure) -> String
  /// Is told that the token was refused, so that what was kept of it can be forgotten.
  package var tokenRefused: @Sendable () -> Void = {}
  /// Whether each record is asked for with the provider's own copy of it, for the cache to keep.
  package var keepsRaw = false

  /// An account at a server, asked with a token that is never shown. It is read anew for each
  /// request, so that a new one is taken as soon as it is there.
  package init(
    name: String, baseURL: String, integratedAccount: String,
    token: @escaping @Sendable () async throws(TokenFailure) -> String
  ) {
    self.name = name
    var base = Substring(baseURL)
    while base.hasSuffix("/") { base = base.dropLast() }
    self.baseURL = String(base)
    self.integratedAccount = integratedAccount
    self.token = token
  }

  /// An account whose token stays the same.
  package init(name: String, baseURL: String, integratedAccount: String, token: String) {
    self.init(name: name, baseURL: baseURL, integratedAccount: integratedAccount) { token }
  }

  /// Where Truto's API is for everyone.
  package static let publicBaseURL = "https://api.truto.one"

  /// Where a person connects the account again; nil for a server that is not everyone's. Truto's
  /// guide “Integrated Accounts” has the address.
  package var reconnectPlace: String? {
    baseURL == TrutoAccount.publicBaseURL ? "https://app.truto.one/integrated-accounts" : nil
  }

  /// Names the account and keeps the token to itself.
  package var description: String { "TrutoAccount(\(name), \(baseURL))" }
}
