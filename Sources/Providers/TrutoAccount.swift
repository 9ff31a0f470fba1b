/// What it takes to ask Truto for one account's data.
package struct TrutoAccount: Sendable, CustomStringConvertible {
  /// What the account is called on screens and in the cache.
  package let name: String
  /// Without a slash at the end.
  package let baseURL: String
  /// The id that Truto gave the integrated account.
  package let integratedAccount: String
  let token: String

  /// An account at a server, asked with a token that is never shown.
  package init(name: String, baseURL: String, integratedAccount: String, token: String) {
    self.name = name
    var base = Substring(baseURL)
    while base.hasSuffix("/") { base = base.dropLast() }
    self.baseURL = String(base)
    self.integratedAccount = integratedAccount
    self.token = token
  }

  /// Where Truto's API is for everyone.
  package static let publicBaseURL = "https://api.truto.one"

  /// Names the account and keeps the token to itself.
  package var description: String { "TrutoAccount(\(name), \(baseURL))" }
}
