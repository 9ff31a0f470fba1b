import Canvas
import Configuration
import DataCore
import Providers
import Records
import Store
import Wire

/// `rapport status`: how every account stands by what the cache remembers. Asks nobody.
struct StatusCommand {
  private let invocation: Invocation
  private let directories: Directories
  private let environment: [String: String]
  private let format: ReportFormat

  init(
    _ invocation: Invocation, directories: Directories, environment: [String: String]
  ) throws(Stop) {
    self.invocation = invocation
    self.directories = directories
    self.environment = environment
    format = try ReportFormat(invocation)
  }

  /// Prints the accounts; the exit code is that of the one that stands worst.
  func run() async throws(Stop) -> ExitCode {
    let systemZone = ZoneFiles.systemZone(environment: environment)
    let zone = try Connection.chosenZone(invocation)
    let now = try Clock(invocation, zone: zone ?? systemZone).now()
    let isDemo = invocation.has(.demo)
    let store = try await Connection.openStore(directories, isDemo: isDemo)
    if let notice = await store.notice { Output.say(notice) }
    let named = isDemo ? nil : try TrutoAccount.named(invocation, environment: environment)?.name
    let age = try invocation.seconds(.maxAge)
    var statuses: [AccountStatus] = []
    do throws(StoreError) {
      var names = try await store.accountNames()
      if let named {
        names.removeAll { $0 == named }
        names.insert(named, at: 0)
      }
      for name in names {
        var settings = AccountSettings(name: name, zone: zone)
        if !isDemo { settings.limitAsGong() }
        if let age { settings.freshness.refresh = age }
        statuses.append(
          try await AccountStatus(settings, in: store, systemZone: systemZone, now: now))
      }
    } catch {
      throw Stop(.cache, error.sentence)
    }
    guard !statuses.isEmpty else {
      throw Stop(
        .configuration,
        "There is no account yet: name one with --integrated-account ID, or try rapport --demo.")
    }
    try print(statuses, now: now)
    let codes = statuses.map(\.exitCode)
    return ExitCode.worst(await store.isInMemory ? codes + [.cache] : codes)
  }

  private func print(_ statuses: [AccountStatus], now: Timestamp) throws(Stop) {
    guard format == .table else {
      return try format.print(statuses) { status, json in
        StatusReport.write(status, now: now, to: &json)
      }
    }
    try Output.write(
      statuses.map { StatusReport.text($0, now: now) }.joined(separator: "\n"))
  }
}
