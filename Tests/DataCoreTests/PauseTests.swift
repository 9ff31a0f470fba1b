import Records
import Simulator
import Synchronization
import Testing

@testable import DataCore

/// Work that the user holds back, or has taken up again.
@Suite(.timeLimit(.minutes(5))) struct PauseTests {
  @Test func `a paused core sends nothing, and goes on when it is resumed`() async throws {
    let scene = try CoreScene()
    let core = try await scene.core()
    await core.setPaused(true)
    let stream = await core.watch(scene.query())
    let first = try #require(await stream.first())
    #expect(first.isPaused)
    #expect(first.isWorking)
    #expect(scene.server.requests == [])
    await core.setPaused(false)
    let last = try #require(await stream.untilQuiet().last)
    #expect(!last.isPaused)
    try scene.expectComplete(last)
    #expect(scene.asked == ["users"] + scene.planned(scene.query()))
  }

  @Test func `a window that a pause catches amid its pages goes on at the next of them`()
    async throws
  {
    let scene = try CoreScene(users: 23) { $0.pageSize = 7 }
    let core = try await scene.core()
    _ = await core.users()
    let users = scene.server.requests.count
    scene.gate.close()
    let query = scene.query(.activity, ("2026-09-24", "2026-10-01"), by: .total)
    let stream = await core.watchRecords(query)
    while scene.gate.isEmpty { await Task.yield() }
    await core.setPaused(true)
    scene.gate.open()
    for await snapshot in stream where await core.agenda.running.isEmpty {
      #expect(snapshot.isPaused)
      #expect(snapshot.failure == nil)
      #expect(snapshot.slots.map(\.state) == [.pending])
      break
    }
    #expect(scene.server.requests.count == users + 1)
    await core.setPaused(false)
    try scene.expectComplete(await stream.untilQuiet().last)
    let pages = scene.server.requests.dropFirst(users).map { $0["next_cursor"] }
    #expect(Set(pages).count == pages.count)
  }

  @Test func `what is asked live is refused while paused, with what to do`() async throws {
    let core = try await (try CoreScene()).core()
    await core.setPaused(true)
    await #expect(throws: Failure.paused) {
      try await core.live { _ throws(LiveError) in Issue.record("It was asked.") }
    }
  }

  @Test func `with a new token the work is taken up again`() async throws {
    let scene = try CoreScene()
    scene.token.withLock { $0 = .success("expired") }
    let core = try await scene.core()
    let stream = await core.watch(scene.query())
    #expect(await stream.untilQuiet().last?.failure?.kind == .credentials)
    let missing = Failure(.misconfigured, "There is no such file; check the path.")
    scene.token.withLock { $0 = .failure(missing) }
    await core.retry()
    #expect(await stream.untilQuiet().last?.failure == missing)
    scene.token.withLock { $0 = .success("demo-token") }
    await core.retry()
    try scene.expectComplete(await stream.untilQuiet().last)
    #expect(scene.server.requests.filter { $0.status == 401 }.count == 1)
  }
}
