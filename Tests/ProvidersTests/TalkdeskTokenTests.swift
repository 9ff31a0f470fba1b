import Providers
import Records
import Simulator
import Testing
import Transport

@Suite(.timeLimit(.minutes(5))) struct TalkdeskTokenTests {
  @Test func `requests at once share one token`() async throws {
    let counterpart = try TalkdeskCounterpart()
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { try await counterpart.page().records.count } }
      for try await count in group { #expect(count == 5) }
    }
    #expect(counterpart.tokenRequests == 1)
    #expect(counterpart.server.requests.count == 9)
    #expect(counterpart.server.violations == [])
  }

  @Test(arguments: [(530.0, 1), (540, 2), (700, 2)])
  func `a token is replaced a minute before it is over`(
    seconds: Double, tokens: Int
  ) async throws {
    let counterpart = try TalkdeskCounterpart()
    _ = try await counterpart.page()
    counterpart.passTime(seconds)
    _ = try await counterpart.page()
    #expect(counterpart.tokenRequests == tokens)
    #expect(!counterpart.server.requests.contains { $0.status == 401 })
  }

  @Test func `a token that is refused is replaced once for all who use it`() async throws {
    let counterpart = try TalkdeskCounterpart()
    _ = try await counterpart.page()
    counterpart.server.revokeTokens()
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 { group.addTask { try await counterpart.page().records.count } }
      for try await count in group { #expect(count == 5) }
    }
    #expect(counterpart.tokenRequests == 2)
    #expect((1...4).contains(counterpart.server.requests.count { $0.status == 401 }))
  }

  @Test func `a second refusal is the end, in words that say what to check`() async throws {
    let counterpart = try TalkdeskCounterpart()
    counterpart.server.script([nil, .unauthorized, nil, .unauthorized])
    let error = await #expect(throws: ProviderError.self) { try await counterpart.page() }
    #expect(error?.failure.kind == .credentials)
    #expect(error?.retry == .never)
    #expect(error?.failure.sentence.contains("1904010 The provided JWT is not valid") == true)
    #expect(error?.failure.sentence.contains("of the same region") == true)
    #expect(counterpart.server.requests.count == 4)
  }

  @Test func `tokens that live for four seconds do for a longer fetch`() async throws {
    let counterpart = try TalkdeskCounterpart(delay: 0.12) { $0.tokenLifetime = 4 }
    let days = DaySpan(counterpart.team.today - 21, counterpart.team.today)
    let ids = try await counterpart.fetch(days).map(\.id)
    #expect(Set(ids) == Set(counterpart.expected(days).map(\.id)))
    #expect(counterpart.server.requests.count > 40)
    #expect(counterpart.tokenRequests > 1)
    #expect(counterpart.server.violations == [])
  }

  @Test func `a request that is cancelled while it waits for a token ends at once`() async throws {
    let counterpart = try TalkdeskCounterpart()
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

  @Test(arguments: [
    (Fault.unauthorized, Failure.Kind.credentials, "check TALKDESK_CLIENT_ID"),
    (.forbidden, .forbidden, "grant it to the client"), (.notFound, .misconfigured, "the region"),
    (.rateLimit, .rateLimited, "requests for tokens"), (.serverError, .server, "status 500"),
    (.badGateway, .server, "status 502"), (.html, .unreadable, "“Sign in to the network”"),
    (.stall, .unreachable, "fell silent"), (.cutBody, .unreachable, "in the middle"),
  ])
  func `the token URL's own troubles are told apart`(
    fault: Fault, kind: Failure.Kind, words: String
  ) async throws {
    let counterpart = try TalkdeskCounterpart(silence: fault == .stall ? 1 : 30)
    counterpart.server.script([fault])
    let error = await #expect(throws: ProviderError.self) { try await counterpart.page() }
    #expect(error?.failure.kind == kind)
    let sentence = error?.failure.sentence ?? ""
    #expect(sentence.contains(words), "\(sentence)")
    #expect(sentence.hasSuffix("."))
    #expect(counterpart.log.map(\.path) == ["/oauth/token"])
    // The next request begins anew.
    #expect(try await counterpart.page().records.count == 5)
  }

  @Test func `a client without the scope is told so`() async throws {
    let counterpart = try TalkdeskCounterpart { $0.scopes = ["users:read"] }
    let error = await #expect(throws: ProviderError.self) { try await counterpart.page() }
    #expect(error?.failure.kind == .forbidden)
    #expect(error?.failure.sentence.contains("interactions-public:read") == true)
  }

  @Test func `neither log nor error has an id, a secret or a token`() async throws {
    let counterpart = try TalkdeskCounterpart(secret: "sesame-5f0c1d-wrong")
    let error = await #expect(throws: ProviderError.self) { try await counterpart.page() }
    #expect(error?.failure.kind == .credentials)
    let good = try TalkdeskCounterpart()
    _ = try await good.page()
    for entry in counterpart.log + good.log {
      for secret in ["sesame", "client-7be1f6", "eyJ"] { #expect(!"\(entry)".contains(secret)) }
    }
    #expect(good.log.map(\.status) == [200, 200])
    #expect("\(good.provider.account)".contains("acme"))
    #expect(!"\(good.provider.account)".contains("sesame"))
  }

  @Test func `a client whose secret cannot be read asks for nothing`() async throws {
    let counterpart = try TalkdeskCounterpart()
    let provider = TalkdeskProvider(
      client: HTTPClient(userAgent: "test"),
      account: TalkdeskAccount(
        name: "acme", baseURL: counterpart.server.baseURL, tokenURL: counterpart.server.tokenURL,
        clientID: { () throws(Failure) in "x" },
        clientSecret: { () throws(Failure) in throw Failure(.credentials, "There is none.") }),
      now: { Timestamp(seconds: 0) }, log: { _ in })
    let error = await #expect(throws: ProviderError.self) {
      try await provider.conversations(
        of: counterpart.key(counterpart.week), in: .utc, after: nil, attempt: 1)
    }
    #expect(error?.failure == Failure(.credentials, "There is none."))
    #expect(counterpart.server.requests == [])
  }

  @Test(arguments: [
    (TalkdeskRegion.us, "https://api.talkdeskapp.com", "https://acme.talkdeskid.com/oauth/token"),
    (.eu, "https://api.talkdeskapp.eu", "https://acme.talkdeskid.eu/oauth/token"),
    (.ca, "https://api.talkdeskappca.com", "https://acme.talkdeskidca.com/oauth/token"),
  ])
  func `a region has its addresses`(region: TalkdeskRegion, base: String, token: String) {
    #expect(region.baseURL == base)
    #expect(region.tokenURL(of: "acme") == token)
    #expect(region.tokenURL(of: "evil.example/x").hasPrefix("https://evil.example%2Fx."))
  }
}
