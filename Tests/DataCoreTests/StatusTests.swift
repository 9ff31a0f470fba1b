import Records
import Simulator
import Testing

@testable import DataCore

/// What screens of accounts and requests are told.
@Suite(.timeLimit(.minutes(5))) struct StatusTests {
  @Test func `the requests come newest first, with the windows that they were for`() async throws {
    let scene = try CoreScene()
    let core = try await scene.core()
    let query = scene.query(.activity, ("2026-09-28", "2026-10-01"), by: .day)
    _ = await core.watchRecords(query).untilQuiet()
    let requests = try #require(await core.requests().first { _ in true })
    #expect(
      requests.map { $0.window?.period.start.text }
        == ["2026-09-30", "2026-09-29", "2026-09-28", nil])
    #expect(requests.last?.path.contains("/users?") == true)
    #expect(requests.allSatisfy { $0.status == 200 && ($0.timings?.total ?? 0) > 0 })
  }

  @Test func `the status says what is going on`() async throws {
    let scene = try CoreScene()
    let core = try await scene.core { $0.dailyBudget = 50 }
    let query = scene.query(.activity, ("2026-09-28", "2026-10-01"), by: .day)
    _ = await core.watchRecords(query).untilQuiet()
    let status = try await core.accountStatus()
    #expect(status.state == .fresh)
    #expect(status.sent == RequestCount(sent: 4, budget: 50))
    let busy = AccountActivity(requestsInLastMinute: 4, isPaused: false, pausedUntil: nil)
    #expect(status.activity == busy)
    #expect(status.reconnectPlace == nil)

    scene.pass(hours: 1)
    await core.setPaused(true)
    let later = AccountActivity(requestsInLastMinute: 0, isPaused: true, pausedUntil: nil)
    #expect(try await core.accountStatus().activity == later)
  }

  @Test(arguments: [(Fault.needsReauth, "https://example.com/" as String?), (.unauthorized, nil)])
  func `the place to connect an account again is named where that helps`(
    fault: Fault, place: String?
  ) async throws {
    let scene = try CoreScene { options in
      options.faults = [fault]
      options.faultRate = 1
    }
    let core = try await scene.core()
    _ = await core.watch(scene.query()).untilQuiet()
    #expect(try await core.accountStatus().reconnectPlace == place)
  }

  @Test func `of many requests the newest are kept, and who is slow gets the last list`()
    async throws
  {
    let recent = RecentRequests(limit: 3)
    let stream = recent.watch()
    for number in 1...5 {
      recent.add(
        RequestLogEntry(
          at: Timestamp(seconds: Int64(number)), account: "acme", path: "/\(number)", status: 200,
          bytes: 0, seconds: 0, attempt: 1))
    }
    #expect(await stream.first { _ in true }?.map(\.path) == ["/5", "/4", "/3"])
    #expect(recent.count(of: "acme", after: Timestamp(seconds: 4)) == 1)
    #expect(recent.count(of: "other", after: Timestamp(seconds: 4)) == 0)
  }
}
