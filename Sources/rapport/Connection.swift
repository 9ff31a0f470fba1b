import Configuration
import DataCore
import Providers
import Records
import Simulator
import Store
import Transport

/// The data core of the account that the command line and the environment name.
struct Connection {
  let core: DataCore
  /// For what is asked past the data core's cache.
  let provider: TrutoProvider
  /// The account's name in the cache.
  let account: String
  /// The account's name on screens.
  let title: String
  /// The name under which is remembered how the dashboard was left.
  let memory: String
  /// The account's time zone as far as it is known before the first answer.
  let zone: Zone
  let now: @Sendable () -> Timestamp
  /// Something about the cache that should be said, once.
  let notice: String?
  /// Keeps the simulator going for as long as the connection is in use.
  let simulator: SimulatorServer?

  /// Opens the cache, and the simulator for a demo. Nothing is sent to the provider yet.
  static func open(
    _ invocation: Invocation, directories: Directories, environment: [String: String]
  ) async throws(Stop) -> Connection {
    let systemZone = ZoneFiles.systemZone(environment: environment)
    let zone = try chosenZone(invocation)
    let clock = try Clock(invocation, zone: zone ?? systemZone)
    let demo = try Demo(invocation, zone: zone ?? systemZone, clock: clock)
    let account =
      if let demo { demo.account } else {
        try TrutoAccount.chosen(invocation, environment: environment)
      }
    var settings = AccountSettings(name: account.name, zone: demo == nil ? zone : demo?.zone)
    settings.isOffline = invocation.has(.offline)
    if demo == nil { settings.limitAsGong() }
    if let rate = try invocation.requestsPerSecond { settings.requestsPerSecond = rate }
    if let age = try invocation.seconds(.maxAge) { settings.freshness.refresh = age }
    let log = RequestLog(path: "\(directories.state)/rapport.log", zone: zone ?? systemZone)
    let store = try await openStore(directories, isDemo: demo != nil)
    let recent = RecentRequests()
    let provider = TrutoProvider(
      client: HTTPClient(userAgent: "rapport/\(version)"), account: account, now: clock.now,
      log: { entry in
        log.add(entry)
        recent.add(entry)
      })
    do throws(StoreError) {
      let core = try await DataCore(
        settings: settings, provider: provider, store: store, recentRequests: recent,
        systemZone: systemZone, now: clock.now)
      return Connection(
        core: core, provider: provider, account: account.name, title: demo?.title ?? account.title,
        memory: demo?.memory ?? account.name,
        zone: await core.zone, now: clock.now, notice: await store.notice,
        simulator: demo?.server)
    } catch {
      throw Stop(.cache, error.sentence)
    }
  }

  var today: Day { zone.day(of: now()) }

  /// The cache's file; demos have one of their own.
  static func cachePath(_ directories: Directories, isDemo: Bool) -> String {
    "\(directories.cache)/\(isDemo ? "demo" : "rapport").sqlite"
  }

  /// Opens the cache, made if there is none.
  static func openStore(
    _ directories: Directories, isDemo: Bool
  ) async throws(Stop) -> Store {
    let path = cachePath(directories, isDemo: isDemo)
    do throws(StoreError) {
      do throws(StoreError) {
        return try Store(path: path)
      } catch {
        // Live data is better than none, and what can be read of the cache better than nothing.
        return try Store(inMemoryInsteadOf: path, because: error)
      }
    } catch {
      throw Stop(.cache, error.sentence)
    }
  }

  /// The zone of `--timezone`; nil without it.
  static func chosenZone(_ invocation: Invocation) throws(Stop) -> Zone? {
    guard let name = invocation[.timezone] else { return nil }
    guard let zone = ZoneFiles.zone(named: name) else {
      throw Stop(
        .usage, "“\(name)” is no time zone of this system: write it as in Europe/Berlin or UTC.")
    }
    return zone
  }
}
