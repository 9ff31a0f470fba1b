import Canvas
import Records

/// What the facts mean: a line for each check.
struct Diagnosis {
  /// What a diagnosis is about.
  enum Subject: Equatable {
    case everything
    /// An account, called so on screens.
    case account(String)
    case machine
  }

  let facts: DoctorFacts
  let subject: Subject
  private(set) var checks: [Check] = []

  init(_ facts: DoctorFacts, _ subject: Subject = .everything) {
    self.facts = facts
    self.subject = subject
    if subject != .machine { checkAccountAndServer() }
    if account == nil {
      checkCache()
      checkTerminal()
    }
  }

  /// What the account is called; nil where it is not the only subject.
  var account: String? {
    if case .account(let title) = subject { title } else { nil }
  }

  /// A line for each check, under a heading where there are several diagnoses.
  var text: String {
    let lines = checks.map(\.line).joined()
    return switch subject {
    case .everything: lines
    case .account(let title): "\(title.harmless)\n\(lines)"
    case .machine: "This machine\n\(lines)"
    }
  }

  private mutating func checkAccountAndServer() {
    if let talkdesk = facts.talkdesk, facts.misconfiguration == nil { return check(talkdesk) }
    checkConfiguration()
    checkToken()
    checkServer()
    checkAccount()
    checkResources()
    checkQuota()
    checkClock()
    checkZone()
  }

  /// That of the failed check to be dealt with first.
  var exitCode: ExitCode {
    ExitCode.worst(
      checks.compactMap { check in
        if case .failed(let code) = check.verdict { code } else { nil }
      })
  }

  mutating func add(_ name: String, _ verdict: Check.Verdict, _ sentence: String) {
    checks.append(Check(name: name, verdict: verdict, sentence: sentence))
  }

  private func failure(_ kinds: Failure.Kind...) -> Failure? {
    facts.server?.failure.flatMap { kinds.contains($0.kind) ? $0 : nil }
  }

  private mutating func checkConfiguration() {
    if let notice = facts.notice { add("configuration", .warning, notice) }
    if let sentence = facts.misconfiguration ?? failure(.misconfigured)?.sentence {
      return add("configuration", .failed(.configuration), sentence)
    }
    add("configuration", .ok, "Account \(facts.accountID) of Truto at \(facts.baseURL).")
  }

  private mutating func checkToken() {
    if let problem = facts.tokenProblem {
      return add("token", .failed(.configuration), problem)
    }
    guard let variable = facts.tokenVariable else {
      return add("token", .failed(.configuration), "\(EnvironmentSecret.trutoToken.advice).")
    }
    if let refused = failure(.credentials) {
      return add(
        "token", .failed(.credentials),
        "\(refused.sentence) It may be revoked, expired, or of another environment: make a new one"
          + " in Truto.")
    }
    guard let server = facts.server else {
      return add("token", .ok, "\(variable) is set; nobody was asked whether it is valid.")
    }
    let accepting: [Failure.Kind] = [.disconnected, .forbidden, .blocked, .notFound]
    let isAccepted = server.failure.map { accepting.contains($0.kind) } ?? true
    add(
      "token", .ok,
      isAccepted
        ? "\(variable) is set, and Truto accepts it."
        : "\(variable) is set; whether it is valid could not be seen.")
  }

  private mutating func checkServer() {
    guard let server = facts.server else {
      if facts.isOffline { add("server", .warning, "It was not asked, because of --offline.") }
      return
    }
    if let failure = failure(.unreachable) {
      return add("server", .failed(.unreachable), failure.sentence)
    }
    if let failure = failure(.server, .unreadable, .rejected, .cancelled) {
      return add("server", .failed(.failed), failure.sentence)
    }
    guard failure(.misconfigured) == nil else { return }
    add("server", .ok, "It answered in \(Int((server.seconds * 1000).rounded())) ms.")
  }

  private mutating func checkAccount() {
    guard let server = facts.server else { return }
    if let failure = failure(.disconnected, .forbidden) {
      return add("account", .failed(.credentials), failure.sentence)
    }
    if let failure = failure(.notFound) {
      return add("account", .failed(.configuration), failure.sentence)
    }
    if let failure = failure(.blocked) {
      return add("account", .failed(.failed), failure.sentence)
    }
    guard server.failure == nil else { return }
    guard let capabilities = server.capabilities else {
      return add("account", .ok, "It answers; this server says nothing more of its state.")
    }
    check(capabilities)
  }

  private mutating func check(_ account: AccountCapabilities) {
    let name = account.integration ?? "the provider"
    guard !account.isBlocked else {
      return add(
        "account", .failed(.failed),
        "The integrated account is blocked: contact Truto support.")
    }
    switch account.status {
    case "active": add("account", .ok, "It is connected to \(name).")
    case "needs_reauth":
      add(
        "account", .failed(.credentials),
        "It has lost its connection to \(name): reconnect the account in Truto.")
    case "connecting":
      add(
        "account", .failed(.credentials),
        "It is not connected to \(name) yet: finish connecting it in Truto.")
    case "post_install_error", "validation_error":
      add(
        "account", .failed(.credentials),
        "Connecting it to \(name) went wrong (\(account.status ?? "")): connect it again in Truto.")
    case let status?:
      add(
        "account", .warning,
        "Its state is “\(status)”, which Rapport does not know: look at the account in Truto.")
    case nil: add("account", .warning, "Truto says nothing of its state.")
    }
  }

  private mutating func checkResources() {
    guard let server = facts.server, server.failure == nil else { return }
    guard let capabilities = server.capabilities else {
      return add("resources", .warning, "This server has no list of what the account offers.")
    }
    let missing = ["interactions", "activity", "users"].filter { !capabilities.listed.contains($0) }
    guard !missing.isEmpty else {
      return add("resources", .ok, "Interactions, activity and users can be read.")
    }
    let hasRecords = missing.filter { $0 != "users" }.count < 2
    add(
      "resources", hasRecords ? .warning : .failed(.failed),
      "Truto does not offer \(missing.joined(separator: ", ")) for this account: ask Truto to enable"
        + " \(missing.count == 1 ? "it" : "them").")
  }

  private mutating func checkQuota() {
    if failure(.rateLimited) != nil {
      let wait = facts.server?.wait ?? 10
      guard wait > 120 else {
        return add(
          "quota", .warning,
          "The provider limits requests just now: try again in \(Diagnosis.words(wait)).")
      }
      return add(
        "quota", .failed(.quota),
        "The provider's quota is used up: it takes requests again in \(Diagnosis.words(wait)); until"
          + " then the cache is shown.")
    }
    // What Truto says of the account does not tell that the provider behind it has had enough.
    if let last = facts.lastFailure, last.kind == .rateLimited {
      return add("quota", .failed(.quota), "The last time: \(last.sentence)")
    }
    guard let budget = facts.sent.budget else { return }
    guard facts.sent.sent < budget else {
      return add(
        "quota", .failed(.quota),
        "Today's budget of \(budget) requests is used up: more are sent after midnight.")
    }
    add("quota", .ok, "Sent \(facts.sent.sent) of today's \(budget) requests.")
  }

  mutating func checkClock() {
    guard let ahead = facts.server?.clockAhead ?? facts.talkdesk?.conversations?.clockAhead else {
      return
    }
    guard abs(ahead) > 300 else {
      return add("clock", .ok, "It agrees with the server's.")
    }
    add(
      "clock", .warning,
      "This machine's clock is \(Diagnosis.words(abs(ahead))) \(ahead > 0 ? "ahead of" : "behind")"
        + " the server's: set it, or ages and “today” are wrong.")
  }

  /// `45 s`, `12 min`, `3 h 20 min`, `2 days`.
  static func words(_ seconds: Double) -> String {
    let minutes = Int((seconds / 60).rounded())
    switch seconds {
    case ..<90: return "\(Int(seconds.rounded(.up))) s"
    case ..<5400: return "\(minutes) min"
    case ..<172_800: return "\(minutes / 60) h\(minutes % 60 == 0 ? "" : " \(minutes % 60) min")"
    default: return "\(minutes / 1440) days"
    }
  }
}
