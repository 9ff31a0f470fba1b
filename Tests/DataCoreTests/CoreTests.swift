import Foundation
import Records
import Simulator
import Testing

@testable import DataCore

/// The data core with a real cache and a server.
@Suite(.timeLimit(.minutes(5))) struct CoreTests {
  @Test func `the first snapshot is what the cache has, at once, and then all arrives`()
    async throws
  {
    let scene = try CoreScene()
    scene.gate.close()
    let core = try await scene.core()
    let query = scene.query()
    let stream = await core.watch(query)
    let first = try #require(await stream.first())
    #expect(first.query == query)
    #expect(first.isWorking)
    #expect(first.progress.done == 0)
    #expect(first.slots.allSatisfy { $0.window == nil && $0.state == .pending })
    #expect(scene.server.requests == [])

    scene.gate.open()
    let snapshots = await stream.untilQuiet()
    try scene.expectComplete(snapshots.last)
    #expect(snapshots.map(\.progress.done) == snapshots.map(\.progress.done).sorted())
    #expect(scene.asked == ["users"] + scene.planned(query))
    #expect(snapshots.last?.directory.users == scene.team.users.map(\.user))
    #expect(scene.server.violations == [])
  }

  @Test func `another core on the same cache asks for nothing`() async throws {
    let scene = try CoreScene()
    let query = scene.query()
    _ = await (try await scene.core()).watch(query).untilQuiet()
    let asked = scene.server.requests.count
    scene.server.stop()
    let snapshots = await (try await scene.core()).watch(query).untilQuiet()
    try scene.expectComplete(snapshots.last)
    #expect(scene.server.requests.count == asked)
  }

  @Test func `what is on screen is there before the rest of the cache is read`() async throws {
    let scene = try CoreScene()
    let query = scene.query()
    _ = await (try await scene.core()).watch(query).untilQuiet()
    // A second snapshot may take the place of the first before anybody has seen that.
    for _ in 0..<50 {
      let stream = await (try await scene.core()).watch(query)
      let early = try #require(await stream.first())
      guard early.isStillRead else { continue }
      #expect(early.isWorking)
      #expect(early.progress.isComplete)
      #expect(early.slots.allSatisfy { $0.isBackground == ($0.window == nil) })
      #expect(early.slots.contains { $0.isBackground })
      let last = await stream.untilQuiet().last
      #expect(last?.isStillRead == false)
      return try scene.expectComplete(last)
    }
    Issue.record("What is on screen was never there first.")
  }

  @Test func `a window is never asked for twice at a time, however often it is wanted`()
    async throws
  {
    let scene = try CoreScene(users: 30) { $0.pageSize = 7 }
    scene.gate.close()
    let core = try await scene.core { $0.concurrency = 3 }
    let queries = [scene.query(), scene.query(.activity), scene.query(), scene.query(by: .day)]
    for query in queries { _ = await core.watch(query) }
    let stream = await core.watch(scene.query())
    scene.gate.open()
    try scene.expectComplete(await stream.untilQuiet().last)
    #expect(scene.gate.overlaps == 0)
    #expect(scene.gate.most == 3)
    #expect(Set(scene.asked).count == scene.asked.count)
  }

  @Test func `a new query takes the place of what was still to come`() async throws {
    let scene = try CoreScene()
    scene.gate.close()
    let core = try await scene.core()
    _ = await core.watch(scene.query())
    let other = scene.query(.activity, ("2026-07-01", "2026-07-11"), by: .day)
    let stream = await core.watch(other)
    scene.gate.open()
    try scene.expectComplete(await stream.untilQuiet().last)
    #expect(scene.asked == ["users"] + scene.planned(other))
  }

  @Test func `a stream ends when another query is asked`() async throws {
    let scene = try CoreScene()
    scene.gate.close()
    let core = try await scene.core()
    let earlier = await core.watch(scene.query())
    let later = await core.watch(scene.query(.activity))
    for await snapshot in earlier { #expect(snapshot.query == scene.query()) }
    scene.gate.open()
    try scene.expectComplete(await later.untilQuiet().last)
  }

  @Test func `of queries in quick succession the last one is answered, whole and alone`()
    async throws
  {
    let scene = try CoreScene(users: 3)
    let core = try await scene.core { $0.concurrency = 3 }
    let queries = (0..<8).map { index in
      let end = day("2026-10-01") - index
      return scene.query(.interactions, ((end - 10).text, end.text), by: .day)
    }
    for _ in 0..<5 {
      let ends = await withTaskGroup { group in
        for query in queries {
          group.addTask { (query, await core.watch(query).untilQuiet().last) }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      for (query, snapshot) in ends { #expect(snapshot?.query ?? query == query) }
      let whole = ends.compactMap(\.1).filter { !$0.isWorking }
      #expect(whole.count >= 1)
      for snapshot in whole { try scene.expectComplete(snapshot) }
      scene.pass(hours: 2)
    }
    #expect(scene.gate.overlaps == 0)
  }

  @Test func `what is cached is not asked for, however fast the queries come`() async throws {
    let scene = try CoreScene(users: 3)
    let core = try await scene.core { $0.concurrency = 3 }
    let queries = (0..<8).map { index in
      let end = day("2026-10-01") - index
      return scene.query(.interactions, ((end - 10).text, end.text), by: .day)
    }
    for query in queries { _ = await core.watch(query).untilQuiet() }
    let asked = scene.asked
    for _ in 0..<20 {
      await withTaskGroup { group in
        for query in queries {
          group.addTask { _ = await core.watch(query).untilQuiet() }
        }
      }
    }
    #expect(Array(scene.asked.dropFirst(asked.count)) == [])
  }

  @Test func `offline asks nobody and says what it would ask for`() async throws {
    let scene = try CoreScene()
    let filled = scene.query(.activity, ("2026-09-24", "2026-10-01"))
    _ = await (try await scene.core()).watchRecords(filled).untilQuiet()
    let asked = scene.server.requests.count
    scene.pass(hours: 5)
    let core = try await scene.core { $0.isOffline = true }
    let snapshots = await core.watch(scene.query(.activity, ("2026-09-10", "2026-10-01")))
      .untilQuiet()
    let snapshot = try #require(snapshots.last)
    #expect(snapshot.isOffline)
    #expect(!snapshot.isWorking)
    #expect(snapshot.failure == nil)
    let states = snapshot.trend(of: .activity).map { ($0.window != nil, $0.state) }
    #expect(states.map(\.0) == [false, false, true, true])
    #expect(states.allSatisfy { $0.1 == .offline })
    #expect(await core.users(refreshing: .unsettled).failure == nil)
    #expect(scene.server.requests.count == asked)
  }

  @Test func `the zone that the records state takes the place of the one assumed`() async throws {
    let newYork = try #require(ZoneFiles.zone(named: "America/New_York"))
    let scene = try CoreScene(zone: newYork)
    let core = try await scene.core(zone: .some(nil)) { $0.concurrency = 3 }
    let query = scene.query()
    let snapshots = await core.watch(query).untilQuiet()
    try scene.expectComplete(snapshots.last)
    #expect(snapshots.last?.zone == newYork)
    #expect(snapshots.last?.slots.allSatisfy { $0.key.zone == "America/New_York" } == true)
    // A window of Greenwich that is over everywhere, then everything in New York, that one again.
    let starts = scene.server.requests.compactMap { $0["start_time"] }
    #expect(starts.first == "2026-09-03T00:00:00+00:00")
    #expect(starts.dropFirst().allSatisfy { $0.hasSuffix("-04:00") })
    #expect(starts.count == 1 + scene.planned(query).count)

    let later = try await scene.core(zone: .some(nil))
    #expect(await later.zone == newYork)
    let asked = scene.server.requests.count
    try scene.expectComplete(await later.watch(query).untilQuiet().last)
    #expect(scene.server.requests.count == asked)
  }

  @Test func `a zone that was stated stays, whatever the records say`() async throws {
    let newYork = try #require(ZoneFiles.zone(named: "America/New_York"))
    let scene = try CoreScene(zone: newYork)
    let core = try await scene.core(zone: .some(.utc))
    let last = await core.watchRecords(scene.query(by: .day)).untilQuiet().last
    #expect(last?.zone == .utc)
    #expect(last?.slots.allSatisfy { $0.key.zone == "UTC" && $0.window != nil } == true)
  }

  // MARK: - Age

  @Test(arguments: [(0.0, 0), (0.9, 0), (1.0, 4), (30.0, 4)])
  func `what may still change is fetched again after an hour, what is settled never`(
    hours: Double, count: Int
  ) async throws {
    let scene = try CoreScene()
    let query = scene.query(.activity, ("2026-09-21", "2026-10-01"), by: .day)
    let core = try await scene.core()
    _ = await core.watchRecords(query).untilQuiet()
    #expect(scene.asked.count == 11)
    scene.pass(hours: hours)
    try scene.expectComplete(await core.watchRecords(query).untilQuiet().last)
    let again = scene.asked.dropFirst(11).filter { $0 != "users" }
    // More than three days must have passed between a period's end and its fetch.
    #expect(
      Array(again)
        == [
          "activity 2026-09-27 2026-09-28", "activity 2026-09-28 2026-09-29",
          "activity 2026-09-29 2026-09-30", "activity 2026-09-30 2026-10-01",
        ].prefix(count).map(\.self))
  }

  @Test func `the current week is fetched again as it grows, and stays one window`() async throws {
    let scene = try CoreScene()
    let core = try await scene.core()
    for today in ["2026-10-01", "2026-10-02", "2026-10-03"] {
      let query = scene.query(.activity, ("2026-09-28", today), today: today)
      let last = await core.watchRecords(query).untilQuiet().last
      try scene.expectComplete(last)
      #expect(last?.slots.count == 1)
      #expect(last?.slots.first?.window?.key.period.end == day(today))
    }
    #expect(scene.asked.filter { $0 != "users" }.count == 3)
  }

  @Test func `old records stand until the new ones are whole`() async throws {
    let scene = try CoreScene()
    let query = scene.query(.activity, ("2026-09-28", "2026-10-01"))
    let core = try await scene.core()
    _ = await core.watchRecords(query).untilQuiet()
    scene.pass(hours: 2)
    scene.gate.close()
    let stream = await core.watchRecords(query)
    let first = try #require(await stream.first())
    #expect(first.isWorking)
    let slot = try #require(first.slots.first)
    #expect(slot.state == .pending)
    #expect(slot.rows(first.directory) == scene.expected(slot.key))
    scene.gate.open()
    let last = await stream.untilQuiet().last
    try scene.expectComplete(last)
    #expect(last?.oldest == scene.now)
  }

  @Test func `refreshing fetches again what may have changed`() async throws {
    let scene = try CoreScene()
    let query = scene.query(.activity, ("2026-09-21", "2026-10-01"), by: .day)
    let core = try await scene.core()
    _ = await core.watchRecords(query).untilQuiet()
    try scene.expectComplete(
      await core.watchRecords(query, refreshing: .unsettled).untilQuiet().last)
    #expect(scene.asked.dropFirst(11).count == 5)
    #expect(scene.asked[11] == "users")
  }

  @Test func `everything is fetched again when that is asked for`() async throws {
    let scene = try CoreScene()
    let query = scene.query(.activity, ("2026-07-01", "2026-07-11"), by: .day)
    let core = try await scene.core()
    _ = await core.watchRecords(query).untilQuiet()
    try scene.expectComplete(
      await core.watchRecords(query, refreshing: .unsettled).untilQuiet().last)
    #expect(scene.asked.count == 12)
    try scene.expectComplete(
      await core.watchRecords(query, refreshing: .everything).untilQuiet().last)
    #expect(scene.asked.count == 23)
    #expect(Array(scene.asked.suffix(11)) == Array(scene.asked.prefix(11)))
  }

  @Test func `what is on screen is complete before what is not`() async throws {
    let scene = try CoreScene()
    let query = scene.query()
    let snapshots = await (try await scene.core()).watch(query).untilQuiet()
    let last = try #require(snapshots.last)
    #expect(last.progress == Progress(done: 7, total: 7))
    #expect(last.background.total == last.slots.count - 7)
    #expect(last.background.isComplete)
    for snapshot in snapshots where snapshot.progress.isComplete {
      #expect(snapshot.progress.secondsLeft == nil)
    }
    // A window that both boards show counts for both; nothing else is early.
    for snapshot in snapshots where !snapshot.progress.isComplete {
      #expect(snapshot.background.done == 0)
    }
    // Twelve weeks before the newest that is over, and that one.
    for resource in Resource.allCases {
      let completed = last.completed(of: resource)
      #expect(completed.count == 13)
      #expect(completed.last?.key.period.days == days("2026-09-21", "2026-09-28"))
      #expect(completed.map(\.key.period.start) == completed.map(\.key.period.start).sorted())
      #expect(last.history(of: resource).count == 11)
    }
  }
}
