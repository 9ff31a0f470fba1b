import Configuration
import DataCore
import Providers
import Records
import Store

/// `rapport cache size|clear|prune`: how large the cache is, and making it smaller.
struct CacheCommand {
  /// What can be done with the cache.
  enum Action: String, CaseIterable { case size, clear, prune }

  private let path: String
  private let action: Action
  /// The one account that is meant; nil for all of them.
  private let account: String?
  private let retain: Int
  private let now: Timestamp
  private let today: Day
  private let format: ReportFormat

  init(
    _ invocation: Invocation, directories: Directories, environment: [String: String]
  ) throws(Stop) {
    path = Cache.path(directories, isDemo: invocation.has(.demo))
    action = invocation.action.flatMap(Action.init) ?? .size
    let accounts = try AccountList(invocation, environment: environment, asksNobody: true)
    account = accounts.named?.key
    let usual = invocation.settings.terms.retain ?? AccountSettings.defaultRetain
    guard let days = Int(invocation[.retain] ?? "\(usual)"), days >= 0
    else {
      throw Stop(.usage, "--retain takes a number of days.")
    }
    guard !invocation.has(.retain) || action == .prune else {
      throw Stop(.usage, "--retain says nothing to “cache \(action.rawValue)”, only to prune.")
    }
    retain = days
    let zone = ZoneFiles.systemZone(environment: environment)
    now = try Clock(invocation, zone: zone).now()
    today = zone.day(of: now)
    format = try ReportFormat(invocation)
  }

  func run() async throws(Stop) -> ExitCode {
    let contents: (before: CacheContents, after: CacheContents)
    do throws(StoreError) {
      let store = try Store(path: path)
      if let notice = await store.notice { Output.say(notice) }
      let before = try await CacheContents(store, only: account)
      try await act(on: store)
      contents = (before, try await CacheContents(store, only: account))
    } catch {
      throw Stop(.cache, error.sentence)
    }
    let report = CacheReport(path: path, before: contents.before, after: contents.after)
    switch (format, action) {
    case (.table, .size): try Output.write(report.sizeText)
    case (.table, _): try Output.write(report.removedText)
    default: try Output.write(action == .size ? report.sizeJSON : report.removedJSON)
    }
    return .fine
  }

  private func act(on store: Store) async throws(StoreError) {
    switch action {
    case .size: return
    case .clear:
      if try await !store.clear(account) {
        Output.say("The users stay, because another Rapport has the cache open.")
      }
    case .prune:
      try await store.prune(before: today - retain, abandoned: now + -86_400, of: account)
    }
    try await store.compact()
  }
}
