import Foundation
import Records
import Simulator
import Testing

@testable import DataCore

/// The data core with a server that fails.
@Suite(.timeLimit(.minutes(5))) struct CoreFaultTests {
  /// A date to wait for is left out: it is the server's, whose clock runs.
  static let passing: [Fault] = [
    .serverError, .badGateway, .cutBody, .emptyPage, .duplicate, .html, .oddDate, .numberStrings,
    .rateLimit, .bigID, .unknownPeriod, .extraFields, .invalidUTF8,
  ]

  @Test(arguments: passing)
  func `faults that pass change nothing in the end`(fault: Fault) async throws {
    let scene = try CoreScene(users: 23) { options in
      options.pageSize = 7
      options.faults = [fault]
      options.faultRate = 0.1
    }
    let core = try await scene.core()
    let query = scene.query(by: .day)
    try scene.expectComplete(await core.watch(query).untilQuiet().last)
    let faults = scene.server.requests.count { $0.fault == fault }
    #expect(faults >= 5)
    #expect(scene.server.violations == [])
    if [.serverError, .badGateway, .cutBody, .html].contains(fault) {
      #expect(scene.sleeps.count == faults)
    }
  }

  @Test func `all of them at once change nothing in the end`() async throws {
    let scene = try CoreScene(users: 23) { options in
      options.pageSize = 7
      options.faults = Self.passing
      options.faultRate = 0.2
    }
    let core = try await scene.core { $0.concurrency = 3 }
    try scene.expectComplete(await core.watch(scene.query(by: .day)).untilQuiet().last)
    #expect(scene.server.violations == [])
  }

  @Test func `records without a user are left out and counted, and the others stand`() async throws
  {
    let scene = try CoreScene(users: 23) { options in
      options.pageSize = 7
      options.faults = [.badRecord]
      options.faultRate = 0.3
    }
    let snapshot = try #require(
      await (try await scene.core()).watch(scene.query(by: .day)).untilQuiet().last)
    #expect(snapshot.progress.isComplete)
    var skipped = 0
    for slot in snapshot.slots {
      let rows = try #require(slot.rows(snapshot.directory))
      let expected = scene.expected(slot.key)
      #expect(rows.allSatisfy { expected[$0.key] == $0.value })
      #expect(rows.count + (slot.window?.skipped ?? 0) == expected.count)
      skipped += slot.window?.skipped ?? 0
    }
    #expect(skipped >= 5)
  }

  @Test func `a partial answer is shown, marked, and fetched again after an hour`() async throws {
    let scene = try CoreScene()
    let query = scene.query(.activity, ("2026-08-01", "2026-08-11"), by: .total)
    let core = try await scene.core()
    scene.server.script([nil, .partial])
    let first = await core.watchRecords(query).untilQuiet().last
    let slot = try #require(first?.slots.first)
    #expect(slot.window?.isPartial == true)
    #expect(slot.window?.table.count == (scene.expected(slot.key).count + 1) / 2)
    scene.pass(hours: 1)
    try scene.expectComplete(await core.watchRecords(query).untilQuiet().last)
  }

  @Test(arguments: [
    (Fault.unauthorized, Failure.Kind.credentials), (.needsReauth, .disconnected),
    (.forbidden, .forbidden), (.notFound, .notFound), (.unavailable, .blocked),
  ])
  func `a failure of the whole account ends the work with one request`(
    fault: Fault, kind: Failure.Kind
  ) async throws {
    let scene = try CoreScene { options in
      options.faults = [fault]
      options.faultRate = 1
    }
    let core = try await scene.core(zone: .some(nil)) { $0.concurrency = 3 }
    let snapshot = try #require(await core.watch(scene.query()).untilQuiet().last)
    #expect(snapshot.failure?.kind == kind)
    #expect(!snapshot.isWorking)
    for slot in snapshot.slots {
      guard case .failed(let failure) = slot.state else {
        Issue.record("\(slot.state)")
        continue
      }
      #expect(failure.kind == kind)
    }
    #expect(scene.server.requests.count == 1)
    #expect(scene.sleeps == [])
    let (directory, failure) = await core.users()
    #expect(directory.users == [])
    #expect(failure?.kind == kind)
  }

  @Test func `what fails again and again is given up, the rest goes on, and asking again helps`()
    async throws
  {
    let scene = try CoreScene()
    let core = try await scene.core()
    let query = scene.query(.activity, ("2026-09-21", "2026-10-01"), by: .day)
    scene.server.script([nil] + Array(repeating: .serverError, count: 4))
    let snapshot = try #require(await core.watchRecords(query).untilQuiet().last)
    #expect(snapshot.failure?.kind == .server)
    #expect(snapshot.progress == Progress(done: 9, total: 10))
    guard case .failed(let failure)? = snapshot.slots.first?.state else {
      Issue.record("The newest window did not fail.")
      return
    }
    #expect(failure.kind == .server)
    // Each pause is twice the one before, and up to as long again.
    let pauses = scene.sleeps
    #expect(pauses.count == 3)
    for (pause, least) in zip(pauses, [0.5, 1, 2]) { #expect((least...2 * least).contains(pause)) }
    try scene.expectComplete(await core.watchRecords(query).untilQuiet().last)
  }

  @Test func `a server that is not there ends the work, and what is cached stays`() async throws {
    let scene = try CoreScene()
    let core = try await scene.core()
    let query = scene.query(.activity, ("2026-09-21", "2026-10-01"), by: .day)
    _ = await core.watchRecords(query).untilQuiet()
    scene.server.stop()
    scene.pass(hours: 2)
    let snapshot = try #require(await core.watchRecords(query).untilQuiet().last)
    #expect(snapshot.failure?.kind == .unreachable)
    #expect(snapshot.slots.count { $0.state == .fresh } == 6)
    #expect(snapshot.slots.allSatisfy { $0.rows(snapshot.directory) == scene.expected($0.key) })
    #expect(snapshot.directory.users.count == 12)
  }

  @Test func `cursors that lead in a circle end their window and leave nothing behind`()
    async throws
  {
    let scene = try CoreScene(users: 23) { $0.pageSize = 7 }
    scene.server.script([nil, nil, nil, nil, .loop])
    let core = try await scene.core()
    let query = scene.query(.activity, ("2026-09-24", "2026-10-01"), by: .total)
    let snapshot = try #require(await core.watchRecords(query).untilQuiet().last)
    #expect(snapshot.failure?.kind == .paging)
    #expect(snapshot.slots.map(\.window) == [nil])
    #expect(scene.server.requests.count == 6)
    try scene.expectComplete(await core.watchRecords(query).untilQuiet().last)
    // From the first page again, not from the circle.
    #expect(scene.server.requests[6]["next_cursor"] == nil)
  }

  @Test func `a period without stats is a window without records`() async throws {
    let scene = try CoreScene()
    scene.server.script([nil, .noStats])
    let query = scene.query(.interactions, ("2026-09-24", "2026-10-01"), by: .total)
    let snapshot = try #require(
      await (try await scene.core()).watchRecords(query).untilQuiet().last)
    #expect(snapshot.failure == nil)
    #expect(snapshot.progress.isComplete)
    #expect(snapshot.slots.first?.window?.table.count == 0)
  }

  // MARK: - Windows that were interrupted

  /// A window of four pages of which two have arrived when everything ends.
  func interrupted() async throws -> (scene: CoreScene, query: Query, cursor: String?) {
    let scene = try CoreScene(users: 23) { $0.pageSize = 7 }
    scene.server.script([nil, nil, nil, nil, nil, nil, .unavailable])
    let query = scene.query(.activity, ("2026-09-24", "2026-10-01"), by: .total)
    let snapshot = try #require(
      await (try await scene.core()).watchRecords(query).untilQuiet().last)
    #expect(snapshot.slots.map(\.window) == [nil])
    #expect(snapshot.failure?.kind == .blocked)
    return (scene, query, scene.server.requests.last?["next_cursor"])
  }

  @Test func `an interrupted window goes on at its cursor`() async throws {
    let (scene, query, cursor) = try await interrupted()
    #expect(cursor != nil)
    let before = scene.server.requests.count
    try scene.expectComplete(await (try await scene.core()).watchRecords(query).untilQuiet().last)
    let requests = scene.server.requests.dropFirst(before)
    #expect(requests.first?["next_cursor"] == cursor)
    #expect(requests.count <= 2)
    #expect(requests.allSatisfy { $0["next_cursor"] != nil })
  }

  @Test func `pages that have lain too long are not mixed with new ones`() async throws {
    let (scene, query, _) = try await interrupted()
    let before = scene.server.requests.count
    scene.pass(hours: 1)
    try scene.expectComplete(await (try await scene.core()).watchRecords(query).untilQuiet().last)
    let window = scene.server.requests.dropFirst(before).first { $0.path.hasSuffix("activity") }
    #expect(window?["next_cursor"] == nil)
  }

  @Test func `a cursor that is refused later begins the window again`() async throws {
    let (scene, query, _) = try await interrupted()
    // To another team's server the cursor of this one is none.
    let team = SimulatedTeam(
      seed: 2, users: 23, days: 120, today: scene.team.today, zone: scene.team.zone)
    var options = SimulatorOptions()
    options.pageSize = 7
    let server = try SimulatorServer(team: team, options: options)
    let core = try await scene.core(asking: server)
    let snapshot = try #require(await core.watchRecords(query).untilQuiet().last)
    #expect(snapshot.failure == nil)
    let slot = try #require(snapshot.slots.first)
    #expect(slot.state == .fresh)
    #expect(slot.rows(snapshot.directory) == CoreScene.expected(slot.key, of: team))
    #expect(server.requests.map(\.status).prefix(2) == [400, 200])
  }
}
