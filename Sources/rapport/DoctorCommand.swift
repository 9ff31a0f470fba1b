import Configuration
import DataCore
import Glibc
import Providers
import Records
import Simulator
import Store
import Terminal
import Transport

/// `rapport doctor`: looks at everything that can go wrong, and says what to do.
struct DoctorCommand {
  private let invocation: Invocation
  private let directories: Directories
  private let environment: [String: String]
  private let format: ReportFormat
  private let systemZone: Zone
  private let chosenZone: Zone?

  init(
    _ invocation: Invocation, directories: Directories, environment: [String: String]
  ) throws(Stop) {
    self.invocation = invocation
    self.directories = directories
    self.environment = environment
    format = try ReportFormat(invocation)
    systemZone = ZoneFiles.systemZone(environment: environment)
    chosenZone = try Connection.chosenZone(invocation)
  }

  /// Prints a line for each check; the exit code is that of the failed one that comes first.
  func run() async throws(Stop) -> ExitCode {
    let diagnosis = Diagnosis(
      try await Meter().saying("Looking at everything …") { () throws(Stop) in
        try await facts()
      })
    if format == .table {
      try Output.write(diagnosis.checks.map(\.line).joined())
    } else {
      try format.print(diagnosis.checks) { check, json in check.write(to: &json) }
    }
    return diagnosis.exitCode
  }

  private func facts() async throws(Stop) -> DoctorFacts {
    let isDemo = invocation.has(.demo)
    var facts = DoctorFacts(
      isOffline: invocation.has(.offline), chosenZone: chosenZone?.name,
      systemZone: systemZone.name,
      cache: DoctorFacts.Cache(path: Connection.cachePath(directories, isDemo: isDemo)),
      terminal: terminal)
    let store = await look(at: &facts.cache)
    let clock = try Clock(invocation, zone: systemZone)
    let demo = try Demo(invocation, zone: chosenZone ?? systemZone, clock: clock)
    guard let account = account(demo, &facts) else { return facts }
    facts.baseURL = account.baseURL
    facts.accountID = account.integratedAccount
    let day = await remember(account, isDemo: isDemo, store, now: clock.now(), &facts)
    guard facts.hasToken, !facts.isOffline else { return facts }
    facts.server = await ask(account, store, day: day, facts.sent)
    demo?.server?.stop()
    return facts
  }

  /// What the cache remembers of the account; gives the day that it is there.
  private func remember(
    _ account: TrutoAccount, isDemo: Bool, _ store: Store?, now: Timestamp,
    _ facts: inout DoctorFacts
  ) async -> Day {
    var settings = AccountSettings(name: account.name, zone: chosenZone)
    if !isDemo { settings.limitAsGong() }
    facts.sent = RequestCount(budget: settings.dailyBudget)
    guard let store else { return (chosenZone ?? systemZone).day(of: now) }
    do throws(StoreError) {
      facts.statedZone = try await store.zone(of: account.name)
      let status = try await AccountStatus(
        settings, in: store, systemZone: systemZone, now: now)
      facts.sent = status.sent
      if case .failing(let failure) = status.state { facts.lastFailure = failure }
      return status.zone.day(of: now)
    } catch {
      facts.cache.problem = error.sentence
      return (chosenZone ?? systemZone).day(of: now)
    }
  }

  /// The account that is meant, and what the environment has for it.
  private func account(_ demo: Demo?, _ facts: inout DoctorFacts) -> TrutoAccount? {
    if let demo {
      facts.tokenVariable = "The demo's token"
      return demo.account
    }
    let token = Token(environment)
    facts.tokenVariable = token?.variable
    do throws(Failure) {
      _ = try token?.read()
    } catch {
      facts.tokenProblem = error.sentence
    }
    do throws(Stop) {
      if let account = try TrutoAccount.named(invocation, environment: environment) {
        return account
      }
      facts.misconfiguration =
        "No account is named: name one with --integrated-account ID, or try rapport --demo."
    } catch {
      facts.misconfiguration = error.sentence
    }
    return nil
  }

  /// Asks Truto, and where that says nothing, the provider: an old server has no list of
  /// capabilities, and some tokens may not read it.
  private func ask(
    _ account: TrutoAccount, _ store: Store?, day: Day, _ sent: RequestCount
  ) async -> DoctorFacts.Server {
    let log = RequestLog(path: "\(directories.state)/rapport.log", zone: systemZone)
    let check = AccountCheck(
      client: HTTPClient(userAgent: "rapport/\(version)"), account: account,
      now: { Clock.systemTime }, log: { log.add($0) })
    let first = await check.capabilities()
    let isSilent = [401, 403, 404, 405].contains(first.status)
    guard isSilent, sent.budget.map({ sent.sent < $0 }) ?? true else {
      return DoctorFacts.Server(first)
    }
    if let store {
      do throws(StoreError) {
        try await store.countRequest(of: account.name, on: day)
      } catch {
        Output.say(error.sentence)
      }
    }
    return DoctorFacts.Server(await check.oneUser())
  }

  /// Opens the cache and looks at it; nil when it cannot be opened.
  private func look(at cache: inout DoctorFacts.Cache) async -> Store? {
    defer { cache.free = DoctorCommand.freeBytes(besides: cache.path) }
    do throws(StoreError) {
      let store = try Store(path: cache.path)
      cache.notice = await store.notice
      cache.bytes = try await store.size().bytes
      cache.damage = try await store.damage()
      return store
    } catch {
      cache.problem = error.sentence
      return nil
    }
  }

  /// The room on the disk of a file, for a user without special rights.
  private static func freeBytes(besides path: String) -> Int? {
    var status = statvfs()
    guard statvfs(parent(of: path), &status) == 0 else { return nil }
    return Int(status.f_bavail) * Int(status.f_frsize)
  }

  private var terminal: DoctorFacts.Terminal {
    let name = environment["TERM"] ?? ""
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return DoctorFacts.Terminal(
      isTerminal: Output.isTerminal, name: name, colors: TerminalDescription.colors(of: name),
      hasTruecolor: ["truecolor", "24bit"].contains(environment["COLORTERM"]),
      forbidsColors: !(environment["NO_COLOR"] ?? "").isEmpty, locale: locale ?? "")
  }
}

extension DoctorFacts.Server {
  fileprivate init(_ answer: AccountCheck.Answer) {
    self.init(
      failure: answer.failure, wait: answer.wait, seconds: answer.seconds,
      clockAhead: answer.clockAhead, capabilities: answer.capabilities)
  }
}
