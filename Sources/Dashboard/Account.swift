package import Records

/// An account that can be looked at, with what is known of it while another one is on screen.
package struct Account: Equatable, Sendable {
  /// Its name in the cache.
  package let key: String
  /// What a person calls it, in the palette and on the command line.
  package let name: String
  /// What it is called on screen.
  package let title: String
  /// The zone that its days are counted in, as far as it is known.
  package var zone: Zone
  /// Whether its records are derived from conversations, which can be looked at too.
  package var hasConversations: Bool
  /// How its numbers are read.
  package var standards: Standards
  /// When its windows are fetched again.
  package var freshness: Freshness
  /// What is seen of it until the user chooses otherwise.
  package var choices: Choices
  /// How the user left it; nil if it was never looked at.
  package var remembered: Remembered?
  /// Whether the user holds its requests back.
  package var isPaused = false

  /// An account as it is before anything of it was looked at.
  package init(
    key: String, name: String, title: String, zone: Zone, hasConversations: Bool = false,
    standards: Standards = .truto, freshness: Freshness = Freshness(), choices: Choices = Choices(),
    remembered: Remembered? = nil
  ) {
    self.key = key
    self.name = name
    self.title = title
    self.zone = zone
    self.hasConversations = hasConversations
    self.standards = standards
    self.freshness = freshness
    self.choices = choices
    self.remembered = remembered
  }
}

extension Model {
  /// The account on screen.
  package var account: Account {
    get { accounts[accountPlace] }
    set { accounts[accountPlace] = newValue }
  }

  /// The zone that the account's days are counted in.
  package var zone: Zone {
    get { account.zone }
    set { account.zone = newValue }
  }

  /// Whether the account on screen is one of conversations.
  package var hasConversations: Bool {
    get { account.hasConversations }
    set { account.hasConversations = newValue }
  }

  /// How the numbers of the account on screen are read.
  package var standards: Standards {
    get { account.standards }
    set { account.standards = newValue }
  }

  /// How the numbers of a field are written.
  func unit(of field: Field) -> Unit { standards.unit(of: field) }

  /// What a metric of the account on screen measures, in a sentence.
  func help(of metric: Metric) -> String { hasConversations ? metric.derivedHelp : metric.help }

  /// The account that has this name in the cache.
  func account(_ key: String) -> Account? { accounts.first { $0.key == key } }

  /// What an account is called on screen.
  func title(of key: String) -> String { account(key)?.title ?? key }
}
