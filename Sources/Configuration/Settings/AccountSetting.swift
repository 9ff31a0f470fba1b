package import Records

/// One connection to a provider, as it is set up.
package struct AccountSetting: Equatable, Sendable, SettingGroup {
  /// The systems that records come from.
  package enum Provider: String, CaseIterable, Sendable { case truto, talkdesk }

  /// The system that records come from.
  package var provider = Provider.truto
  /// Where the API is; nil for where it is for everyone.
  package var baseURL: String?
  /// The zone whose midnights bound the account's days, by name; nil leaves it to the records.
  package var timeZone: String?
  /// At most so many requests a second; nil for what the provider allows.
  package var requestsPerSecond: Double?
  /// At most so many requests a day; nil for what suits the provider.
  package var dailyBudget: Int?
  /// What holds for this account alone.
  package var terms = Terms()

  /// Truto: the id of the integrated account.
  package var integratedAccount: String?
  /// Truto: where its token is.
  package var token: SecretSource?

  /// Truto: whether the cache keeps each record as the provider has it.
  package var keepsRaw = false

  /// Talkdesk: where in the world the account is kept.
  package var region: String?
  /// Talkdesk: the account's name, the first part of its own address.
  package var account: String?
  /// Talkdesk: where tokens are given, instead of by region and account.
  package var tokenURL: String?
  /// Talkdesk: where the client's id is.
  package var clientID: SecretSource?
  /// Talkdesk: where the client's secret is.
  package var clientSecret: SecretSource?
  /// Talkdesk: whether the words of conversations are kept in the cache.
  package var keepsText = true
  /// Talkdesk: on whose side the participants are that words of the API mean.
  package var speakers: [Named<Speaker>] = []

  /// An account of which nothing is set.
  package init() {}

  /// Where its secrets are, each with the name of its setting.
  package var secrets: [(setting: String, source: SecretSource)] {
    [("token", token), ("client_id", clientID), ("client_secret", clientSecret)].compactMap {
      (setting, source) in source.map { (setting, $0) }
    }
  }
}

/// Where a secret is; never the secret itself.
package enum SecretSource: Equatable, Sendable {
  /// In a variable of the environment.
  case environment(String)
  /// In a file that only its owner may read.
  case file(String)
  /// On the first line that a command prints; its words, the program first.
  case command([String])
}
