import DataCore
import Providers
import Records

extension AccountSetup {
  /// The account that options and environment name, be it without a secret; nil when they name none.
  static func named(
    _ invocation: Invocation, environment: [String: String]
  ) throws(Stop) -> AccountSetup? {
    switch try invocation.choice(.provider, among: ["truto", "talkdesk"]) {
    case "talkdesk": return try talkdesk(invocation, environment)
    default:
      guard !invocation.has(.tokenURL) else {
        throw Stop(.usage, "--token-url goes with --provider talkdesk: Truto's token has none.")
      }
      return try truto(invocation, environment)
    }
  }

  private static func truto(
    _ invocation: Invocation, _ environment: [String: String]
  ) throws(Stop) -> AccountSetup? {
    guard let id = invocation[.integratedAccount] else { return nil }
    let stated = invocation[.baseURL] ?? environment["TRUTO_API_BASE_URL"] ?? ""
    let base = try url(stated.isEmpty ? TrutoAccount.publicBaseURL : stated, "base URL")
    let token = EnvironmentSecret.trutoToken
    let account = TrutoAccount(
      name: "truto \(base) \(id)", baseURL: base, integratedAccount: id
    ) { () throws(Failure) in try token.read(environment) }
    var settings = AccountSettings(name: account.name, zone: nil)
    settings.limitAsGong()
    return AccountSetup(
      name: "truto", title: "Gong via Truto (\(id.prefix(8)))", provider: .truto(account),
      settings: settings, standards: .truto, memory: account.name)
  }

  private static func talkdesk(
    _ invocation: Invocation, _ environment: [String: String]
  ) throws(Stop) -> AccountSetup {
    guard let stated = invocation[.baseURL], let tokens = invocation[.tokenURL] else {
      throw Stop(
        .configuration,
        "Which Talkdesk? Write --base-url URL, as https://api.talkdeskapp.com, and --token-url URL,"
          + " as https://ACCOUNT.talkdeskid.com/oauth/token.")
    }
    guard !invocation.has(.integratedAccount) else {
      throw Stop(.usage, "--integrated-account goes with --provider truto: Talkdesk has none.")
    }
    let (base, tokenURL) = (try url(stated, "base URL"), try url(tokens, "token URL"))
    let (id, secret) = (EnvironmentSecret.talkdeskID, EnvironmentSecret.talkdeskSecret)
    let account = TalkdeskAccount(
      name: "talkdesk \(base) \(tokenURL)", baseURL: base, tokenURL: tokenURL,
      clientID: { () throws(Failure) in try id.read(environment) },
      clientSecret: { () throws(Failure) in try secret.read(environment) })
    var settings = AccountSettings(name: account.name, zone: nil)
    settings.limitAsTalkdesk()
    let host = base.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" }
    return AccountSetup(
      name: "talkdesk", title: "Talkdesk (\(host))",
      provider: .talkdesk(account, speakers: .standard, keepsText: true),
      settings: settings, standards: .talkdesk,
      memory: account.name)
  }

  private static func url(_ text: String, _ what: String) throws(Stop) -> String {
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else {
      throw Stop(
        .configuration,
        "“\(text)” is no \(what): it begins with https:// (or http:// on this machine).")
    }
    return text
  }
}
