import Foundation
import Records
import Simulator
import Testing

@testable import DataCore

/// The data core over an account that gives conversations, with a server that fails.
@Suite(.timeLimit(.minutes(5))) struct TalkdeskFaultTests {
  /// Of those that change what is said none is here, nor a date to wait for, which is the server's.
  static let passing: [Fault] = [
    .serverError, .badGateway, .unavailable, .cutBody, .emptyPage, .duplicate, .html, .oddDate,
    .numberStrings, .rateLimit, .extraFields,
  ]

  @Test(arguments: passing)
  func `faults that pass change nothing in the end`(fault: Fault) async throws {
    let scene = try TalkdeskScene(users: 20) { options in
      options.talkdesk.pageSize = 10
      options.faults = [fault]
      options.faultRate = 0.12
    }
    let core = try await scene.core()
    try scene.expectComplete(
      await core.watchRecords(scene.query(scene.last(28))).untilQuiet().last)
    #expect(scene.server.requests.count { $0.fault == fault } >= 3)
    #expect(scene.server.violations == [])
  }

  @Test func `a conversation that comes twice is one, and counted`() async throws {
    let scene = try TalkdeskScene(users: 20) { $0.talkdesk.pageSize = 10 }
    scene.server.script([nil, nil, nil, .duplicate])
    let core = try await scene.core()
    let days = scene.last(7)
    let snapshot = await core.watchSync(scene.query(days)).untilQuiet().last
    try scene.expectComplete(snapshot)
    #expect(snapshot?.slots.first?.window?.duplicates == 1)
  }

  @Test func `conversations that cannot be read are left out and counted`() async throws {
    let scene = try TalkdeskScene(users: 20) { $0.talkdesk.pageSize = 10 }
    scene.server.script([nil, nil, nil, .badRecord])
    let core = try await scene.core()
    let days = scene.last(7)
    let snapshot = await core.watchSync(scene.query(days)).untilQuiet().last
    #expect(snapshot?.failure == nil)
    #expect(snapshot?.slots.first?.window?.skipped == 1)
    let list = await core.watchConversations(scene.conversationQuery(days)).untilQuiet().last
    #expect(list?.total == scene.encounters(days).count - 1)
  }

  @Test(arguments: [
    (Fault.forbidden, Failure.Kind.forbidden), (.notFound, .misconfigured),
    (.unauthorized, .credentials),
  ])
  func `a failure of the whole account ends the work`(
    fault: Fault, kind: Failure.Kind
  ) async throws {
    let scene = try TalkdeskScene { options in
      options.faults = [fault]
      options.faultRate = 1
    }
    let core = try await scene.core()
    let snapshot = try #require(
      await core.watch(scene.query(scene.last(28))).untilQuiet().last)
    #expect(snapshot.failure?.kind == kind)
    #expect(snapshot.slots.allSatisfy { if case .failed = $0.state { true } else { false } })
    // A token for the users, and one for the conversations.
    #expect(scene.server.requests.count <= 2)
    #expect(scene.sleeps == [])
  }

  @Test func `a week that fails again and again is given up, the rest goes on`() async throws {
    let scene = try TalkdeskScene()
    scene.server.script([nil, nil, nil] + Array(repeating: .serverError, count: 4))
    let core = try await scene.core()
    let query = scene.query(scene.last(28))
    let snapshot = try #require(await core.watchSync(query).untilQuiet().last)
    #expect(snapshot.failure?.kind == .server)
    #expect(snapshot.slots.count { $0.state == .fresh } == 6)
    #expect(scene.sleeps.count == 3)
    try scene.expectComplete(await core.watchSync(query).untilQuiet().last)
  }

  @Test func `cursors that lead in a circle end their week and leave nothing behind`()
    async throws
  {
    let scene = try TalkdeskScene(users: 20) { $0.talkdesk.pageSize = 10 }
    scene.server.script([nil, nil, nil, .loop])
    let core = try await scene.core()
    let query = scene.query(scene.last(7))
    let snapshot = try #require(await core.watchSync(query).untilQuiet().last)
    #expect(snapshot.failure?.kind == .paging)
    #expect(snapshot.slots.allSatisfy { $0.window == nil })
    try scene.expectComplete(await core.watchSync(query).untilQuiet().last)
  }

  @Test func `a server that is not there ends the work, and what is cached stays`() async throws {
    let scene = try TalkdeskScene()
    let core = try await scene.core()
    let query = scene.query(scene.last(28))
    _ = await core.watchRecords(query).untilQuiet()
    scene.server.stop()
    scene.pass(hours: 2)
    let snapshot = try #require(await core.watchRecords(query).untilQuiet().last)
    #expect(snapshot.failure?.kind == .unreachable)
    #expect(snapshot.slots.count { $0.state == .fresh } == 3)
    #expect(snapshot.slots.allSatisfy { $0.window != nil })
  }
}
