import Providers
import Records

extension TrutoAccount {
  /// The account that options and environment name. The token is asked for unless offline.
  static func chosen(
    _ invocation: Invocation, environment: [String: String]
  ) throws(Stop) -> TrutoAccount {
    guard let account = try named(invocation, environment: environment) else {
      throw Stop(
        .configuration,
        "Which account? Name it with --integrated-account ID, or try rapport --demo.")
    }
    guard !invocation.has(.offline) else { return account }
    do throws(Failure) {
      _ = try account.token()
    } catch {
      throw Stop(.configuration, error.sentence)
    }
    return account
  }

  /// The account that options and environment name, be it without a token; nil when they name none.
  static func named(
    _ invocation: Invocation, environment: [String: String]
  ) throws(Stop) -> TrutoAccount? {
    _ = try invocation.choice(.provider, among: ["truto"])
    guard let id = invocation[.integratedAccount] else { return nil }
    let stated = invocation[.baseURL] ?? environment["TRUTO_API_BASE_URL"] ?? ""
    let base = stated.isEmpty ? TrutoAccount.publicBaseURL : stated
    guard base.hasPrefix("https://") || base.hasPrefix("http://") else {
      throw Stop(
        .configuration,
        "“\(base)” is no base URL: it begins with https:// (or http:// on this"
          + " machine).")
    }
    let token = Token(environment)
    return TrutoAccount(name: "truto \(base) \(id)", baseURL: base, integratedAccount: id) {
      () throws(Failure) in
      guard let token else {
        throw Failure(.misconfigured, "\(Token.advice), or try rapport --demo.")
      }
      return try token.read()
    }
  }

  /// What the account is called on screens.
  var title: String { "Gong via Truto (\(integratedAccount.prefix(8)))" }
}
