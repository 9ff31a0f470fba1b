internal import Canvas
internal import Records

extension SettingKind where Value == [Named<AccountSetting>] {
  /// Accounts under names of the user's own.
  static func accounts(_ vocabulary: Vocabulary, _ paths: Paths) -> SettingKind {
    let common = AccountTable.common(vocabulary)
    let account = SettingKind<AccountSetting>.variants(
      by: "provider",
      [
        ("truto", "a Truto account", AccountTable.truto(paths) + common),
        ("talkdesk", "a Talkdesk account", AccountTable.talkdesk(vocabulary, paths) + common),
      ])
    let all = SettingKind.named(nil, account, "a group of accounts")
    return SettingKind(shape: all.shape) { node, mistakes in
      let accounts = all.read(node, &mistakes) ?? []
      for (index, account) in accounts.enumerated() {
        if let sentence = account.value.gap { mistakes.add(account.place.error(sentence)) }
        let earlier = accounts[..<index].first { $0.value.identity == account.value.identity }
        if let earlier {
          mistakes.add(
            account.place.error(
              "\(quoted(account.name)) is the same account as \(quoted(earlier.name)) in line"
                + " \(earlier.place.line); leave one of them out."))
        }
      }
      return accounts
    }
  }
}

/// The settings of one account.
private enum AccountTable {
  static func truto(_ paths: Paths) -> [Setting<AccountSetting>] {
    [
      Setting("provider", \.provider, .choice("a provider"), "Which system it is."),
      Setting(
        "integrated_account", \.integratedAccount, .text("an integrated account's id"),
        example: "0b6ee6b2-2c2f-4a39-9a1c-52e0f7d2a111", isRequired: true,
        "The id of the integrated account in Truto."),
      Setting(
        "token", \.token, .secret(paths), example: "{env: TRUTO_API_TOKEN}",
        "Where the API token is: {env: NAME}, {file: PATH} that only you may read, or {command:"
          + " [pass, show, truto]} whose first line it is. Without it, the environment's"
          + " TRUTO_API_TOKEN or TRUTO_API_TOKEN_FILE."),
      Setting(
        "base_url", \.baseURL, .address, example: "https://api.truto.one",
        "Where the API is, if not at https://api.truto.one."),
      Setting(
        "keep_raw", \.keepsRaw, .flag,
        "Whether the cache keeps each record as the provider has it, too."),
    ]
  }

  static func talkdesk(
    _ vocabulary: Vocabulary, _ paths: Paths
  ) -> [Setting<AccountSetting>] {
    [
      Setting("provider", \.provider, .choice("a provider"), "Which system it is."),
      Setting(
        "region", \.region, .word(vocabulary.regions, "a region"), example: "eu",
        "Where Talkdesk keeps the account."),
      Setting(
        "account", \.account, .text("an account's name"), example: "acme",
        "The account's own name, the first part of its address."),
      Setting(
        "client_id", \.clientID, .secret(paths), example: "{env: TALKDESK_CLIENT_ID}",
        "Where the client's id is, as for a token; without it, in TALKDESK_CLIENT_ID."),
      Setting(
        "client_secret", \.clientSecret, .secret(paths),
        example: "{file: talkdesk.secret}",
        "Where the client's secret is; without it, in TALKDESK_CLIENT_SECRET."),
      Setting(
        "base_url", \.baseURL, .address, example: "https://api.talkdeskapp.eu",
        "Where the API is, in place of what region says."),
      Setting(
        "token_url", \.tokenURL, .address, example: "https://acme.talkdeskid.eu/oauth/token",
        "Where tokens are given, in place of what region and account say."),
      Setting(
        "keep_text", \.keepsText, .flag,
        "Whether the words of conversations are kept in the cache."),
      Setting(
        "speakers", \.speakers, .speakers, example: "{SUPERVISOR: neither}",
        "On whose side the participants of messages are: agent, customer or neither."),
    ]
  }

  static func common(_ vocabulary: Vocabulary) -> [Setting<AccountSetting>] {
    let zone = SettingKind.text("a time zone") { name in
      vocabulary.isZone(name)
        ? nil
        : "\(quoted(name)) is no time zone of this system; write it as in Europe/Berlin or UTC."
    }
    return [
      Setting(
        "time_zone", \.timeZone, zone, example: "Europe/Berlin",
        "The zone whose midnights bound the days; without it the one that the records state, else"
          + " this machine's."),
      Setting(
        "requests_per_second", \.requestsPerSecond, .number(0.01...1000, "number of requests"),
        example: "3", "At most so many requests a second; without it what the provider allows."),
      Setting(
        "daily_budget", \.dailyBudget, .count(1...1_000_000, "number of requests"),
        example: "2000", "At most so many requests a day."),
    ] + Setting.terms(\.terms)
  }
}

extension SettingKind where Value == String {
  /// An address of a server.
  fileprivate static let address = SettingKind.text("an address") { text in
    text.hasPrefix("https://") || text.hasPrefix("http://")
      ? nil
      : "\(quoted(text)) is no address; it begins with https:// (or http:// on this machine)."
  }
}

extension SettingKind where Value == [Named<Speaker>] {
  fileprivate static let speakers: SettingKind = {
    let speaker = SettingKind<Speaker>.whole(.word(Speaker.sides)) {
      (node) throws(ConfigurationError) in
      Speaker(rawValue: try node.word(among: Speaker.sides, "a side")) ?? .unknown
    }
    return .named(nil, speaker, "the speakers")
  }()
}

extension Speaker {
  fileprivate static let sides = allCases.filter { $0 != .unknown }.map(\.rawValue)
}

extension AccountSetting {
  /// What tells it from other accounts: the cache has one place for all that are the same.
  fileprivate var identity: [String?] {
    [provider.rawValue, baseURL, integratedAccount, tokenURL, region, account]
  }

  /// What this account lacks, as a sentence; nil for nothing.
  fileprivate var gap: String? {
    guard provider == .talkdesk else { return nil }
    let hasRegion = region != nil && account != nil
    guard hasRegion || baseURL != nil && tokenURL != nil else {
      return "A Talkdesk account needs its region and account, or base_url and token_url."
    }
    return nil
  }
}
