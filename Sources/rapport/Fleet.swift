import Configuration
import DataCore
import Providers
import Records
import Store
import Transport

/// The accounts of a run on one cache. Each is opened when it is first needed, so that none costs
/// time, or fails, that nobody looks at.
actor Fleet {
  nonisolated let list: AccountList
  nonisolated let now: @Sendable () -> Timestamp
  /// Something about the cache that should be said, once.
  nonisolated let notice: String?
  /// The last requests of all accounts.
  nonisolated let recentRequests = RecentRequests()
  nonisolated let systemZone: Zone
  private let store: Store
  private let client = HTTPClient(userAgent: "rapport/\(version)")
  private let log: RequestLog
  private var connections: [String: Task<Result<Connection, Failure>, Never>] = [:]

  /// Opens the cache. Nothing is sent to a provider yet.
  init(
    _ list: AccountList, _ invocation: Invocation, directories: Directories,
    environment: [String: String]
  ) async throws(Stop) {
    self.list = list
    systemZone = ZoneFiles.systemZone(environment: environment)
    let zone = try invocation.zone ?? systemZone
    now = try Clock(invocation, zone: zone).now
    log = RequestLog(path: "\(directories.state)/rapport.log", zone: zone)
    store = try await Cache.open(directories, isDemo: invocation.has(.demo))
    notice = await store.notice
  }

  /// The account that has this name in the cache, opened if it is not yet.
  func connection(_ key: String) async throws(Failure) -> Connection {
    let opening =
      connections[key] ?? Task(executorPreference: QuietExecutor.shared) { await self.open(key) }
    connections[key] = opening
    let result = await opening.value
    // What stood in the way may be gone the next time.
    if case .failure = result { connections[key] = nil }
    return try result.get()
  }

  /// The account that a command for one account is about.
  func first() async throws(Stop) -> Connection { try await opened(list.first) }

  /// An account for a command that has no use for it unless it can be opened.
  func opened(_ setup: AccountSetup) async throws(Stop) -> Connection {
    do throws(Failure) {
      return try await connection(setup.key)
    } catch {
      throw Stop(ExitCode(error, hasSomething: false), error.sentence)
    }
  }

  /// Leaves the cache as the next start reads it fastest; nothing is lost without.
  func close() async {
    for opening in connections.values {
      if case .success(let connection) = await opening.value { await connection.core.close() }
    }
  }

  private func open(_ key: String) async -> Result<Connection, Failure> {
    guard let setup = list.accounts.first(where: { $0.key == key }) else {
      return .failure(Failure(.misconfigured, "There is no account “\(key)” any more."))
    }
    do throws(Failure) {
      return .success(try await connect(setup))
    } catch {
      return .failure(error)
    }
  }

  /// The one place where data cores are made.
  private func connect(_ setup: AccountSetup) async throws(Failure) -> Connection {
    switch setup.provider {
    case .truto(let account):
      let provider = TrutoProvider(client: client, account: account, now: now, log: note)
      let core = try await core(setup.settings, provider)
      return Connection(setup: setup, core: core, zone: await core.zone, now: now, truto: provider)
    case .talkdesk(let account, let speakers, let keepsText):
      var settings = setup.settings
      settings.conversations.speakers = speakers
      settings.conversations.keepsWords = keepsText
      // A token's life is counted by the real clock, whatever day is pretended.
      let provider = TalkdeskProvider(
        client: client, account: account, now: { Clock.systemTime }, log: note)
      let core = try await core(settings, provider)
      return Connection(setup: setup, core: core, zone: await core.zone, now: now)
    }
  }

  private func core(
    _ settings: AccountSettings, _ provider: some Provider
  ) async throws(Failure) -> DataCore {
    do throws(StoreError) {
      return try await DataCore(
        settings: settings, provider: provider, store: store,
        recentRequests: recentRequests, systemZone: systemZone, now: now)
    } catch {
      throw Failure(.cache, error.sentence)
    }
  }

  /// Takes in a request that was sent.
  private nonisolated var note: @Sendable (RequestLogEntry) -> Void {
    { [log, recentRequests] entry in
      log.add(entry)
      recentRequests.add(entry)
    }
  }
}
