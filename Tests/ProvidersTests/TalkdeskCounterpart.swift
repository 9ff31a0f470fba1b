import Foundation
import Providers
import Records
import Simulator
import Synchronization
import Testing
import Transport

/// A server with a team's conversations, a provider that asks it, and a clock that the test moves.
struct TalkdeskCounterpart {
  static let id = "client-7be1f6"
  static let secret = "sesame-5f0c1d-street"

  let server: SimulatorServer
  let team: SimulatedTeam
  let provider: TalkdeskProvider
  private let box: Box

  /// What the provider told its log, and how far the clock is ahead.
  private final class Box: Sendable {
    let entries = Mutex<[RequestLogEntry]>([])
    let ahead = Mutex(0.0)
  }

  init(
    users: Int = 12, days: Int = 30, zone: Zone = .utc,
    secret: String = TalkdeskCounterpart.secret, silence: Double = 30, delay: Double = 0,
    _ change: (inout TalkdeskOptions) -> Void = { _ in }
  ) throws {
    let today = try #require(Day(text: "2026-11-02"))
    team = SimulatedTeam(users: users, days: days, today: today, zone: zone)
    var options = SimulatorOptions()
    options.talkdesk.clientID = TalkdeskCounterpart.id
    options.talkdesk.clientSecret = TalkdeskCounterpart.secret
    options.delay = delay
    options.talkdesk.pageSize = 5
    change(&options.talkdesk)
    server = try SimulatorServer(team: team, options: options)
    let box = Box()
    self.box = box
    provider = TalkdeskProvider(
      client: HTTPClient(userAgent: "test"),
      account: TalkdeskAccount(
        name: "acme", baseURL: server.baseURL + "/", tokenURL: server.tokenURL,
        clientID: { () throws(Failure) in TalkdeskCounterpart.id },
        clientSecret: { () throws(Failure) in secret }),
      silence: silence,
      now: {
        let now = Timestamp(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1000))
        return now + box.ahead.withLock { $0 }
      },
      log: { entry in box.entries.withLock { $0.append(entry) } })
  }

  var log: [RequestLogEntry] { box.entries.withLock { $0 } }

  /// The time of this machine, moved as far as the test says.
  func now() -> Timestamp {
    let now = Timestamp(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1000))
    return now + box.ahead.withLock { $0 }
  }

  func passTime(_ seconds: Double) { box.ahead.withLock { $0 += seconds } }

  func key(_ days: DaySpan) -> ConversationWindowKey {
    ConversationWindowKey(account: "acme", zone: team.zone.name, days: days)
  }

  /// The seven days before the team's today.
  var week: DaySpan { DaySpan(team.today - 7, team.today) }

  func page(after cursor: String? = nil) async throws(ProviderError) -> Page<Conversation> {
    try await provider.conversations(of: key(week), in: team.zone, after: cursor, attempt: 1)
  }

  /// The conversations that the team had in some days.
  func expected(_ days: DaySpan) -> [Encounter] {
    let end = team.zone.start(of: days.end)
    return team.encounters(startedIn: team.zone.start(of: days.start)...end)
      .filter { $0.start < end }
  }

  /// Every conversation of some days.
  func fetch(_ days: DaySpan) async throws -> [Conversation] {
    var all: [Conversation] = []
    for window in ConversationWindows.covering(days, in: team.zone, today: days.end) {
      var cursor: String?
      repeat {
        let page = try await provider.conversations(
          of: key(window), in: team.zone, after: cursor, attempt: 1)
        all += page.records
        cursor = page.nextCursor
      } while cursor != nil
    }
    return all
  }

  var tokenRequests: Int { server.requests.count { $0.path == "/oauth/token" } }
}
