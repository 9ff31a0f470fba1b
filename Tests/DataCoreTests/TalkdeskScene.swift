import Foundation
import Providers
import Records
import Simulator
import Store
import Synchronization
import Testing
import Transport

@testable import DataCore

/// A server that speaks Talkdesk's protocol as strictly as it is documented, a cache file, and data
/// cores that use both, on a clock that stands still until it is moved. Tokens live by the real one.
final class TalkdeskScene: Sendable {
  let server: SimulatorServer
  let team: SimulatedTeam
  private let pauses = Mutex<[Double]>([])
  private let clock: Mutex<Timestamp>
  private let folder: URL

  /// The team's history ends before its today, a Monday.
  init(
    users: Int = 12, days: Int = 60, zone: Zone = .utc,
    _ change: (inout SimulatorOptions) -> Void = { _ in }
  ) throws {
    team = SimulatedTeam(users: users, days: days, today: day("2026-11-02"), zone: zone)
    var options = SimulatorOptions()
    change(&options)
    server = try SimulatorServer(team: team, options: options)
    clock = Mutex(zone.start(of: team.today) + 12 * 3600)
    folder = URL(fileURLWithPath: NSTemporaryDirectory())
      .appendingPathComponent("talkdesk-\(UUID().uuidString)")
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

  func pass(hours: Double) { clock.withLock { $0 = $0 + hours * 3600 } }

  func store() throws -> Store {
    try Store(path: folder.appendingPathComponent("cache.sqlite").path)
  }

  /// The files of the cache and what is in them.
  func files() throws -> [Data] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .map { try Data(contentsOf: $0) }
  }

  func core(
    napping: Bool = false, _ change: (inout AccountSettings) -> Void = { _ in }
  ) async throws -> DataCore {
    var settings = AccountSettings(name: "acme", zone: team.zone)
    settings.concurrency = 1
    change(&settings)
    let recent = RecentRequests()
    let provider = TalkdeskProvider(
      client: HTTPClient(userAgent: "test"),
      account: TalkdeskAccount(
        name: "acme", baseURL: server.baseURL, tokenURL: server.tokenURL,
        clientID: { () throws(Failure) in "demo-client" },
        clientSecret: { () throws(Failure) in "demo-secret" }),
      now: { SystemClock.time }, log: { recent.add($0) })
    return try await DataCore(
      settings: settings, provider: provider, store: try store(), recentRequests: recent,
      systemZone: .utc, now: { self.clock.withLock { $0 } },
      sleep: { seconds in
        self.pauses.withLock { $0.append(seconds) }
        if napping { try await DataCore.systemSleep(0.01) }
      })
  }

  /// The days before the team's today.
  func last(_ count: Int) -> DaySpan { DaySpan(team.today - count, team.today) }

  func query(
    _ days: DaySpan, of resource: Resource = .interactions, by granularity: Granularity = .week
  ) -> Query {
    Query(
      account: "acme", resource: resource, range: days,
      compared: DaySpan(days.start - days.count, days.start), granularity: granularity,
      today: team.today)
  }

  func conversationQuery(_ days: DaySpan, user: String? = nil) -> ConversationQuery {
    ConversationQuery(account: "acme", days: days, user: user, today: team.today)
  }

  /// The conversations that the team had in some days.
  func encounters(_ days: DaySpan) -> [Encounter] {
    let end = team.zone.start(of: days.end)
    return team.encounters(startedIn: team.zone.start(of: days.start)...end)
      .filter { $0.start < end }
  }

  /// The requests for pages of conversations.
  var pages: [SimulatedRequest] {
    server.requests.filter { $0.path == "/conversations/interactions" }
  }

  /// Where the windows that were asked for begin, in order, pages of one window once.
  var asked: [String] {
    pages.compactMap { $0["interaction_started"].map { String($0.prefix(10)) } }
  }

  /// Everything of a snapshot is there and fresh, and what was derived is what follows from what the
  /// team said.
  func expectComplete(
    _ snapshot: Snapshot?, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let snapshot = try #require(snapshot, sourceLocation: sourceLocation)
    #expect(snapshot.failure == nil, sourceLocation: sourceLocation)
    #expect(!snapshot.isWorking, sourceLocation: sourceLocation)
    #expect(snapshot.progress.isComplete, sourceLocation: sourceLocation)
    #expect(!snapshot.slots.isEmpty, sourceLocation: sourceLocation)
    let days = snapshot.slots.reduce(into: snapshot.slots.first?.key.period.days) { days, slot in
      let other = slot.key.period.days
      days = days.map { DaySpan(min($0.start, other.start), max($0.end, other.end)) }
    }
    let tallies = Tally.all(of: self, in: try #require(days))
    for slot in snapshot.slots {
      #expect(slot.state == .fresh, sourceLocation: sourceLocation)
      let window = try #require(slot.window, sourceLocation: sourceLocation)
      #expect(window.key == slot.key, sourceLocation: sourceLocation)
      let wrong = tallies.differences(from: window, snapshot.directory)
      #expect(wrong == [], "\(slot.key.period.days)", sourceLocation: sourceLocation)
    }
  }
}

extension Data {
  /// Whether a text is anywhere in it, whatever stands around; `firstRange(of:)` would take minutes.
  func has(_ text: String) -> Bool {
    let text = Array(text.utf8)
    return withUnsafeBytes { bytes in
      guard var place = bytes.baseAddress else { return false }
      let end = place + bytes.count
      while place + text.count <= end, let found = memchr(place, Int32(text[0]), end - place) {
        place = UnsafeRawPointer(found)
        if place + text.count <= end, memcmp(place, text, text.count) == 0 { return true }
        place += 1
      }
      return false
    }
  }
}

extension AsyncStream<ConversationList> {
  /// The lists until nothing is being fetched any more.
  func untilQuiet() async -> [ConversationList] {
    var all: [ConversationList] = []
    for await list in self {
      all.append(list)
      if !list.isWorking { break }
    }
    return all
  }
}
