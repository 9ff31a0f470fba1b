import Configuration
import DataCore
import Providers
import Records

/// An account as the program opens it, wherever it was named.
struct AccountSetup: Sendable {
  /// Whom to ask, and with what.
  enum Provider: Sendable {
    case truto(TrutoAccount)
    case talkdesk(TalkdeskAccount, speakers: SpeakerTable, keepsText: Bool)
  }

  /// What a person calls it: in the configuration, after `--account` and in the palette.
  let name: String
  /// What it is called on screens.
  let title: String
  let provider: Provider
  /// How the data core treats it, under its name in the cache.
  var settings: AccountSettings
  /// How its numbers are read.
  var standards: Standards
  /// The name under which is remembered how the dashboard was left.
  let memory: String
  /// What its token, or the secret of its client, is called in sentences, where the configuration says
  /// where it is.
  var secretName: String?
  /// Has secrets read anew that were kept.
  var forgetSecrets: @Sendable () -> Void = {}

  /// Its name in the cache.
  var key: String { settings.name }

  /// Whether its records are derived from conversations.
  var hasConversations: Bool {
    if case .talkdesk = provider { true } else { false }
  }

  /// Reads everything that the provider is asked with, only to see whether that can be done.
  func readCredentials() async throws(Failure) {
    forgetSecrets()
    switch provider {
    case .truto(let account): _ = try await account.token()
    case .talkdesk(let account, _, _):
      _ = try await account.clientID()
      _ = try await account.clientSecret()
    }
  }

  /// The same under the terms of the configuration.
  func adjusted(by terms: Terms) -> AccountSetup {
    var setup = self
    setup.settings.freshness.refresh = terms.refresh ?? settings.freshness.refresh
    setup.settings.freshness.settle = terms.settle ?? settings.freshness.settle
    setup.settings.retain = terms.retain ?? settings.retain
    setup.standards.minimumCalls = terms.minimumCalls ?? standards.minimumCalls
    setup.standards.targets = terms.targets(besides: standards.targets)
    for (metric, unit) in terms.units(besides: [:]) {
      setup.standards.units[.metric(metric)] = unit
    }
    return setup
  }

  /// The same as the options want it.
  func adjusted(by invocation: Invocation) throws(Stop) -> AccountSetup {
    var setup = self
    if let zone = try invocation.zone { setup.settings.zone = zone }
    setup.settings.isOffline = invocation.has(.offline)
    if let rate = try invocation.requestsPerSecond { setup.settings.requestsPerSecond = rate }
    if let age = try invocation.seconds(.maxAge) { setup.settings.freshness.refresh = age }
    return setup
  }
}
