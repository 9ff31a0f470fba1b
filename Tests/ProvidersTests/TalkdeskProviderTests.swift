import Providers
import Records
import Simulator
import Testing

@Suite(.timeLimit(.minutes(5))) struct TalkdeskProviderTests {
  /// What one page comes to under a fault.
  enum Outcome: Equatable {
    case page
    case failure(Failure.Kind, ProviderError.Retry, words: String)
  }

  /// Every fault of the simulator, so that a new one cannot be forgotten.
  func outcome(_ fault: Fault) -> Outcome {
    switch fault {
    case .forbidden: .failure(.forbidden, .never, words: "the scope interactions-public:read")
    case .notFound: .failure(.notFound, .never, words: "check the base URL")
    case .rateLimit: .failure(.rateLimited, .after(seconds: 1), words: "0012001 API rate limit")
    case .rateLimitDate:
      .failure(.rateLimited, .after(seconds: 2), words: "Talkdesk limits requests just now")
    case .serverError: .failure(.server, .backOff, words: "status 500 (1905000)")
    case .badGateway: .failure(.server, .backOff, words: "status 502 (a web page “502 Bad Gate")
    case .unavailable: .failure(.server, .backOff, words: "status 503")
    case .stall: .failure(.unreachable, .backOff, words: "The server fell silent for 1 s")
    case .cutBody: .failure(.unreachable, .backOff, words: "in the middle of the answer")
    case .html: .failure(.unreadable, .backOff, words: "“Sign in to the network”")
    // A refused token is replaced once, unseen.
    case .unauthorized, .needsReauth, .noStats, .invalidUTF8, .badRecord, .emptyPage, .loop,
      .duplicate, .partial, .oddDate, .bigID, .numberStrings, .unknownPeriod, .extraFields:
      .page
    }
  }

  @Test(arguments: Fault.allCases)
  func `what is wrong is told apart by kind, with when to ask again`(fault: Fault) async throws {
    let counterpart = try TalkdeskCounterpart(silence: fault == .stall ? 1 : 30)
    counterpart.server.script([nil, fault])
    switch outcome(fault) {
    case .page: _ = try await counterpart.page()
    case .failure(let kind, let retry, let words):
      let error = await #expect(throws: ProviderError.self) { try await counterpart.page() }
      expect(error, kind, retry, words)
      #expect(counterpart.log.last?.note == error?.failure.sentence)
    }
    #expect(counterpart.server.violations == [])
    let page = try await counterpart.page()
    #expect(page.records.count == 5)
    #expect(page.skipped == [])
  }

  private func expect(
    _ error: ProviderError?, _ kind: Failure.Kind, _ retry: ProviderError.Retry, _ words: String
  ) {
    #expect(error?.failure.kind == kind)
    if case .after(let seconds)? = error?.retry, case .after(let limit) = retry {
      // A date has whole seconds, and some of them pass on the way.
      #expect((0...limit).contains(seconds))
    } else {
      #expect(error?.retry == retry)
    }
    let sentence = error?.failure.sentence ?? ""
    #expect(sentence.contains(words), "\(sentence)")
    #expect(sentence.hasSuffix("."))
  }

  @Test func `a page is what the team said`() async throws {
    let counterpart = try TalkdeskCounterpart()
    let page = try await counterpart.page()
    let expected = counterpart.expected(counterpart.week).prefix(5)
    #expect(page.records.map(\.id) == expected.map(\.id))
    #expect(page.skipped == [])
    #expect(page.nextCursor != nil)
    for (record, encounter) in zip(page.records, expected) {
      let said = counterpart.team.conversation(encounter)
      #expect(record.messages.map(\.text) == said.messages.map(\.text))
      #expect(
        record.messages.map(\.startTime?.double) == said.messages.map(\.startTime?.double))
      #expect(record.agents.map(\.id) == said.agents.map(\.id))
      #expect(record.ringGroups == said.ringGroups)
    }
    let request = try #require(counterpart.server.requests.last)
    #expect(request["interaction_started"] == "2026-10-26T00:00:00Z")
    #expect(request["interaction_ended"] == "2026-11-02T00:00:00Z")
    #expect(request["cursor"] == nil)
  }

  @Test func `a conversation at the end of a window is the next one's`() async throws {
    let counterpart = try TalkdeskCounterpart(users: 24) { $0.pageSize = 1000 }
    // Up to a Friday.
    let days = DaySpan(counterpart.team.today - 10, counterpart.team.today - 3)
    let midnight = counterpart.team.zone.start(of: days.end)
    let atTheEnd = counterpart.team.encounters(startedIn: midnight...midnight)
    try #require(!atTheEnd.isEmpty)
    let page = try await counterpart.provider.conversations(
      of: counterpart.key(days), in: .utc, after: nil, attempt: 1)
    #expect(page.records.map(\.id) == counterpart.expected(days).map(\.id))
    #expect(!page.records.contains { $0.id == atTheEnd[0].id })
  }

  // MARK: - Pages that are odd and yet good

  /// A page under a fault, and the same without.
  func pages(_ fault: Fault) async throws -> (odd: Page<Conversation>, even: Page<Conversation>) {
    let counterpart = try TalkdeskCounterpart()
    counterpart.server.script([nil, fault])
    return (try await counterpart.page(), try await counterpart.page())
  }

  @Test func `a week without conversations is an empty page`() async throws {
    #expect(try await pages(.noStats).odd == Page(records: []))
  }

  @Test func `a record that is none is left out and named`() async throws {
    let (odd, even) = try await pages(.badRecord)
    #expect(odd.skipped == ["record 1 of the page is not an object"])
    #expect(odd.records == Array(even.records.dropFirst()))
  }

  @Test(arguments: [
    Fault.oddDate, .numberStrings, .unknownPeriod, .extraFields, .invalidUTF8, .partial,
  ])
  func `odd ways to write are read all the same`(fault: Fault) async throws {
    let (odd, even) = try await pages(fault)
    #expect(odd.records.map(\.id) == even.records.map(\.id))
    #expect(odd.skipped == [])
    #expect(
      odd.records.map { $0.messages.map(\.startTime) }
        == even.records.map { $0.messages.map(\.startTime) })
    let record = try #require(odd.records.first)
    switch fault {
    case .unknownPeriod:
      #expect(record.direction == "SIDEWAYS")
      #expect(record.messages.first?.channel == "HOLOGRAM")
    case .invalidUTF8: #expect(record.messages.first?.text?.contains("\u{FFFD}") == true)
    case .partial: #expect(odd.records.allSatisfy { $0.agents == [] })
    case .oddDate: #expect(record.startedAt?.hasSuffix("+0000") == true)
    default: #expect(odd.records == even.records)
    }
  }

  @Test func `ids that are numbers keep their digits`() async throws {
    let (odd, even) = try await pages(.bigID)
    #expect(odd.records.count == even.records.count)
    #expect(odd.records.allSatisfy { UInt64($0.id ?? "") != nil })
  }

  // MARK: - Cursors

  @Test(arguments: [Fault.emptyPage, .loop, .duplicate])
  func `cursors are handed on as they come`(fault: Fault) async throws {
    let counterpart = try TalkdeskCounterpart()
    counterpart.server.script([nil, fault])
    let first = try await counterpart.page()
    let cursor = try #require(first.nextCursor)
    let second = try await counterpart.page(after: cursor)
    switch fault {
    case .emptyPage:
      #expect(first.records == [])
      #expect(second.records.count == 5)
    case .loop: #expect(second.nextCursor == cursor)
    default: #expect(second.records.first?.id == first.records.last?.id)
    }
    #expect(cursor.contains("+") && cursor.contains("/") && cursor.hasSuffix("=="))
    #expect(counterpart.server.requests.last?["cursor"] == cursor)
    #expect(counterpart.server.violations == [])
  }

  // MARK: - Users

  @Test func `the list of users has the names, with a token of its own`() async throws {
    let counterpart = try TalkdeskCounterpart(users: 450)
    var users: [User] = []
    var cursor: String?
    repeat {
      let page = try await counterpart.provider.users(after: cursor, attempt: 1)
      users += page.records
      cursor = page.nextCursor
    } while cursor != nil
    #expect(users.map(\.id) == counterpart.team.users.map(\.user.id))
    #expect(users.map(\.name) == counterpart.team.users.map(\.user.name))
    #expect(users.map(\.email) == counterpart.team.users.map(\.user.email))
    let requests = counterpart.server.requests.filter { $0.path == "/users" }
    #expect(requests.map { $0["page"] } == ["1", "2", "3"])
    #expect(requests.allSatisfy { $0["per_page"] == "200" })
    _ = try await counterpart.page()
    #expect(counterpart.tokenRequests == 2)
    #expect(counterpart.server.violations == [])
  }

  @Test func `a client that may not see users is told so, and reads conversations all the same`()
    async throws
  {
    let counterpart = try TalkdeskCounterpart { $0.scopes = [TalkdeskOptions.readScope] }
    let error = await #expect(throws: ProviderError.self) {
      try await counterpart.provider.users(after: nil, attempt: 1)
    }
    #expect(error?.failure.kind == .forbidden)
    #expect(error?.retry == .never)
    #expect(error?.failure.sentence.contains("users:read") == true)
    #expect(try await counterpart.page().records.count == 5)
  }
}
