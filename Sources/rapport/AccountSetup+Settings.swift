import Configuration
import DataCore
import Providers
import Records

extension AccountSetup {
  /// An account of the configuration.
  init(
    _ account: Named<AccountSetting>, _ settings: Settings, environment: [String: String]
  ) {
    let terms = settings.terms(of: account.value)
    let setup =
      switch account.value.provider {
      case .truto: AccountSetup(truto: account, environment)
      case .talkdesk: AccountSetup(talkdesk: account, environment)
      }
    self = setup.adjusted(by: terms)
  }

  private init(truto account: Named<AccountSetting>, _ environment: [String: String]) {
    let setting = account.value
    let base = setting.baseURL ?? TrutoAccount.publicBaseURL
    let id = setting.integratedAccount ?? ""
    let secret = setting.token.map {
      Secret($0, name: "token of the account \(account.name)", isKept: true)
    }
    var truto = TrutoAccount(
      name: "truto \(base) \(id)", baseURL: base, integratedAccount: id
    ) { () async throws(Failure) in
      guard let secret else { return try EnvironmentSecret.trutoToken.read(environment) }
      return try await secret.read()
    }
    truto.keepsRaw = setting.keepsRaw
    truto.tokenRefused = { secret?.forget() }
    var settings = AccountSettings(name: truto.name, zone: nil)
    settings.limitAsGong()
    settings.keepsRaw = setting.keepsRaw
    settings.take(setting)
    self.init(
      name: account.name, title: "\(account.name) (Gong via Truto)", provider: .truto(truto),
      settings: settings, standards: .truto, memory: truto.name,
      secretName: setting.token?.words, forgetSecrets: { secret?.forget() })
  }

  private init(talkdesk account: Named<AccountSetting>, _ environment: [String: String]) {
    let setting = account.value
    let region = setting.region.flatMap(TalkdeskRegion.init(rawValue:))
    let base = setting.baseURL ?? region?.baseURL ?? ""
    let tokenURL = setting.tokenURL ?? region?.tokenURL(of: setting.account ?? "") ?? ""
    // They are needed once for each token, and are not kept in between.
    let id = setting.clientID.map {
      Secret($0, name: "client id of the account \(account.name)", isKept: false)
    }
    let secret = setting.clientSecret.map {
      Secret($0, name: "client secret of the account \(account.name)", isKept: false)
    }
    let talkdesk = TalkdeskAccount(
      name: "talkdesk \(base) \(tokenURL)", baseURL: base, tokenURL: tokenURL,
      clientID: { () async throws(Failure) in
        guard let id else { return try EnvironmentSecret.talkdeskID.read(environment) }
        return try await id.read()
      },
      clientSecret: { () async throws(Failure) in
        guard let secret else { return try EnvironmentSecret.talkdeskSecret.read(environment) }
        return try await secret.read()
      })
    var settings = AccountSettings(name: talkdesk.name, zone: nil)
    settings.limitAsTalkdesk()
    settings.take(setting)
    let speakers = setting.speakers.map { ($0.name, $0.value) }
    self.init(
      name: account.name, title: "\(account.name) (Talkdesk)",
      provider: .talkdesk(
        talkdesk, speakers: SpeakerTable.standard.changed(by: speakers),
        keepsText: setting.keepsText),
      settings: settings, standards: .talkdesk, memory: talkdesk.name,
      secretName: setting.clientSecret?.words)
  }
}

extension AccountSettings {
  /// Takes over how the account is to be asked.
  fileprivate mutating func take(_ setting: AccountSetting) {
    zone = setting.timeZone.flatMap(ZoneFiles.zone(named:))
    requestsPerSecond = setting.requestsPerSecond ?? requestsPerSecond
    dailyBudget = setting.dailyBudget ?? dailyBudget
  }
}

extension SecretSource {
  /// What a secret that is here is called at the beginning of a sentence.
  fileprivate var words: String {
    switch self {
    case .environment(let name): name
    case .file(let path): "The file \(path)"
    case .command(let words): "The command “\(words[0])”"
    }
  }
}
