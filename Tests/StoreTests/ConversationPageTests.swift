import Foundation
import Records
import Testing

@testable import Store

@Suite struct ConversationPageTests {
  let folder = TemporaryFolder()
  let week = Week()

  @Test func `pages become the window with the last of them, and not before`() async throws {
    let store = try Store(path: folder.database)
    let old = try await store.keep(week, [derived("old")])
    let rules = week.rules.mark
    func add(_ id: String, next: String?, after cursor: String?, _ seconds: Double) async throws
      -> ConversationWindow?
    {
      try await store.add(
        week.page([derived(id)], next: next, skipped: ["x"]), after: cursor, to: week.key,
        rules: rules, at: noon + seconds)
    }
    #expect(try await add("1", next: "b+/==", after: nil, 1) == nil)
    #expect(try await add("2", next: "c", after: "b+/==", 2) == nil)
    #expect(try await store.listed().map(\.id) == ["old"])
    #expect(try await store.conversationWindows(of: "acme", zone: "UTC") == [old])
    #expect(
      try await store.pagesInFlight(of: week.key, rules: rules)
        == PagesInFlight(count: 2, cursor: "c", since: noon + 1))

    let window = try #require(try await add("3", next: nil, after: "c", 3))
    #expect(window.fetchedAt == noon + 1)
    #expect(window.skipped == 3)
    #expect(try await store.conversationWindows(of: "acme", zone: "UTC") == [window])
    #expect(Set(try await store.listed().map(\.id)) == ["1", "2", "3"])
    #expect(try await store.pagesInFlight(of: week.key, rules: rules) == nil)
    #expect(try await store.size().conversations == 3)
  }

  @Test func `what comes back is what was kept`() async throws {
    let store = try Store(path: folder.database)
    let whole = conversation("1", agents: ["ana", "bo"])
    let bare = Conversation()
    let window = try #require(
      try await store.keep(
        week, [derived(whole, patience: 0.75, unknown: "HOST"), derived(bare)]))
    let metrics = try #require(try await store.metrics(of: window))
    let directory = try await store.directory(of: "acme")
    #expect(metrics[0].agents.map(\.agent.id) == ["ana", "bo"])
    #expect(metrics[0].agents[1][.metric(.patience)] == 0.75)
    #expect(metrics[0].agents[1][.metric(.interactivity)] == nil)
    #expect(metrics[0].unknownSpeaker == "HOST")
    #expect(metrics[0].startedAt == whole.startedAt)
    #expect(directory.users.map(\.name) == ["Ana", nil])

    let listed = try await store.listed()
    #expect(listed.map(\.id) == ["1", nil])
    #expect(listed[0].seconds == 480)
    #expect(listed[0].channel == "VOICE")
    #expect(listed[0].intents == ["Apologize"])
    #expect(listed[0].ringGroups == whole.ringGroups)
    #expect(listed[0].messages == 3)
    #expect(listed[0].hasWords)
    #expect(listed[0].agents.map(\.user) == [0, 1])
    let found = try #require(try await store.conversation(listed[0].number, of: "acme"))
    #expect(found.conversation == whole)
    #expect(found.summary == listed[0])
    #expect(Array(found.conversation.ringGroups[1].utf8) == Array("e\u{301}".utf8))
    #expect(try await store.conversation(listed[1].number, of: "acme")?.conversation == bare)
    #expect(try await store.conversation(listed[1].number, of: "globex") == nil)
    #expect(try await store.conversation(99, of: "acme") == nil)
  }

  @Test func `a list has the newest first, of one agent or of all, up to a limit`() async throws {
    let store = try Store(path: folder.database)
    let times = ["2026-11-09T00:00:00Z", "2026-11-15T23:59:59Z", "2026-11-12T12:00:00Z", nil]
    let conversations = times.enumerated().map { index, time in
      derived(conversation("\(index)", at: time, agents: index == 2 ? ["bo"] : ["ana"]))
    }
    try await store.keep(week, conversations)
    #expect(try await store.listed().map(\.id) == ["1", "2", "0", "3"])
    #expect(try await store.listed(user: "ana").map(\.id) == ["1", "0", "3"])
    #expect(try await store.listed(user: "bo").map(\.id) == ["2"])
    #expect(try await store.listed(user: "nobody") == [])
    let tuesday = DaySpan(day("2026-11-10"), day("2026-11-13"))
    for (user, total) in [(nil, 2), ("bo", 1), ("ana", 1)] as [(String?, Int)] {
      let query = ConversationQuery(
        account: "acme", days: tuesday, user: user, today: day("2026-12-01"))
      let list = try await store.conversations(for: query, zone: "UTC", limit: 1)
      #expect(list.total == total)
      #expect(list.listed.count == 1)
    }
  }

  @Test func `of conversations with one id the last wins, on a page, on several and across weeks`()
    async throws
  {
    let store = try Store(path: folder.database)
    let earlier = try #require(
      try await store.keep(
        week, [derived("a", patience: 1), derived("a", patience: 2), derived(nil), derived(nil)]))
    #expect(earlier.duplicates == 1)
    #expect(try await store.metrics(of: earlier)?.first?.agents[0][.metric(.patience)] == 2)

    let next = week.later(7)
    let rules = next.rules.mark
    _ = try await store.add(
      next.page([derived("b", patience: 3), derived("a", patience: 4)], next: "2"), after: nil,
      to: next.key, rules: rules, at: noon)
    #expect(try await store.listed().count == 3)
    let window = try await store.add(
      next.page([derived("b", patience: 5)]), after: "2", to: next.key, rules: rules, at: noon)
    let later = try #require(window)
    #expect(later.duplicates == 2)
    #expect(try await store.metrics(of: later)?.map { $0.agents[0].values[3] ?? 0 }.count == 2)
    #expect(
      try await store.listed().map(\.id).sorted { ($0 ?? "") < ($1 ?? "") } == [nil, nil, "a", "b"])
    // What was read of the other week before is out of date, and known to be.
    #expect(try await store.metrics(of: earlier) == nil)
    let current = try await store.conversationWindows(of: "acme", zone: "UTC")[0]
    #expect(current.revision == earlier.revision + 1)
    #expect(try await store.metrics(of: current)?.count == 2)
  }

  @Test func `a page out of step is refused, and so is one under other rules or with another end`()
    async throws
  {
    let store = try Store(path: folder.database)
    _ = try await store.add(
      week.page([derived("1")], next: "b"), after: nil, to: week.key, rules: week.rules.mark,
      at: noon)
    func refuses(_ cursor: String, _ key: ConversationWindowKey, _ rules: ConversationRules) async
      -> Bool
    {
      do throws(StoreError) {
        _ = try await store.add(
          week.page([derived("2")]), after: cursor, to: key, rules: rules.mark, at: noon)
        return false
      } catch {
        return error.kind == .outOfStep
      }
    }
    #expect(await refuses("c", week.key, week.rules))
    var rules = ConversationRules()
    rules.keepsWords = false
    #expect(await refuses("b", week.key, rules))
    #expect(try await store.pagesInFlight(of: week.key, rules: rules.mark) == nil)
    rules = ConversationRules()
    rules.speakers = SpeakerTable([:])
    #expect(await refuses("b", week.key, rules))
    let shorter = ConversationWindowKey(
      account: "acme", zone: "UTC", days: DaySpan(week.key.days.start, week.key.days.end - 1))
    #expect(await refuses("b", shorter, week.rules))
    #expect(!(await refuses("b", week.key, week.rules)))
  }

  @Test func `what a killed program leaves opens clean, and goes on at its cursor`() async throws {
    let store = try Store(path: folder.database)
    let whole = try await store.keep(week, [derived("1")])
    let next = week.later(7)
    _ = try await store.add(
      next.page([derived("2")], next: "b=="), after: nil, to: next.key, rules: next.rules.mark,
      at: noon)
    let left = TemporaryFolder()
    try FileManager.default.copyItem(atPath: folder.path, toPath: left.path)

    let other = try Store(path: left.database)
    #expect(await other.notice == nil)
    #expect(try await other.conversationWindows(of: "acme", zone: "UTC") == [whole])
    #expect(try await other.listed().map(\.id) == ["1"])
    let cursor = try await other.pagesInFlight(of: next.key, rules: next.rules.mark)?.cursor
    #expect(cursor == "b==")
    _ = try await other.add(
      next.page([derived("3")]), after: cursor, to: next.key, rules: next.rules.mark, at: noon)
    #expect(Set(try await other.listed().map(\.id)) == ["1", "2", "3"])
  }

  @Test func `upkeep knows conversations`() async throws {
    let store = try Store(path: folder.database)
    try await store.keep(week, [derived("1"), derived("2")])
    let next = week.later(7)
    _ = try await store.add(
      next.page([derived("3")], next: "b"), after: nil, to: next.key, rules: next.rules.mark,
      at: noon)
    #expect(
      try await store.accountSizes() == [
        AccountSize(
          account: "acme", windows: 1, records: 0, conversations: 2, pagesInFlight: 1, users: 1)
      ])
    let history = try await store.history(of: "acme")
    #expect(history.windows.map(\.key) == [week.key.inCommon])
    #expect(history.begunAt == [noon])
    #expect(history.pagesInFlight == 1)

    #expect(try await store.prune(before: week.key.days.end, abandoned: noon) == 0)
    #expect(try await store.pagesInFlight(of: next.key, rules: next.rules.mark) != nil)
    #expect(try await store.prune(before: week.key.days.end + 1, abandoned: noon + 1) == 1)
    #expect(try await store.pagesInFlight(of: next.key, rules: next.rules.mark) == nil)
    #expect(try await store.listed() == [])

    try await store.keep(week, [derived("1")])
    #expect(try await store.clear("globex"))
    #expect(try await store.listed().count == 1)
    #expect(try await store.clear("acme"))
    #expect(try await store.listed() == [])
    #expect(try await store.size().conversations == 0)
  }

  @Test func `a cache in memory lets go of conversations with their window too`() async throws {
    let store = try Store(path: folder.database)
    try await store.keep(week, [derived("1")])
    try await store.continueInMemory(
      because: StoreError(.full, path: folder.database, message: "no room"))
    try await store.keep(week, [derived("2")], at: noon + 1)
    #expect(try await store.listed().map(\.id) == ["2"])
    #expect(try await store.size().conversations == 1)
  }

  @Test func `a digest that is damaged is no conversation, whatever its bytes are`() throws {
    var directory = Directory()
    _ = directory.intern(User(id: "ana"))
    let digest = ConversationDigest(derived("1"), directory: directory).packed
    let messages = PackedConversation.messages(of: conversation("1"))
    let words = PackedConversation.words(of: conversation("1"))
    func isRead(_ bytes: [UInt8]) -> Bool {
      bytes.withUnsafeBytes { (try? ConversationDigest($0, users: 1)) != nil }
    }
    func isWhole(_ messages: [UInt8], _ words: [UInt8]) -> Bool {
      messages.withUnsafeBytes { messages in
        words.withUnsafeBytes { words in
          (try? PackedConversation.conversation(messages, words: words)) != nil
        }
      }
    }
    #expect(isRead(digest))
    #expect(isWhole(messages, words))
    for length in 0..<digest.count { #expect(!isRead(Array(digest.prefix(length)))) }
    for length in 0..<messages.count { #expect(!isWhole(Array(messages.prefix(length)), words)) }
    for length in 0..<words.count { #expect(!isWhole(messages, Array(words.prefix(length)))) }
    for place in digest.indices {
      var odd = digest
      odd[place] ^= 0xFF
      _ = isRead(odd)
    }
    for place in messages.indices {
      var odd = messages
      odd[place] ^= 0xFF
      _ = isWhole(odd, words)
    }
  }
}
