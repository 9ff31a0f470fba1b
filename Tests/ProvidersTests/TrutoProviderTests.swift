import Providers
import Records
import Simulator
import Testing

@Suite(.timeLimit(.minutes(5))) struct TrutoProviderTests {
  /// What one page comes to under a fault.
  enum Outcome: Equatable {
    case page
    case failure(Failure.Kind, ProviderError.Retry, words: String)
  }

  /// Every fault of the simulator, so that a new one cannot be forgotten.
  func outcome(_ fault: Fault) -> Outcome {
    switch fault {
    case .unauthorized: .failure(.credentials, .never, words: "check TRUTO_API_TOKEN")
    case .needsReauth: .failure(.disconnected, .never, words: "reconnect the Gong account")
    case .forbidden: .failure(.forbidden, .never, words: "missing api:stats:interaction")
    case .notFound: .failure(.notFound, .never, words: "check the integrated account id")
    case .rateLimit:
      .failure(.rateLimited, .after(seconds: 1), words: "The provider limits requests just now")
    case .rateLimitDate:
      .failure(.rateLimited, .after(seconds: 2), words: "The provider limits requests just now")
    case .serverError: .failure(.server, .backOff, words: "status 500 (upstream connect error")
    case .badGateway: .failure(.server, .backOff, words: "status 502 (a web page “502 Bad Gate")
    case .unavailable: .failure(.blocked, .never, words: "contact Truto support")
    case .stall: .failure(.unreachable, .backOff, words: "The server fell silent for 0.2 s")
    case .cutBody: .failure(.unreachable, .backOff, words: "in the middle of the answer")
    case .html: .failure(.unreadable, .backOff, words: "“Sign in to the network”")
    case .noStats, .invalidUTF8, .badRecord, .emptyPage, .loop, .duplicate, .partial, .oddDate,
      .bigID, .numberStrings, .unknownPeriod, .extraFields:
      .page
    }
  }

  @Test(arguments: Fault.allCases)
  func `what is wrong is told apart by kind, with when to ask again`(fault: Fault) async throws {
    let counterpart = try Counterpart()
    counterpart.server.script([fault])
    switch outcome(fault) {
    case .page: _ = try await counterpart.page()
    case .failure(let kind, let retry, let words):
      let error = await #expect(throws: ProviderError.self) { try await counterpart.page() }
      #expect(error?.failure.kind == kind)
      if case .after(let seconds)? = error?.retry, case .after(let limit) = retry {
        // A date has whole seconds, and some of them pass on the way.
        #expect(fault == .rateLimit ? seconds == limit : (0...limit).contains(seconds))
      } else {
        #expect(error?.retry == retry)
      }
      let sentence = error?.failure.sentence ?? ""
      #expect(sentence.contains(words), "\(sentence)")
      #expect(sentence.hasSuffix("."))
      #expect(counterpart.log.map(\.note) == [sentence])
    }
    #expect(counterpart.server.violations == [])
    #expect(counterpart.server.requests.count == 1)
    #expect(counterpart.log.count == 1)
    // The next request is answered well, whatever became of the connection.
    let page = try await counterpart.page()
    #expect(page.records.count == counterpart.expected(.interactions).count)
  }

  @Test(arguments: Resource.allCases)
  func `a page is what the team did`(resource: Resource) async throws {
    let counterpart = try Counterpart()
    let page = try await counterpart.page(resource)
    let expected = counterpart.expected(resource)
    try #require(expected.count > 5)
    #expect(page.records.map(\.user.id) == expected.map(\.id))
    #expect(page.records.map(\.values) == expected.map(\.values))
    #expect(page.records.allSatisfy { $0.startTime == "2026-09-24T00:00:00+00:00" })
    #expect(page.records.allSatisfy { $0.endTime == "2026-10-01T00:00:00+00:00" })
    #expect(page.nextCursor == nil)
    #expect(page.skipped == [])
    #expect(!page.isPartial)
    let request = try #require(counterpart.server.requests.first)
    #expect(request.path.hasSuffix("/\(resource.rawValue)"))
    #expect(request["truto_ignore_remote_data"] == "true")
    #expect(request["next_cursor"] == nil)
  }

  @Test func `the pages of all users follow each other, in every size`() async throws {
    for pageSize in [1, 7, 23, 24] {
      let counterpart = try Counterpart(users: 23, pageSize: pageSize)
      var users: [User] = []
      var cursor: String?
      repeat {
        let page = try await counterpart.provider.users(after: cursor, attempt: 1)
        users += page.records
        cursor = page.nextCursor
      } while cursor != nil
      #expect(users == counterpart.team.users.map(\.user))
      #expect(counterpart.server.requests.count == (23 + pageSize - 1) / pageSize)
      #expect(counterpart.server.violations == [])
    }
  }

  // MARK: - Pages that are odd and yet good

  /// A page under a fault, and the same without.
  func pages(_ fault: Fault, users: Int = 12) async throws -> (
    odd: Page<Record>, even: Page<Record>
  ) {
    let counterpart = try Counterpart(users: users)
    counterpart.server.script([fault])
    return (try await counterpart.page(), try await counterpart.page())
  }

  @Test func `a period without stats is an empty page`() async throws {
    #expect(try await pages(.noStats).odd == Page(records: []))
  }

  @Test func `bytes that are no UTF-8 cost a character, not the record`() async throws {
    let (odd, even) = try await pages(.invalidUTF8)
    #expect(odd.records.first?.user.name?.contains("\u{FFFD}") == true)
    #expect(odd.records.map(\.values) == even.records.map(\.values))
  }

  @Test func `a record without a user is left out and named`() async throws {
    let counterpart = try Counterpart()
    counterpart.server.script([.badRecord])
    let odd = try await counterpart.page()
    #expect(odd.skipped == ["record 1 of the page has no “user.id”"])
    #expect(odd.records.count == counterpart.expected(.interactions).count - 1)
    #expect(counterpart.log.first?.note == "skipped: record 1 of the page has no “user.id”")
  }

  @Test(arguments: [Fault.emptyPage, .loop, .duplicate])
  func `cursors are handed on as they come`(fault: Fault) async throws {
    let counterpart = try Counterpart()
    counterpart.server.script([fault])
    let first = try await counterpart.page()
    let cursor = try #require(first.nextCursor)
    let second = try await counterpart.page(after: cursor)
    let ids = counterpart.expected(.interactions).map(\.id)
    switch fault {
    case .emptyPage:
      #expect(first.records == [])
      #expect(second.records.map(\.user.id) == ids)
      #expect(second.nextCursor == nil)
    case .loop: #expect(second.nextCursor == cursor)
    default:
      #expect(second.records.first?.user.id == first.records.last?.user.id)
      #expect(second.nextCursor == nil)
    }
    #expect(counterpart.server.requests.last?["next_cursor"] == cursor)
    #expect(counterpart.server.violations == [])
  }

  @Test func `a partial response says so`() async throws {
    let (odd, even) = try await pages(.partial)
    #expect(odd.isPartial)
    #expect(!even.isPartial)
    #expect(odd.records.count == (even.records.count + 1) / 2)
  }

  @Test(arguments: [Fault.numberStrings, .oddDate, .unknownPeriod, .extraFields, .bigID])
  func `odd ways to write are read all the same`(fault: Fault) async throws {
    let (odd, even) = try await pages(fault)
    #expect(odd.records.map(\.user.id) == even.records.map(\.user.id))
    #expect(odd.records.map(\.values) == even.records.map(\.values))
    let record = try #require(odd.records.first)
    switch fault {
    case .oddDate:
      #expect(record.startTime == "2026-09-24T000:00:00+00:00")
      #expect(WrittenTime(record.startTime ?? "")?.day == Day(text: "2026-09-24"))
    case .unknownPeriod: #expect(record.aggregationPeriod == "quarter")
    case .extraFields:
      #expect(record.additional == [Record.Additional(name: "talk_ratio", value: .decimal(0.43))])
    default: #expect(record.startTime == even.records.first?.startTime)
    }
  }

  // MARK: - The log

  @Test func `the log has a line for every request and never the token`() async throws {
    let counterpart = try Counterpart(token: "sesame-5f0c1d-old")
    await #expect(throws: ProviderError.self) { try await counterpart.page() }
    counterpart.server.stop()
    await #expect(throws: ProviderError.self) {
      try await counterpart.provider.users(after: "a b", attempt: 3)
    }
    #expect(counterpart.log.map(\.status) == [401, nil])
    #expect(counterpart.log.map(\.attempt) == [1, 3])
    #expect(counterpart.log.map(\.account) == ["acme", "acme"])
    #expect(
      counterpart.log.map { $0.path.prefix { $0 != "?" } } == [
        "/unified/conversational-intelligence/interactions",
        "/unified/conversational-intelligence/users",
      ])
    #expect(counterpart.log[1].path.contains("next_cursor=a%20b"))
    #expect(counterpart.log[0].bytes > 0)
    for entry in counterpart.log { #expect(!"\(entry)".contains("sesame")) }
  }

  @Test func `an account described keeps its token to itself`() {
    let account = TrutoAccount(
      name: "acme", baseURL: "https://example.com//", integratedAccount: "demo", token: "sesame")
    #expect("\(account)" == "TrutoAccount(acme, https://example.com)")
  }

  @Test(arguments: [
    ("https://api.truto.one/", "https://app.truto.one/integrated-accounts" as String?),
    ("https://truto.example.com", nil),
  ])
  func `Truto's own accounts have a place to connect them again`(base: String, place: String?) {
    let account = TrutoAccount(
      name: "acme", baseURL: base, integratedAccount: "demo", token: "sesame")
    #expect(account.reconnectPlace == place)
  }

  @Test func `a request that is cancelled ends at once`() async throws {
    let counterpart = try Counterpart()
    counterpart.server.script([.stall])
    let task = Task { () -> Failure.Kind? in
      do throws(ProviderError) {
        _ = try await counterpart.page()
        return nil
      } catch {
        return error.failure.kind
      }
    }
    task.cancel()
    #expect(await task.value == .cancelled)
  }
}
