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
    let now = try Clock(invocation, zone: invocation.zone ?? systemZone).now()
    let list = try AccountList(invocation, environment: environment, asksNobody: true)
    let store = try await Cache.open(directories, isDemo: invocation.has(.demo))
    if let notice = await store.notice { Output.say(notice) }
    let forgotten = try cachedSettings
    var reports: [StatusReport] = []
    do throws(StoreError) {
      // Where no account is named or configured, it is about those that the cache knows.
      let known = list.accounts.isEmpty ? try await store.accountNames().map(forgotten) : []
      for (settings, setup) in list.all.map({ ($0.settings, $0) }) + known.map({ ($0, nil) }) {
        let status = try await AccountStatus(
          settings, in: store, systemZone: systemZone, now: now)
        reports.append(StatusReport(status: status, setup: setup, now: now))
      }
    } catch {
      throw Stop(.cache, error.sentence)
    }
    guard !reports.isEmpty else {
      throw Stop(
        .configuration,
        "There is no account yet: name one with --integrated-account ID, or try rapport --demo.")
    }
    if format == .table {
      try Output.write(reports.map(\.text).joined(separator: "\n"))
    } else {
      try format.print(reports) { report, json in report.write(to: &json) }
    }
    let codes = reports.map(\.status.exitCode)
    return ExitCode.worst(await store.isInMemory ? codes + [.cache] : codes)
  }

  /// How an account is treated of which only the cache knows.
  private var cachedSettings: @Sendable (String) -> AccountSettings {
    get throws(Stop) {
      let (zone, age) = (try invocation.zone, try invocation.seconds(.maxAge))
      let isDemo = invocation.has(.demo)
      return { name in
        var settings = AccountSettings(name: name, zone: zone)
        if !isDemo { settings.limitAsGong() }
        if let age { settings.freshness.refresh = age }
        return settings
      }
    }
  }
}
