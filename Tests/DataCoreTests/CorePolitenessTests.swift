import Providers
import Records
import Simulator
import Synchronization
import Testing

@testable import DataCore

/// A provider that asks to be left alone for two hours, as Gong does when its quota is used up.
private final class TiredProvider: RecordProvider {
  private let counter = Mutex(0)
  var asked: Int { counter.withLock { $0 } }
  let reconnectPlace: String? = nil

  func records(
    of key: WindowKey, in zone: Zone, after cursor: String?, attempt: Int
  ) async throws(ProviderError) -> Page<Record> {
    counter.withLock { $0 += 1 }
    throw ProviderError(Failure(.rateLimited, "Too many."), retry: .after(seconds: 7200))
  }

  func rawRecord(
    ofUser id: String, of key: WindowKey, in zone: Zone, debug: Bool, after cursor: String?,
    attempt: Int
  ) async throws(ProviderError) -> RawPage { RawPage() }

  func users(after cursor: String?, attempt: Int) async throws(ProviderError) -> Page<User> {
    Page(records: [])
  }
}

@Suite struct CorePolitenessTests {
  @Test func `two programs on one cache ask for each window once between them`() async throws {
    let scene = try CoreScene()
    let query = scene.query(.interactions, ("2026-09-11", "2026-10-01"), by: .day)
    let cores = [try await scene.core(napping: true), try await scene.core(napping: true)]
    let ends = await withTaskGroup { group in
      for core in cores {
        group.addTask { await core.watch(query).untilQuiet().last }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    for end in ends { try scene.expectComplete(end) }
    #expect(scene.asked.sorted() == Array(Set(scene.asked)).sorted())
    #expect(Set(scene.asked) == Set(["users"] + scene.planned(query)))
  }

  @Test func `a wait of hours is said with its end, kept to, and can be cut short`() async throws {
    let scene = try CoreScene()
    let provider = TiredProvider()
    let core = try await scene.core(provider: provider)
    let first = try #require(await core.watch(scene.query()).untilQuiet().last)
    #expect(first.failure?.kind == .rateLimited)
    #expect(first.failure?.sentence.contains("until 14:00 (UTC)") == true)
    #expect(first.pausedUntil == scene.now + 7200)
    #expect(provider.asked == 1)

    _ = await core.watch(scene.query(.activity)).untilQuiet()
    #expect(provider.asked == 1)
    _ = await core.watch(scene.query(), refreshing: .unsettled).untilQuiet()
    #expect(provider.asked == 2)
    scene.pass(hours: 3)
    _ = await core.watch(scene.query()).untilQuiet()
    #expect(provider.asked == 3)
    #expect(scene.sleeps.allSatisfy { $0 <= 7200 })
  }

  @Test func `near the day's budget only what is on screen is fetched, and at midnight all again`()
    async throws
  {
    let scene = try CoreScene()
    let query = scene.query(.interactions, ("2026-09-14", "2026-09-28"), by: .day)
    let core = try await scene.core { $0.dailyBudget = 30 }
    let last = try #require(await core.watch(query).untilQuiet().last)
    #expect(last.sent == RequestCount(sent: 27, budget: 30))
    // Nothing that is seen is missing: that is no failure.
    #expect(last.failure == nil)
    #expect(last.backgroundFailure?.kind == .budget)
    #expect(last.progress.isComplete)
    #expect(!last.background.isComplete)
    #expect(last.slots.allSatisfy { $0.isBackground || $0.state == .fresh })

    // What is on screen now may use the rest.
    let other = scene.query(.activity, ("2026-07-01", "2026-07-11"), by: .day)
    let spent = try #require(await core.watch(other).untilQuiet().last)
    #expect(spent.sent.sent == 30)
    #expect(spent.failure?.sentence.contains("budget of 30 requests is used up") == true)
    #expect(scene.server.requests.count == 30)

    scene.pass(hours: 13)
    let tomorrow = try #require(await core.watch(query).untilQuiet().last)
    #expect(tomorrow.backgroundFailure == nil)
    #expect(tomorrow.sent.sent > 0)
    #expect(tomorrow.sent.sent <= 27)
    #expect(scene.server.requests.count > 30)
  }
}
