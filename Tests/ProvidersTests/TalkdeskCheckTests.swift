import Providers
import Records
import Simulator
import Testing
import Transport

@Suite(.timeLimit(.minutes(5))) struct TalkdeskCheckTests {
  private func check(
    _ counterpart: TalkdeskCounterpart, ahead: Double = 0
  ) -> TalkdeskCheck {
    TalkdeskCheck(
      client: HTTPClient(userAgent: "test"), account: counterpart.provider.account,
      now: { counterpart.now() + ahead }, log: { _ in })
  }

  @Test func `an account that is well answers both questions, each with its own token`()
    async throws
  {
    let counterpart = try TalkdeskCounterpart()
    let check = check(counterpart)
    let conversations = await check.conversations()
    #expect(conversations.status == 200)
    #expect(conversations.failure == nil)
    #expect(abs(try #require(conversations.clockAhead)) < 30)
    #expect(await check.users().failure == nil)
    #expect(counterpart.tokenRequests == 2)
    #expect(counterpart.server.violations == [])
  }

  @Test func `a clock that is wrong is told by the server's`() async throws {
    let counterpart = try TalkdeskCounterpart()
    let ahead = await check(counterpart, ahead: 4000).conversations().clockAhead
    #expect(abs(try #require(ahead) - 4000) < 30)
  }

  @Test(
    arguments: [
      ([TalkdeskOptions.usersScope], Failure.Kind.forbidden, nil),
      ([TalkdeskOptions.readScope], nil, .forbidden), ([], .forbidden, .forbidden),
    ] as [(Set<String>, Failure.Kind?, Failure.Kind?)])
  func `scopes are told apart`(
    scopes: Set<String>, conversations: Failure.Kind?, users: Failure.Kind?
  ) async throws {
    let counterpart = try TalkdeskCounterpart { $0.scopes = scopes }
    let check = check(counterpart)
    #expect(await check.conversations().failure?.kind == conversations)
    #expect(await check.users().failure?.kind == users)
  }

  @Test(arguments: [
    (Fault.unauthorized, Failure.Kind.credentials), (.notFound, .misconfigured),
    (.serverError, .server), (.html, .unreadable),
  ])
  func `why there is no token is said`(fault: Fault, kind: Failure.Kind) async throws {
    let counterpart = try TalkdeskCounterpart()
    counterpart.server.script([fault])
    let answer = await check(counterpart).conversations()
    #expect(answer.failure?.kind == kind)
    #expect(answer.status == nil)
  }
}
