import Foundation
import Providers
import Records
import Simulator
import Store
import Synchronization
import Testing
import Transport

@testable import DataCore

/// A server with a team, a cache file, and data cores that use both, on a clock that stands still
/// until it is moved.
final class CoreScene: Sendable {
  let server: SimulatorServer
  let team: SimulatedTeam
  let gate = Gate()
  /// What the accounts' file of the token gives.
  let token = Mutex<Result<String, Failure>>(.success("demo-token"))
  private let pauses = Mutex<[Double]>([])
  private let clock: Mutex<Timestamp>
  private let folder: URL

  /// The team's history goes to 5 October, further than the queries of the first days of October.
  init(
    users: Int = 12, zone: Zone = .utc, _ change: (inout SimulatorOptions) -> Void = { _ in }
  ) throws {
    team = SimulatedTeam(users: users, days: 120, today: day("2026-10-05"), zone: zone)
    var options = SimulatorOptions()
    change(&options)
    server = try SimulatorServer(team: team, options: options)
    clock = Mutex(zone.start(of: day("2026-10-01")) + 12 * 3600)
    folder = URL(fileURLWithPath: NSTemporaryDirectory())
      .appendingPathComponent("core-\(UUID().uuidString)")
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      Issue.record(error)
    }
  }

  /// The pauses that would have been made, in seconds.
  var sleeps: [Double] { pauses.withLock { $0 } }

  var now: Timestamp { clock.withLock { $0 } }

  func pass(hours: Double) { clock.withLock { $0 = $0 + hours * 3600 } }

  /// A core of its own on the scene's cache. One window at a time, so that the order of the
  /// requests is the plan's.
  func core(
    zone: Zone?? = nil, asking other: SimulatorServer? = nil, provider: (any Provider)? = nil,
    napping: Bool = false,
    _ change: (inout AccountSettings) -> Void = { _ in }
  ) async throws -> DataCore {
    var settings = AccountSettings(name: "acme", zone: zone ?? team.zone)
    settings.concurrency = 1
    change(&settings)
    let recent = RecentRequests()
    var account = TrutoAccount(
      name: "acme", baseURL: (other ?? server).baseURL, integratedAccount: "demo",
      token: { () throws(Failure) in try self.token.withLock { $0 }.get() })
    account.keepsRaw = settings.keepsRaw
    let truto = TrutoProvider(
      client: HTTPClient(userAgent: "test"), account: account,
      now: { self.now }, log: { recent.add($0) })
    return try await DataCore(
      settings: settings, provider: provider ?? GatedProvider(inner: truto, gate: gate),
      store: try Store(path: folder.appendingPathComponent("cache.sqlite").path),
      recentRequests: recent, systemZone: .utc, now: { self.now },
      sleep: { seconds in
        self.pauses.withLock { $0.append(seconds) }
        if napping { try await DataCore.systemSleep(0.01) }
      })
  }

  func query(
    _ resource: Resource = .interactions, _ range: (String, String) = ("2026-09-17", "2026-10-01"),
    by granularity: Granularity = .week, today: String = "2026-10-01"
  ) -> Query {
    let range = days(range.0, range.1)
    return Query(
      account: "acme", resource: resource, range: range,
      compared: DaySpan(range.start - range.count, range.start), granularity: granularity,
      today: day(today))
  }

  /// The lists and first days that were asked for, in order, pages of one window once.
  var asked: [String] {
    server.requests.filter { $0["next_cursor"] == nil }.map { request in
      let list = request.path.split(separator: "/").last.map(String.init) ?? ""
      let days = [request["start_time"], request["end_time"]].compactMap(\.self).map {
        String($0.prefix(10))
      }
      return ([list] + days).joined(separator: " ")
    }
  }

  /// What the plan asks for, in the same words, after the users.
  func planned(_ query: Query) -> [String] {
    var seen: Set<WindowKey> = []
    return Plan.windows(for: query, zone: team.zone).map(\.key).filter { seen.insert($0).inserted }
      .map { "\($0.resource) \($0.period.start.text) \($0.period.end.text)" }
  }

  /// What a window should have: users and numbers.
  func expected(_ key: WindowKey) -> [String: [Double?]] { CoreScene.expected(key, of: team) }

  static func expected(_ key: WindowKey, of team: SimulatedTeam) -> [String: [Double?]] {
    var rows: [String: [Double?]] = [:]
    for index in team.users.indices {
      let values =
        key.resource == .interactions
        ? team.interactions(of: index, in: key.period.days)
        : team.activity(of: index, in: key.period.days)
      if let values { rows[team.users[index].user.id] = values.map { $0?.double } }
    }
    return rows
  }

  /// Everything of a snapshot is there, fresh, and what the team did.
  func expectComplete(
    _ snapshot: Snapshot?, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let snapshot = try #require(snapshot, sourceLocation: sourceLocation)
    #expect(snapshot.failure == nil, sourceLocation: sourceLocation)
    #expect(!snapshot.isWorking, sourceLocation: sourceLocation)
    #expect(snapshot.progress.isComplete, sourceLocation: sourceLocation)
    #expect(!snapshot.slots.isEmpty, sourceLocation: sourceLocation)
    let wrong = snapshot.slots.filter { slot in
      slot.state != .fresh || slot.rows(snapshot.directory) != expected(slot.key)
    }
    #expect(wrong.map(\.key.period.days) == [], sourceLocation: sourceLocation)
  }
}

extension WindowSlot {
  /// The numbers by user; nil without a window.
  func rows(_ directory: Directory) -> [String: [Double?]]? {
    window.map { window in
      var rows: [String: [Double?]] = [:]
      for row in 0..<window.table.count {
        let record = window.table.record(row, directory: directory)
        rows[record.user.id] = record.values.map { $0?.double }
      }
      return rows
    }
  }
}

extension Number {
  var double: Double {
    switch self {
    case .integer(let value): Double(value)
    case .decimal(let value): value
    }
  }
}

extension AsyncStream<Snapshot> {
  /// The snapshots until nothing is being fetched any more.
  func untilQuiet() async -> [Snapshot] {
    var all: [Snapshot] = []
    for await snapshot in self {
      all.append(snapshot)
      if !snapshot.isWorking { break }
    }
    return all
  }

  /// The first snapshot.
  func first() async -> Snapshot? {
    for await snapshot in self { return snapshot }
    return nil
  }
}

/// Holds requests back until it is opened, and knows how many were ever under way at once.
final class Gate: Sendable {
  private struct State {
    var isOpen = true
    var waiting: [CheckedContinuation<Void, Never>] = []
    var underWay: [String] = []
    var overlaps = 0
    var most = 0
  }
  private let state = Mutex(State())

  /// How often something was asked for that was being asked for already.
  var overlaps: Int { state.withLock { $0.overlaps } }
  /// Whether no request is under way.
  var isEmpty: Bool { state.withLock { $0.underWay.isEmpty } }
  /// How many requests were under way at once at most.
  var most: Int { state.withLock { $0.most } }

  func close() { state.withLock { $0.isOpen = false } }

  func open() {
    let waiting = state.withLock { state in
      defer { (state.isOpen, state.waiting) = (true, []) }
      return state.waiting
    }
    waiting.forEach { $0.resume() }
  }

  func enter(_ name: String) async {
    await withCheckedContinuation { continuation in
      let passes = state.withLock { state in
        if state.underWay.contains(name) { state.overlaps += 1 }
        state.underWay.append(name)
        state.most = max(state.most, state.underWay.count)
        if !state.isOpen { state.waiting.append(continuation) }
        return state.isOpen
      }
      if passes { continuation.resume() }
    }
  }

  func leave(_ name: String) {
    state.withLock { state in
      if let index = state.underWay.firstIndex(of: name) { state.underWay.remove(at: index) }
    }
  }
}

/// A provider behind a gate.
struct GatedProvider: RecordProvider {
  let inner: TrutoProvider
  let gate: Gate

  var reconnectPlace: String? { "https://example.com/\(inner.reconnectPlace ?? "")" }

  func records(
    of key: WindowKey, in zone: Zone, after cursor: String?, attempt: Int
  ) async throws(ProviderError) -> Page<Record> {
    await gate.enter("\(key)")
    defer { gate.leave("\(key)") }
    return try await inner.records(of: key, in: zone, after: cursor, attempt: attempt)
  }

  func rawRecord(
    ofUser id: String, of key: WindowKey, in zone: Zone, debug: Bool, after cursor: String?,
    attempt: Int
  ) async throws(ProviderError) -> RawPage {
    try await inner.rawRecord(
      ofUser: id, of: key, in: zone, debug: debug, after: cursor, attempt: attempt)
  }

  func users(after cursor: String?, attempt: Int) async throws(ProviderError) -> Page<User> {
    await gate.enter("users")
    defer { gate.leave("users") }
    return try await inner.users(after: cursor, attempt: attempt)
  }
}
