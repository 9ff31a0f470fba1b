import Providers
import Records
import Simulator
import Testing

@testable import DataCore

/// One record, live.
@Suite(.timeLimit(.minutes(5))) struct RawRecordTests {
  private let period = Period(.week, days("2026-09-21", "2026-09-28"))

  @Test(arguments: Resource.allCases)
  func `a record comes with the provider's own, in lines, and is counted`(
    resource: Resource
  ) async throws {
    let scene = try CoreScene { $0.providerSecret = "s3cr3t" }
    let core = try await scene.core { $0.dailyBudget = 1 }
    let id = scene.team.users[2].user.id
    let text = try await core.rawRecord(user: id, period: period, resource: resource).get()
    #expect(text.hasPrefix("{\n  \"id\": \"\(id)\","))
    #expect(text.contains("\n  \"remote_data\": {\n    \"userId\": \"\(id)\","))
    let request = try #require(scene.server.requests.last)
    #expect(request.path.hasSuffix("/\(resource.rawValue)"))
    #expect(request["start_time"] == "2026-09-21T00:00:00+00:00")
    #expect(request["end_time"] == "2026-09-28T00:00:00+00:00")
    #expect(scene.server.violations == [])
    // The budget of one request is used up.
    let next = await core.rawRecord(user: id, period: period, resource: resource)
    #expect(throws: Failure.budget(1, zone: .utc)) { try next.get() }
  }

  @Test func `the debug envelope comes without the provider's credentials`() async throws {
    let scene = try CoreScene { $0.providerSecret = "s3cr3t" }
    let core = try await scene.core()
    let id = scene.team.users[2].user.id
    let text = try await core.rawRecord(
      user: id, period: period, resource: .interactions, debug: true
    ).get()
    #expect(text.contains("\n    \"requestUrl\": \"https://api.gong.io/v2/stats/interaction\""))
    #expect(text.contains("\"Authorization\": \"[hidden]\""))
    #expect(!text.contains("s3cr3t"))
  }

  @Test func `who has no record, and what cannot be asked, is said in a sentence`() async throws {
    let scene = try CoreScene()
    let core = try await scene.core()
    let id = scene.team.users[2].user.id
    let stranger = await core.rawRecord(user: "1", period: period, resource: .activity)
    #expect(throws: Failure.self) { try stranger.get() }
    scene.server.script([.noStats])
    let empty = await core.rawRecord(user: id, period: period, resource: .interactions)
    #expect(empty == stranger)
    scene.server.script([.forbidden])
    let refused = await core.rawRecord(user: id, period: period, resource: .interactions)
    let failure = #expect(throws: Failure.self) { try refused.get() }
    #expect(failure?.kind == .forbidden)
    let offline = try await scene.core { $0.isOffline = true }
    let asked = scene.server.requests.count
    let nothing = await offline.rawRecord(user: id, period: period, resource: .interactions)
    #expect(throws: Failure.self) { try nothing.get() }
    #expect(scene.server.requests.count == asked)
  }

  @Test func `an account that keeps records as they came has them offline, and until it does not`()
    async throws
  {
    let scene = try CoreScene { $0.pageSize = 5 }
    let id = scene.team.users[2].user.id
    let live = try await scene.core().rawRecord(
      user: id, period: period, resource: .interactions
    ).get()
    let keeping = try await scene.core { $0.keepsRaw = true }
    _ = await keeping.watch(scene.query()).untilQuiet()
    let offline = try await scene.core {
      $0.keepsRaw = true
      $0.isOffline = true
    }
    let kept = await offline.rawRecord(user: id, period: period, resource: .interactions)
    #expect(try kept.get() == live)

    // The next day's first success cleans up.
    scene.pass(hours: 24)
    let core = try await scene.core()
    _ = await core.watch(scene.query(today: "2026-10-02")).untilQuiet()
    let gone = await offline.rawRecord(user: id, period: period, resource: .interactions)
    let failure = #expect(throws: Failure.self) { try gone.get() }
    #expect(failure?.kind == .unreachable)
    #expect(scene.server.violations == [])
  }

  /// Gives one user a page, whoever is asked for.
  private struct PagedProvider: RecordProvider {
    let reconnectPlace: String? = nil

    func records(
      of key: WindowKey, in zone: Zone, after cursor: String?, attempt: Int
    ) async throws(ProviderError) -> Page<Record> { Page(records: []) }

    func users(after cursor: String?, attempt: Int) async throws(ProviderError) -> Page<User> {
      Page(records: [])
    }

    func rawRecord(
      ofUser id: String, of key: WindowKey, in zone: Zone, debug: Bool, after cursor: String?,
      attempt: Int
    ) async throws(ProviderError) -> RawPage {
      let page = cursor.flatMap { Int($0) } ?? 1
      return RawPage(
        text: id == String(page) ? "{}" : nil, nextCursor: page < 3 ? String(page + 1) : nil)
    }
  }

  @Test(arguments: [("1", 1, true), ("3", 3, true), ("4", 3, false)])
  func `pages are asked for until the user is found`(
    id: String, pages: Int, isFound: Bool
  ) async throws {
    let core = try await (try CoreScene()).core(provider: PagedProvider())
    let record = await core.rawRecord(user: id, period: period, resource: .activity)
    #expect((try? record.get()) == (isFound ? "{}" : nil))
    #expect(await core.sent == pages)
  }
}
