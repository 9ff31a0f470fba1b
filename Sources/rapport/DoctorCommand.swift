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
  private let clock: Clock

  init(
    _ invocation: Invocation, directories: Directories, environment: [String: String]
  ) throws(Stop) {
    self.invocation = invocation
    self.directories = directories
    self.environment = environment
    format = try ReportFormat(invocation)
    systemZone = ZoneFiles.systemZone(environment: environment)
    clock = try Clock(invocation, zone: systemZone)
  }

  /// Prints a line for each check; the exit code is that of the failed one that comes first.
  func run() async throws(Stop) -> ExitCode {
    var cache = DoctorFacts.Cache(
      path: Cache.path(directories, isDemo: invocation.has(.demo)))
    let store = await look(at: &cache)
    let facts = DoctorFacts(
      notice: invocation.notice, isOffline: invocation.has(.offline), systemZone: systemZone.name,
      cache: cache,
      terminal: terminal)
    let diagnoses = await Meter().saying("Looking at everything …") {
      await self.diagnoses(facts, store)
    }
    if format == .table {
      try Output.write(diagnoses.map(\.text).joined(separator: "\n"))
    } else {
      let checks = diagnoses.flatMap { diagnosis in
        diagnosis.checks.map { (account: diagnosis.account, check: $0) }
      }
      try format.print(checks) { line, json in line.check.write(to: &json, account: line.account) }
    }
    return ExitCode.worst(diagnoses.map(\.exitCode))
  }

  /// One of the account that there is and of the machine, or one of each.
  private func diagnoses(_ facts: DoctorFacts, _ store: Store?) async -> [Diagnosis] {
    var facts = facts
    let accounts: AccountList
    do throws(Stop) {
      accounts = try AccountList(invocation, environment: environment)
      guard !accounts.all.isEmpty else { throw AccountList.none }
    } catch {
      facts.misconfiguration = error.sentence
      return [Diagnosis(facts)]
    }
    defer { accounts.simulator?.stop() }
    var diagnoses: [Diagnosis] = []
    for setup in accounts.all {
      let facts = await self.facts(setup, facts, store)
      guard accounts.all.count > 1 else { return [Diagnosis(facts)] }
      diagnoses.append(Diagnosis(facts, .account(setup.title)))
    }
    return diagnoses + [Diagnosis(facts, .machine)]
  }

  private func facts(
    _ setup: AccountSetup, _ machine: DoctorFacts, _ store: Store?
  ) async -> DoctorFacts {
    var facts = machine
    facts.chosenZone = setup.settings.zone?.name
    facts.tokenVariable = setup.secretName ?? secretVariable
    do throws(Failure) {
      try await setup.readCredentials()
    } catch {
      // Where there is none at all, that is said in other words.
      if facts.tokenVariable != nil { facts.tokenProblem = error.sentence }
    }
    let day = await remember(setup, store, &facts)
    let account: TrutoAccount
    switch setup.provider {
    case .truto(let truto): account = truto
    case .talkdesk(let talkdesk, _, _):
      facts.talkdesk = await look(at: talkdesk, setup, isOffline: facts.isOffline)
      return facts
    }
    facts.baseURL = account.baseURL
    facts.accountID = account.integratedAccount
    guard facts.hasToken, !facts.isOffline else { return facts }
    facts.server = await ask(account, store, day: day, facts.sent)
    return facts
  }

  /// Where the token comes from; nil when there is none.
  private var secretVariable: String? {
    invocation.has(.demo) ? "The demo's token" : EnvironmentSecret.trutoToken.source(environment)
  }

  /// What the cache remembers of the account; gives the day that it is there.
  private func remember(
    _ setup: AccountSetup, _ store: Store?, _ facts: inout DoctorFacts
  ) async -> Day {
    let settings = setup.settings
    let now = clock.now()
    let zone = settings.zone ?? systemZone
    facts.sent = RequestCount(budget: settings.dailyBudget)
    guard let store else { return zone.day(of: now) }
    do throws(StoreError) {
      facts.statedZone = try await store.zone(of: setup.key)
      let status = try await AccountStatus(
        settings, in: store, systemZone: systemZone, now: now)
      facts.sent = status.sent
      if case .failing(let failure) = status.state { facts.lastFailure = failure }
      return status.zone.day(of: now)
    } catch {
      facts.cache.problem = error.sentence
      return zone.day(of: now)
    }
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

  /// Asks Talkdesk for conversations, and for the users, which take a scope each.
  private func look(
    at account: TalkdeskAccount, _ setup: AccountSetup, isOffline: Bool
  ) async -> DoctorFacts.Talkdesk {
    var facts = DoctorFacts.Talkdesk(baseURL: account.baseURL, tokenURL: account.tokenURL)
    do throws(Failure) {
      try await setup.readCredentials()
    } catch {
      facts.credentialsProblem = error.sentence
      return facts
    }
    guard !isOffline else { return facts }
    let log = RequestLog(path: "\(directories.state)/rapport.log", zone: systemZone)
    let check = TalkdeskCheck(
      client: HTTPClient(userAgent: "rapport/\(version)"), account: account,
      now: { Clock.systemTime }, log: { log.add($0) })
    let conversations = DoctorFacts.Server(await check.conversations())
    facts.conversations = conversations
    // Who gets no token for the one gets none for the other.
    if [nil, .forbidden].contains(conversations.failure?.kind) {
      facts.users = DoctorFacts.Server(await check.users())
    }
    return facts
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
