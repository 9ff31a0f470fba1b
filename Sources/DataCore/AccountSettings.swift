package import Records

/// How the data core treats an account.
package struct AccountSettings: Sendable {
  /// The account's name in the cache.
  package let name: String
  /// What the user said; nil leaves it to the records, or to the system.
  package var zone: Zone?
  /// Requests a second; nil for no limit.
  package var requestsPerSecond: Double?
  /// What the server allows beyond that.
  package var limits: [RateLimit] = []
  /// Requests a day, counted from midnight in the account's zone; nil for no limit.
  package var dailyBudget: Int?
  /// How many windows are fetched at the same time.
  package var concurrency = 3
  /// When a cached window is fetched again.
  package var freshness = Freshness()
  /// Days after a window's end from which on it is removed from the cache.
  package var retain = AccountSettings.defaultRetain
  /// Whether the text of each record is kept as it came, where the provider hands it on.
  package var keepsRaw = false
  /// How conversations are read and kept, where the provider gives conversations.
  package var conversations = ConversationRules()
  /// Nothing is fetched; the cache is all there is.
  package var isOffline = false

  /// A year, and what it is compared with at its end.
  package static let defaultRetain = 400

  /// An account without limits, with the defaults for everything else.
  package init(name: String, zone: Zone?) {
    self.name = name
    self.zone = zone
  }

  /// Gong allows 3 requests a second and 10,000 a day for the whole company; Rapport takes a fifth
  /// of the day's for itself.
  package mutating func limitAsGong() {
    limits = RateLimit.truto
    requestsPerSecond = 3
    dailyBudget = 2000
  }

  /// Talkdesk publishes no limit: Rapport keeps to a modest rate, and counts no budget.
  package mutating func limitAsTalkdesk() {
    limits = []
    requestsPerSecond = 5
    dailyBudget = nil
  }

  /// How many requests of the day are left to what is on screen when the background stops.
  var foregroundReserve: Int { (dailyBudget ?? 0) / 10 }
}
