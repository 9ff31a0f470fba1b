import Records
import Testing

@testable import rapport

@Suite struct DiagnosisTests {
  /// A machine and an account that are well.
  static let well: DoctorFacts = {
    var capabilities = AccountCapabilities()
    capabilities.integration = "Gong"
    capabilities.status = "active"
    capabilities.listed = ["interactions", "activity", "users"]
    return DoctorFacts(
      baseURL: "https://api.truto.one", accountID: "7", tokenVariable: "TRUTO_API_TOKEN",
      server: DoctorFacts.Server(seconds: 0.12, clockAhead: 1, capabilities: capabilities),
      sent: RequestCount(sent: 412, budget: 2000), systemZone: "Europe/Berlin",
      cache: DoctorFacts.Cache(path: "/c", bytes: 5_000_000, free: 9_000_000_000),
      terminal: DoctorFacts.Terminal(
        isTerminal: true, name: "xterm-256color", colors: 256, locale: "C.UTF-8"))
  }()

  static func server(_ kind: Failure.Kind, wait: Double? = nil) -> DoctorFacts.Server {
    DoctorFacts.Server(failure: Failure(kind, "It was \(kind)."), wait: wait, seconds: 0.1)
  }

  static func account(_ change: (inout AccountCapabilities) -> Void) -> DoctorFacts.Server? {
    var server = well.server
    if var capabilities = server?.capabilities {
      change(&capabilities)
      server?.capabilities = capabilities
    }
    return server
  }

  /// One thing that is wrong, and what is made of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let facts: DoctorFacts
    let check: String
    let verdict: Check.Verdict
    let words: String

    init(
      _ name: String, _ check: String, _ verdict: Check.Verdict, _ words: String,
      _ change: (inout DoctorFacts) -> Void
    ) {
      testDescription = name
      self.check = check
      self.verdict = verdict
      self.words = words
      var facts = well
      change(&facts)
      self.facts = facts
    }
  }

  static let accounts: [Case] = [
    Case("no account", "configuration", .failed(.configuration), "Which?") {
      $0.misconfiguration = "Which?"
      $0.server = nil
    },
    Case("plain http", "configuration", .failed(.configuration), "misconfigured") {
      $0.server = server(.misconfigured)
    },
    Case("no token", "token", .failed(.configuration), "TRUTO_API_TOKEN") {
      $0.tokenVariable = nil
      $0.server = nil
    },
    Case("a token that others can read", "token", .failed(.configuration), "chmod 600") {
      $0.tokenProblem = "Others may use it: chmod 600."
      $0.server = nil
    },
    Case("a revoked token", "token", .failed(.credentials), "make a new one in Truto") {
      $0.server = server(.credentials)
    },
    Case("a disconnected account", "account", .failed(.credentials), "disconnected") {
      $0.server = server(.disconnected)
    },
    Case("an account to reconnect", "account", .failed(.credentials), "reconnect the account") {
      $0.server = account { $0.status = "needs_reauth" }
    },
    Case("an unfinished account", "account", .failed(.credentials), "finish connecting") {
      $0.server = account { $0.status = "connecting" }
    },
    Case("a failed account", "account", .failed(.credentials), "(validation_error)") {
      $0.server = account { $0.status = "validation_error" }
    },
    Case("a new state", "account", .warning, "“paused”") {
      $0.server = account { $0.status = "paused" }
    },
    Case("a blocked account", "account", .failed(.failed), "contact Truto support") {
      $0.server = account { $0.isBlocked = true }
    },
    Case("a wrong id", "account", .failed(.configuration), "notFound") {
      $0.server = server(.notFound)
    },
    Case("an old server", "resources", .warning, "no list") { $0.server?.capabilities = nil },
    Case("no users", "resources", .warning, "offer users") {
      $0.server = account { $0.listed.remove("users") }
    },
    Case("no records", "resources", .failed(.failed), "interactions, activity for") {
      $0.server = account { $0.listed = ["users"] }
    },
    Case("no network", "server", .failed(.unreachable), "unreachable") {
      $0.server = server(.unreachable)
    },
    Case("a proxy's page", "server", .failed(.failed), "unreadable") {
      $0.server = server(.unreadable)
    },
    Case("offline", "server", .warning, "--offline") {
      $0.isOffline = true
      $0.server = nil
    },
  ]

  static let limits: [Case] = [
    Case("a used up quota", "quota", .failed(.quota), "again in 3 h 20 min") {
      $0.server = server(.rateLimited, wait: 12_000)
    },
    Case("a short pause", "quota", .warning, "again in 10 s") {
      $0.server = server(.rateLimited, wait: 10)
    },
    Case("a used up budget", "quota", .failed(.quota), "budget of 2000") {
      $0.sent = RequestCount(sent: 2000, budget: 2000)
    },
    Case("a quota met before", "quota", .failed(.quota), "Wait until 23:00.") {
      $0.lastFailure = Failure(.rateLimited, "Wait until 23:00.")
    },
    Case("a fast clock", "clock", .warning, "10 min ahead of") { $0.server?.clockAhead = 600 },
    Case("a slow clock", "clock", .warning, "6 min behind") { $0.server?.clockAhead = -360 },
    Case("a clock just right", "clock", .ok, "agrees") { $0.server?.clockAhead = -300 },
    Case("another zone", "time zone", .warning, "records are of US/Pacific") {
      $0.chosenZone = "Asia/Tokyo"
      $0.statedZone = "US/Pacific"
    },
    Case("the records' zone", "time zone", .ok, "in US/Pacific, as the records say") {
      $0.statedZone = "US/Pacific"
    },
  ]

  static let machine: [Case] = [
    Case("a full disk", "cache", .failed(.cache), "is full; 12.3 kB are free") {
      $0.cache.free = 12_345
    },
    Case("a full disk that shows", "cache", .failed(.cache), "make room") {
      $0.cache.free = 0
      $0.cache.problem = "It failed."
    },
    Case("little room", "cache", .warning, "50.0 MB are free on its disk: make room") {
      $0.cache.free = 50_000_000
    },
    Case("a cache of others", "cache", .failed(.cache), "who owns") {
      $0.cache.problem = "Check who owns it."
    },
    Case("a damaged cache", "cache", .failed(.cache), "(row 7 missing)") {
      $0.cache.damage = "row 7 missing"
    },
    Case("a cache that was set aside", "cache", .warning, "kept as") {
      $0.cache.notice = "The old file is kept as x."
    },
    Case("an unknown terminal", "terminal", .failed(.failed), "“frob”") {
      $0.terminal.name = "frob"
      $0.terminal.colors = nil
    },
    Case("an unknown terminal behind a pipe", "terminal", .warning, "“frob”") {
      $0.terminal.name = "frob"
      $0.terminal.colors = nil
      $0.terminal.isTerminal = false
    },
    Case("no terminal", "terminal", .warning, "TERM is not set") {
      $0.terminal.name = ""
      $0.terminal.isTerminal = false
    },
    Case("another encoding", "terminal", .warning, "de_DE.ISO-8859-1 is not UTF-8") {
      $0.terminal.locale = "de_DE.ISO-8859-1"
    },
    Case("no colours wanted", "terminal", .ok, "as NO_COLOR says") {
      $0.terminal.forbidsColors = true
    },
  ]

  @Test(arguments: accounts + limits + machine)
  func `what is wrong shows in its own line, with what to do`(_ it: Case) throws {
    let diagnosis = Diagnosis(it.facts)
    let check = try #require(diagnosis.checks.first { $0.name == it.check })
    #expect(check.verdict == it.verdict)
    #expect(check.sentence.contains(it.words), "\(check.sentence)")
    let failed = diagnosis.checks.filter {
      if case .failed = $0.verdict { true } else { false }
    }
    #expect(failed.allSatisfy { $0.name == it.check })
    if case .failed(let code) = it.verdict {
      #expect(diagnosis.exitCode == code)
    } else {
      #expect(diagnosis.exitCode == .fine)
    }
  }

  @Test func `all is well when it is`() {
    let diagnosis = Diagnosis(Self.well)
    #expect(
      diagnosis.checks.map(\.name) == [
        "configuration", "token", "server", "account", "resources", "quota", "clock", "time zone",
        "cache", "terminal",
      ])
    #expect(diagnosis.checks.allSatisfy { $0.verdict == .ok })
    #expect(diagnosis.exitCode == .fine)
  }

  @Test func `of several failures the one that comes first gives the code`() {
    var facts = Self.well
    facts.cache.free = 0
    facts.server = Self.server(.credentials)
    #expect(Diagnosis(facts).exitCode == .credentials)
    facts.terminal.name = ""
    facts.server = Self.well.server
    #expect(Diagnosis(facts).exitCode == .cache)
  }

  @Test(arguments: [
    (0.4, "1 s"), (89, "89 s"), (600, "10 min"), (7200, "2 h"), (12_000, "3 h 20 min"),
    (400_000, "4 days"),
  ])
  func `a span of time is told in words`(seconds: Double, words: String) {
    #expect(Diagnosis.words(seconds) == words)
  }
}
