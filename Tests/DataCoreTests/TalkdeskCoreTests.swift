import Foundation
import Records
import Simulator
import Store
import Testing

@testable import DataCore

/// The data core over an account that gives conversations.
@Suite(.timeLimit(.minutes(5))) struct TalkdeskCoreTests {
  private func berlin() throws -> Zone { try #require(ZoneFiles.zone(named: "Europe/Berlin")) }

  @Test func `sixty days come once each from a strict server, and every number follows from them`()
    async throws
  {
    let scene = try TalkdeskScene(users: 42, days: 60, zone: berlin()) {
      $0.talkdesk.tokenLifetime = 5
      $0.talkdesk.pageSize = 40
    }
    // However fast the machine is, tokens are over before their time as well.
    let revoking = Task {
      var pages = 10
      while !Task.isCancelled {
        if scene.pages.count >= pages {
          scene.server.revokeTokens()
          pages += 10
        }
        try await Task.sleep(for: .milliseconds(2))
      }
    }
    defer { revoking.cancel() }
    let core = try await scene.core { $0.concurrency = 3 }
    let days = scene.last(60)
    try scene.expectComplete(
      await core.watchSync(scene.query(days, by: .day)).untilQuiet().last)
    let expected = scene.encounters(days).map(\.id)
    #expect(expected.count >= 2500)
    let list = try #require(
      await core.watchConversations(scene.conversationQuery(days)).untilQuiet().last)
    #expect(list.total == expected.count)
    #expect(list.conversations.map(\.id).sorted { ($0 ?? "") < ($1 ?? "") } == expected.sorted())
    #expect(scene.server.violations == [])
    #expect(!scene.server.requests.contains { $0.status == 400 })
    #expect(!scene.server.requests.contains { $0.path == "/interactions" })
    #expect(scene.server.requests.count { $0.path == "/oauth/token" } > 4)

    // All granularities come from the same weeks: none is asked for again.
    let asked = scene.pages.count
    for granularity in Granularity.allCases {
      for resource in Resource.allCases {
        let query = scene.query(days, of: resource, by: granularity)
        try scene.expectComplete(await core.watchRecords(query).untilQuiet().last)
      }
    }
    #expect(scene.pages.count == asked)
  }

  @Test func `what is on screen comes first, the newest week first, each once`() async throws {
    let scene = try TalkdeskScene(days: 90)
    let core = try await scene.core()
    let snapshots = await core.watch(scene.query(scene.last(14), by: .day)).untilQuiet()
    #expect(snapshots.first?.slots.allSatisfy { $0.window == nil && $0.state == .pending } == true)
    // Two weeks, those that they are compared with, and what real changes are told from.
    #expect(
      scene.asked == [
        "2026-10-26", "2026-10-19", "2026-10-12", "2026-10-05",
      ])
    #expect(snapshots.map(\.progress.done) == snapshots.map(\.progress.done).sorted())
    #expect(snapshots.last?.directory.users.map(\.name).contains(nil) == false)
    #expect(scene.server.violations == [])
    // Nobody has to wait for the last week to see the first.
    #expect(
      snapshots.contains { snapshot in
        snapshot.isWorking && snapshot.trend(of: .interactions).last?.window != nil
      })
  }

  @Test func `another core on the same cache asks for nothing, and two at once for each week once`()
    async throws
  {
    let scene = try TalkdeskScene()
    let query = scene.query(scene.last(28))
    let cores = [try await scene.core(napping: true), try await scene.core(napping: true)]
    let ends = await withTaskGroup { group in
      for core in cores { group.addTask { await core.watchRecords(query).untilQuiet().last } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    for end in ends { try scene.expectComplete(end) }
    #expect(scene.asked.sorted() == Set(scene.asked).sorted())
    let asked = scene.server.requests.count
    scene.server.stop()
    let snapshots = await (try await scene.core()).watchRecords(query).untilQuiet()
    #expect(snapshots.count == 1)
    try scene.expectComplete(snapshots.last)
    #expect(scene.server.requests.count == asked)
  }

  @Test func `a week that can still change is fetched again after an hour, a settled one is not`()
    async throws
  {
    let scene = try TalkdeskScene()
    let core = try await scene.core()
    let query = scene.query(scene.last(28))
    _ = await core.watchRecords(query).untilQuiet()
    #expect(scene.asked.count == 4)
    scene.pass(hours: 2)
    try scene.expectComplete(await core.watchRecords(query).untilQuiet().last)
    #expect(scene.asked.dropFirst(4) == ["2026-10-26"])
    _ = await core.watchRecords(query, refreshing: .everything).untilQuiet()
    #expect(scene.asked.count == 9)
  }

  @Test func `the current week ends at today, and what is there of it is shown offline`()
    async throws
  {
    let scene = try TalkdeskScene()
    let core = try await scene.core()
    let yesterday = scene.team.today - 2
    let earlier = Query(
      account: "acme", resource: .interactions, range: DaySpan(yesterday - 10, yesterday),
      compared: DaySpan(yesterday - 20, yesterday - 10), granularity: .week, today: yesterday)
    let first = await core.watchRecords(earlier).untilQuiet().last
    #expect(first?.slots.last?.window?.key.period.days == DaySpan(yesterday - 5, yesterday))
    let offline = try await scene.core { $0.isOffline = true }
    let later = try #require(
      await offline.watchRecords(scene.query(scene.last(7))).untilQuiet().last)
    let slot = try #require(later.slots.first)
    #expect(slot.state == .offline)
    #expect(slot.window?.key.period.days == DaySpan(yesterday - 5, yesterday))
    let total = await offline.watchRecords(scene.query(scene.last(7), by: .total)).untilQuiet()
    #expect(total.last?.slots.map(\.window) == [nil])
    try scene.expectComplete(
      await core.watchRecords(scene.query(scene.last(7))).untilQuiet().last)
  }

  @Test func `an interrupted week goes on at its cursor`() async throws {
    let scene = try TalkdeskScene(users: 30)
    let query = scene.query(scene.last(7))
    // Tokens and users first, then two pages.
    scene.server.script([nil, nil, nil, nil, nil, .forbidden])
    let first = await (try await scene.core()).watchRecords(query).untilQuiet().last
    #expect(first?.failure?.kind == .forbidden)
    #expect(first?.slots.map(\.window) == [nil])
    let cursor = scene.pages.last?["cursor"]
    #expect(cursor != nil)
    let before = scene.pages.count
    try scene.expectComplete(await (try await scene.core()).watchRecords(query).untilQuiet().last)
    #expect(scene.pages[before]["cursor"] == cursor)
    #expect(scene.asked.count == 1)
  }

  @Test func `a raw record is none, and what else there is is said in one sentence`() async throws {
    let scene = try TalkdeskScene()
    let core = try await scene.core()
    let record = await core.rawRecord(
      user: "1", period: Period(.week, scene.last(7)), resource: .interactions)
    let failure = #expect(throws: Failure.self) { try record.get() }
    #expect(failure?.sentence.contains("derived from conversations") == true)
    #expect(scene.server.requests == [])
  }

  @Test func `the account's status knows its weeks`() async throws {
    let scene = try TalkdeskScene()
    let core = try await scene.core()
    #expect(try await core.accountStatus().state == .empty)
    _ = await core.watchRecords(scene.query(scene.last(28))).untilQuiet()
    let status = try await core.accountStatus()
    #expect(status.state == .fresh)
    #expect(status.windows.complete == 4)
    #expect(status.windows.unsettled == 1)
    #expect(status.lastDay == scene.team.today - 1)
    #expect(status.sent.budget == nil)
    scene.pass(hours: 2)
    #expect(try await core.accountStatus().state == .old)
  }

  // MARK: - The list of conversations

  @Test func `a list grows as weeks land, beside what else is watched`() async throws {
    let scene = try TalkdeskScene()
    let core = try await scene.core()
    let snapshots = await core.watch(scene.query(scene.last(7), by: .day))
    let days = scene.last(21)
    let lists = await core.watchConversations(scene.conversationQuery(days)).untilQuiet()
    #expect(lists.first?.conversations == [])
    #expect(lists.map(\.total) == lists.map(\.total).sorted())
    let list = try #require(lists.last)
    #expect(list.progress.isComplete)
    #expect(list.progress.total == 3)
    #expect(list.failure == nil)
    #expect(list.total == scene.encounters(days).count)
    let starts = list.conversations.compactMap(\.startedAt)
    #expect(starts == starts.sorted(by: >))
    #expect(await snapshots.untilQuiet().last?.progress.isComplete == true)

    let user = scene.team.users[3].user.id
    let mine = try #require(
      await core.watchConversations(scene.conversationQuery(days, user: user)).untilQuiet().last)
    let number = list.directory.number(of: user)
    #expect(mine.total > 0)
    #expect(mine.conversations.allSatisfy { $0.agents.contains { $0.user == number } })
    #expect(
      mine.conversations
        == list.conversations.filter { $0.agents.contains { $0.user == number } })
    let short = await core.watchConversations(scene.conversationQuery(days), limit: 5)
      .untilQuiet().last
    #expect(short?.conversations == Array(list.conversations.prefix(5)))
    #expect(short?.total == list.total)
  }

  @Test func `a transcript has what was said, until the week is fetched again`() async throws {
    let scene = try TalkdeskScene()
    let core = try await scene.core()
    let query = scene.conversationQuery(scene.last(7))
    let list = try #require(await core.watchConversations(query).untilQuiet().last)
    let summary = list.conversations[10]
    let transcript = try await core.transcript(summary.number).get()
    let encounter = try #require(scene.encounters(query.days).first { $0.id == summary.id })
    let said = scene.team.conversation(encounter)
    #expect(transcript.conversation.messages.map(\.text) == said.messages.map(\.text))
    #expect(transcript.conversation.messages.map(\.startTime) == said.messages.map(\.startTime))
    #expect(transcript.summary == summary)
    #expect(transcript.speakers == .standard)
    _ = await core.watchConversations(query, refreshing: .everything).untilQuiet()
    let failure = await core.transcript(summary.number)
    #expect(throws: Failure.self) { try failure.get() }
  }

  @Test func `an account that gives records has no conversations, and says so`() async throws {
    let core = try await (try CoreScene()).core()
    let query = ConversationQuery(
      account: "acme", days: days("2026-09-01", "2026-09-08"), today: day("2026-10-01"))
    let list = await core.watchConversations(query).untilQuiet().last
    #expect(list?.failure?.kind == .notFound)
    #expect(list?.isWorking == false)
  }

  // MARK: - Users

  @Test func `a list of users that is refused costs the names and nothing else`() async throws {
    let scene = try TalkdeskScene { $0.talkdesk.scopes = [TalkdeskOptions.readScope] }
    let core = try await scene.core()
    let query = scene.query(scene.last(14))
    let snapshot = await core.watchRecords(query).untilQuiet().last
    try scene.expectComplete(await core.watchSync(query).untilQuiet().last)
    #expect(snapshot?.failure == nil)
    let notices = await core.notices
    #expect(notices.count == 1)
    #expect(notices.first?.contains("users:read") == true)
    let requests = scene.server.requests.count { $0.path == "/oauth/token" }
    // The next program knows, and does not ask again within the hour.
    let other = try await scene.core()
    _ = await other.watchSync(query).untilQuiet()
    #expect(await other.notices == notices)
    #expect(scene.server.requests.count { $0.path == "/oauth/token" } == requests)
    #expect(await other.users().failure?.kind == .forbidden)
    #expect(try await other.accountStatus().state == .fresh)
  }

  @Test func `names come from the list of users where conversations lack them`() async throws {
    let scene = try TalkdeskScene()
    let core = try await scene.core()
    _ = await core.watchConversations(scene.conversationQuery(scene.last(7))).untilQuiet()
    let (directory, failure) = await core.users()
    #expect(failure == nil)
    #expect(
      Set(directory.users.map(\.name)) == Set(scene.team.users.map(\.user.name)))
    #expect(await core.notices == [])
    #expect(scene.server.violations == [])
  }

  // MARK: - Speakers and words

  @Test func `another speaker table derives all again from what is kept`() async throws {
    let scene = try TalkdeskScene()
    let query = scene.query(scene.last(14))
    _ = await (try await scene.core()).watchRecords(query).untilQuiet()
    let asked = scene.server.requests.count
    let core = try await scene.core { $0.conversations.speakers = SpeakerTable(["USER": .agent]) }
    let snapshot = await core.watchRecords(query).untilQuiet().last
    #expect(scene.server.requests.count == asked)
    #expect(snapshot?.progress.isComplete == true)
    let table = try #require(snapshot?.slots.first?.window?.table)
    #expect(table.count > 0)
    #expect(table.column(.metric(.patience))?.values.allSatisfy(\.isNaN) == true)
    let notice = try #require(await core.notices.first)
    #expect(notice.contains("“BOT”, “CONTACT”"))
    #expect(notice.contains("speakers"))
    // And back.
    try scene.expectComplete(await (try await scene.core()).watchRecords(query).untilQuiet().last)
    #expect(scene.server.requests.count == asked)
  }

  @Test func `without the words another speaker table asks again`() async throws {
    let scene = try TalkdeskScene()
    let query = scene.query(scene.last(14))
    let core = try await scene.core { $0.conversations.keepsWords = false }
    try scene.expectComplete(await core.watchRecords(query).untilQuiet().last)
    let asked = scene.asked.count
    let other = try await scene.core {
      $0.conversations.keepsWords = false
      $0.conversations.speakers = SpeakerTable(["USER": .agent])
    }
    _ = await other.watchRecords(query).untilQuiet()
    #expect(scene.asked.count == 2 * asked)
  }

  @Test func `without keep_text no word is in any file, and every number is the same`()
    async throws
  {
    let scene = try TalkdeskScene()
    let days = scene.last(14)
    // What is no label of anything, so that it can only come from what was said.
    let texts = Set(
      scene.encounters(days).flatMap { scene.team.conversation($0).messages.compactMap(\.text) })
    #expect(texts.count > 10)
    func found() throws -> Int {
      let files = try scene.files()
      return texts.count { text in
        files.contains { $0.has(text) }
      }
    }
    let core = try await scene.core { $0.conversations.keepsWords = false }
    try scene.expectComplete(await core.watchRecords(scene.query(days)).untilQuiet().last)
    #expect(try found() == 0)
    await core.close()
    #expect(try found() == 0)

    let keeping = try await scene.core()
    _ = await keeping.watchRecords(scene.query(days), refreshing: .everything).untilQuiet()
    #expect(try found() == texts.count)
    await keeping.close()

    let removing = try await scene.core { $0.conversations.keepsWords = false }
    try scene.expectComplete(await removing.watchRecords(scene.query(days)).untilQuiet().last)
    #expect(try found() == 0)
    #expect(await removing.notices == [])
    let list = await removing.watchConversations(scene.conversationQuery(days)).untilQuiet().last
    #expect(list?.conversations.allSatisfy { !$0.hasWords } == true)
  }
}
