import Records

/// What a diagnosis is made from: everything that was looked at, judged by nobody yet.
struct DoctorFacts {
  /// What the server answered, or why it did not.
  struct Server {
    var failure: Failure?
    /// Seconds that it asked to wait.
    var wait: Double?
    /// How long the answer took, in seconds.
    var seconds: Double
    /// How many seconds the clock here is ahead of the server's.
    var clockAhead: Double?
    /// Nil when the server has no list of them.
    var capabilities: AccountCapabilities?
  }

  /// What is asked of an account of Talkdesk in place of Truto's questions.
  struct Talkdesk {
    let baseURL: String
    let tokenURL: String
    /// Why the client's id and secret cannot be read; nil when they can.
    var credentialsProblem: String?
    /// What the list of conversations answered; nil when it was not asked.
    var conversations: Server?
    /// The same of the list of users, from which only names come.
    var users: Server?
  }

  struct Cache {
    let path: String
    /// Why it cannot be used; nil when it can.
    var problem: String?
    /// What was done about it, or is wrong with its contents.
    var notice: String?
    var damage: String?
    var bytes = 0
    /// Bytes that are free on its disk; nil when that is not known.
    var free: Int?
  }

  struct Terminal {
    /// Whether stdout is one.
    var isTerminal: Bool
    /// `TERM`; empty without it.
    var name: String
    /// How many colours it has; nil when the system does not know the name.
    var colors: Int?
    var hasTruecolor = false
    /// Whether `NO_COLOR` is set.
    var forbidsColors = false
    /// The name of the locale; empty without one.
    var locale: String
  }

  /// Where the API is.
  var baseURL = ""
  /// The integrated account's id.
  var accountID = ""
  /// What there is of an account of Talkdesk; nil for one of Truto.
  var talkdesk: Talkdesk?
  /// What should be looked at in the configuration.
  var notice: String?
  /// What is wrong with the configuration; nil when nothing is.
  var misconfiguration: String?
  /// Where the token comes from; nil when there is none.
  var tokenVariable: String?
  /// Why the token that is named cannot be used; nil when it can.
  var tokenProblem: String?
  var hasToken: Bool { tokenVariable != nil && tokenProblem == nil }
  var isOffline = false
  /// Nil when it was not asked.
  var server: Server?
  var sent = RequestCount()
  /// The failure that the last work ended in, if no success followed it.
  var lastFailure: Failure?
  /// The zone that the user chose, that the records state, and that the system is set to.
  var chosenZone: String?
  var statedZone: String?
  var systemZone: String
  var cache: Cache
  var terminal: Terminal
}
