import Records
import Testing
import Wire

@Suite struct TrutoErrorTests {
  private func error(_ status: Int, _ body: String) -> TrutoError {
    TrutoError(status: status, body: bytes(body))
  }

  struct Case: Sendable {
    let status: Int
    let body: String
    let kind: Failure.Kind
    let advice: String
  }

  @Test(arguments: [
    Case(
      status: 400,
      body:
        #"{"statusCode":400,"message":"m","truto_error_insight":{"missing_required_query_parameters":"#
        + #"{"description":"d","value":["start_time","end_time"]}}}"#,
      kind: .rejected, advice: "lacks start_time, end_time"),
    Case(
      status: 400, body: #"{"statusCode":400,"error":"Bad Request","message":"name is required"}"#,
      kind: .rejected, advice: "status 400 (name is required): check"),
    Case(status: 401, body: "{}", kind: .credentials, advice: "check TRUTO_API_TOKEN"),
    Case(
      status: 401, body: #"{"message":"x","truto_is_remote_error":true}"#, kind: .disconnected,
      advice: "reconnect the Gong account in Truto"),
    Case(
      status: 403,
      body:
        #"{"truto_error_insight":{"forbidden_error":{"value":{"missing_scopes":["a:b","c"]}}}}"#,
      kind: .forbidden, advice: "missing a:b, c; grant it in Truto"),
    Case(status: 403, body: "{}", kind: .forbidden, advice: "grant it in Truto"),
    Case(status: 404, body: "{}", kind: .notFound, advice: "check the integrated account id"),
    Case(status: 405, body: "{}", kind: .rejected, advice: "status 405: check"),
    Case(status: 408, body: "", kind: .server, advice: "try again later"),
    Case(status: 409, body: "{}", kind: .rejected, advice: "Truto rejected"),
    Case(
      status: 422, body: #"{"message":"Email is invalid","truto_is_remote_error":true}"#,
      kind: .rejected, advice: "The provider rejected the request with status 422"),
    Case(status: 429, body: "{}", kind: .rateLimited, advice: "wait"),
    Case(status: 500, body: "{}", kind: .server, advice: "try again later"),
    Case(status: 502, body: "<html>", kind: .server, advice: "try again later"),
    Case(status: 503, body: "{}", kind: .blocked, advice: "contact Truto support"),
    Case(status: 504, body: "", kind: .server, advice: "try again later"),
    Case(status: 522, body: "", kind: .server, advice: "try again later"),
  ])
  func `each status says what it means and what to do`(example: Case) {
    let failure = error(example.status, example.body).failure
    #expect(failure.kind == example.kind)
    #expect(failure.sentence.contains(example.advice), "\(failure.sentence)")
    #expect(failure.sentence.hasSuffix("."))
    #expect(!failure.sentence.contains("()"))
  }

  @Test(arguments: [
    (#"{"message":"Email is invalid","raw_response":{"a":1}}"#, "Email is invalid"),
    (#"{"message":"","raw_response":"quota exceeded"}"#, "quota exceeded"),
    (#"{"message":"","raw_response":{"errors":["An error"]}}"#, #"{"errors":["An error"]}"#),
    (#"{"raw_response":"only this"}"#, "only this"),
    (#"{"message":null,"raw_response":null}"#, ""),
    (#"{"message":"","raw_response":null}"#, ""),
    (#"{"message":["a is wrong","b too"]}"#, #"["a is wrong","b too"]"#),
    (#"{"error":"x"}"#, ""),
    (#""too many""#, "too many"),
    ("upstream connect error\n or disconnect", "upstream connect error or disconnect"),
    ("<html><title>502 Bad Gateway</title>", "a web page “502 Bad Gateway”"),
    ("<html>", ""), ("", ""), ("[]", "[]"),
  ])
  func `the message is the server's own words, wherever they are`(body: String, message: String) {
    #expect(error(500, body).message == message)
  }

  @Test(
    arguments: [
      (
        404, #"{"truto_is_remote_error":true,"message":"No stats found for the specified period"}"#,
        true
      ),
      (404, #"{"truto_is_remote_error":true,"message":"","raw_response":"No stats found"}"#, true),
      (
        404,
        #"{"truto_is_remote_error":true,"message":"Not Found","raw_response":{"errors":["No stats found for the specified period"]}}"#,
        true
      ),
      (404, #"{"truto_is_remote_error":true,"message":"User not found"}"#, false),
      (404, #"{"message":"No stats found for the specified period"}"#, false),
      (400, #"{"truto_is_remote_error":true,"message":"No stats found"}"#, false),
      (404, "", false),
    ] as [(Int, String, Bool)])
  func `only the provider's own 404 about statistics means no records`(
    status: Int, body: String, expected: Bool
  ) {
    #expect(error(status, body).meansNoRecords == expected)
  }

  /// Everything that remote text can be put into, with 3000 letters each.
  private static let talkative: [(Int, String)] = {
    let long = String(repeating: "x", count: 3000)
    let list = Array(repeating: "\"\(long)\"", count: 9).joined(separator: ",")
    return [
      (401, #"{"message":"\#(long)"}"#),
      (
        403,
        #"{"message":"\#(long)","truto_error_insight":{"forbidden_error":{"value":{"missing_scopes":[\#(list)]}}}}"#
      ),
      (
        400,
        #"{"message":"\#(long)","truto_error_insight":{"missing_required_query_parameters":{"value":[\#(list)]}}}"#
      ),
      (404, #"{"message":"","raw_response":"\#(long)"}"#), (422, #"{"raw_response":[\#(list)]}"#),
      (429, long), (500, "<title>\(long)</title>"), (503, "\"\(long)\""),
    ]
  }()

  @Test(arguments: talkative)
  func `no more than 160 characters of a sentence are the server's`(status: Int, body: String) {
    let sentence = error(status, body).failure.sentence
    #expect(sentence.count { $0 == "x" } <= 160)
    #expect(sentence.count { $0 == "x" } >= 60)
    #expect(sentence.contains("…"))
  }

  @Test func `marks that pile up on one letter are cut as well`() {
    let sentence = error(500, "a" + String(repeating: "\u{301}", count: 5000)).failure.sentence
    #expect(sentence.unicodeScalars.count < 400)
  }

  private static let harmful = #"a\u001b[2J\u009b\r\n\tb\u202e\u200b\u2028c\u0000"#

  @Test(arguments: [
    (500, #"{"message":"\#(harmful)"}"#), (500, #"{"raw_response":"\#(harmful)"}"#),
    (500, "\u{1B}]0;title\u{7} \u{9B}31m\r\u{8}"),
    (500, "<title>\u{1B}c\u{202E}</title>"),
    (
      403,
      #"{"truto_error_insight":{"forbidden_error":{"value":{"missing_scopes":["\#(harmful)"]}}}}"#
    ),
    (
      400,
      #"{"truto_error_insight":{"missing_required_query_parameters":{"value":["\#(harmful)"]}}}"#
    ),
  ])
  func `a sentence is one line and nothing in it can harm a terminal`(status: Int, body: String) {
    for scalar in error(status, body).failure.sentence.unicodeScalars {
      let category = scalar.properties.generalCategory
      #expect(
        ![.control, .format, .lineSeparator, .paragraphSeparator].contains(category),
        "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func `what was a line break is a space, what was an escape is seen`() {
    let message = error(500, #"{"message":"\#(TrutoErrorTests.harmful)"}"#).message
    #expect(message == "a\u{FFFD}[2J\u{FFFD} b c\u{FFFD}")
  }

  @Test func `bytes that are not UTF-8 are replaced`() {
    let error = TrutoError(status: 500, body: [0x6F, 0xFF, 0x6B])
    #expect(error.message == "o\u{FFFD}k")
  }
}
