import Records
import Testing
import Wire

@Suite struct TalkdeskErrorTests {
  private func failure(_ status: Int, _ body: String) -> Failure {
    TalkdeskError(status: status, body: bytes(body)).failure
  }

  @Test(
    arguments: [
      (400, .rejected, "does not understand the request (1904000 Invalid query"),
      (401, .credentials, "refused the token (1904000"), (403, .forbidden, "grant it the scope"),
      (404, .notFound, "check the base URL"), (429, .rateLimited, "wait a little"),
      (408, .server, "status 408"), (500, .server, "status 500"), (503, .server, "status 503"),
      (418, .rejected, "status 418"),
    ] as [(Int, Failure.Kind, String)])
  func `a status means something to a person`(status: Int, kind: Failure.Kind, words: String) {
    let body = #"{"code":"1904000","message":"Invalid query parameters. (Bad Request)"}"#
    let failure = failure(status, body)
    #expect(failure.kind == kind)
    #expect(failure.sentence.contains(words), "\(failure.sentence)")
    #expect(failure.sentence.hasSuffix("."))
  }

  @Test func `the fields are named with what is wrong with them`() {
    let sentence = failure(
      400,
      #"""
      {"code":1904000,"message":"Invalid query parameters","description":"",
       "fields":[{"name":"interaction_ended","description":"more than 7 days"},"odd",{}]}
      """#
    ).sentence
    #expect(
      sentence.contains(
        "(1904000 Invalid query parameters; interaction_ended: more than 7 days; odd)"))
  }

  @Test(arguments: [
    ("", "status 500; it may"), ("{}", "status 500; it may"), ("[1]", "status 500; it may"),
    ("upstream \u{1B}[2J", "(upstream \u{FFFD}[2J)"),
    ("<html><title>Bad gateway</title>", "(a web page “Bad gateway”)"),
  ])
  func `other bodies are read as far as they can be`(body: String, words: String) {
    let sentence = failure(500, body).sentence
    #expect(sentence.contains(words), "\(sentence)")
  }

  @Test func `long words of a server are cut`() {
    let long = String(repeating: "x", count: 5000)
    let body = #"{"code":"\#(long)","message":"\#(long)","fields":[{"name":"\#(long)"}]}"#
    #expect(failure(400, body).sentence.count < 500)
  }

  @Test(
    arguments: [
      (400, "invalid_scope", .forbidden, "may not have the scope interactions-public:read"),
      (400, "invalid_client", .credentials, "check TALKDESK_CLIENT_ID"),
      (401, "", .credentials, "and TALKDESK_CLIENT_SECRET"), (404, "", .misconfigured, "region"),
      (429, "", .rateLimited, "wait a little"), (502, "", .server, "status 502"),
      (400, "invalid_request", .rejected, "check the token URL"),
    ] as [(Int, String, Failure.Kind, String)])
  func `the token URL's refusals are told apart`(
    status: Int, error: String, kind: Failure.Kind, words: String
  ) {
    let body = #"{"error":"\#(error)","error_description":"Why"}"#
    let failure = TalkdeskGrant.failure(status: status, body: bytes(body))
    #expect(failure.kind == kind)
    #expect(failure.sentence.contains(words), "\(failure.sentence)")
    #expect(failure.sentence.contains("Why"))
  }

  @Test(arguments: [
    (#"{"access_token":"a","expires_in":599}"#, 599.0), (#"{"access_token":"a"}"#, 300),
    (#"{"access_token":"a","expires_in":"600"}"#, 600),
    (#"{"access_token":"a","expires_in":-5}"#, 0),
    (#"{"access_token":"a","expires_in":1e300}"#, 86_400),
  ])
  func `a token has a lifetime, stated or not`(body: String, lifetime: Double) throws {
    let grant = try TalkdeskGrant(bytes(body))
    #expect(grant.token == "a")
    #expect(grant.lifetime == lifetime)
    #expect("\(grant)" == "TalkdeskGrant(\(lifetime) s)")
  }

  @Test(arguments: ["{}", #"{"access_token":""}"#, #"{"access_token":7}"#, "[]"])
  func `an answer without a token is none`(body: String) {
    #expect(throws: WireError.self) { try TalkdeskGrant(bytes(body)) }
  }
}
