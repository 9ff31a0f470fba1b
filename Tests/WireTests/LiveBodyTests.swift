import Testing
import Wire

@Suite struct LiveBodyTests {
  private func redacted(_ body: String) throws -> String {
    String(decoding: try LiveBody(bytes(body), format: .debug).bytes, as: UTF8.self)
  }

  @Test func `a body stays as it came, odd numbers, order, space and bytes`() throws {
    let body =
      bytes("{ \"z\":1.50,\"result\" : [12345678901234567890123, 1E5, -0.0],\n\t\"a\":\"")
      + [0xC3, 0x28] + bytes("\\ud800\"}\n")
    for format in ResponseFormat.allCases {
      #expect(try LiveBody(body, format: format).bytes == body)
    }
  }

  @Test(arguments: [
    (#""next_cursor":"c""#, "c", true), (#""next_cursor":17"#, "17", true),
    (#""next_cursor":null"#, nil, true), (#""next_cursor":"""#, nil, true),
    (#""next_cursor":{"a":1}"#, nil, false), (#""x":1"#, nil, true),
  ])
  func `the cursor is told from the end, and from what cannot be followed`(
    member: String, cursor: String?, isTold: Bool
  ) throws {
    let body = try LiveBody(bytes("{\"result\":[],\(member)}"), format: .unified)
    #expect(body.nextCursor == cursor)
    #expect(body.tellsNextCursor == isTold)
    #expect(!body.isPartial)
  }

  @Test func `raw may be anything but a web page, and does not tell Truto's cursor`() throws {
    let body = try LiveBody(bytes("plain words"), format: .raw)
    #expect(body.bytes == bytes("plain words"))
    #expect(!body.tellsNextCursor)
    #expect(!(try LiveBody(bytes(#"{"records":{}}"#), format: .raw)).tellsNextCursor)
    #expect(throws: WireError.webPage(title: "Sign in")) {
      try LiveBody(bytes("<html><title>Sign in</title>"), format: .raw)
    }
    #expect(throws: WireError.self) { try LiveBody(bytes("plain words"), format: .unified) }
  }

  @Test func `a partial answer is known as one, and an answer fits on a line`() throws {
    let body = try LiveBody(
      bytes("{\r\n \"is_partial_response\": true, \"a\": \"x\\ny\"\n}\n"), format: .unified)
    #expect(body.isPartial)
    #expect(body.line == bytes("{ \"is_partial_response\": true, \"a\": \"x\\ny\"}\n"))
  }

  @Test(arguments: [
    (#"{"headers":{"Authorization":"Basic eA=="}}"#, #"{"headers":{"Authorization":"[hidden]"}}"#),
    (
      #"{"headers" : { "X-Api-Key":"k" , "Accept":"*/*", "cookie": ["a","b"] } }"#,
      #"{"headers" : { "X-Api-Key":"[hidden]" , "Accept":"*/*", "cookie": "[hidden]" } }"#
    ),
    (
      #"{"a":[{"b":{"clientSecret":{"x":[1,2]},"n":1.50}}]}"#,
      #"{"a":[{"b":{"clientSecret":"[hidden]","n":1.50}}]}"#
    ),
    (
      #"{"auth":{"username":"u","password":"p"},"timeout":1e3}"#,
      #"{"auth":"[hidden]","timeout":1e3}"#
    ),
    (#"{"access_token":123,"token":null}"#, #"{"access_token":"[hidden]","token":null}"#),
    (#"{"\u0061uthorization":"x","q":"\"}"}"#, #"{"\u0061uthorization":"[hidden]","q":"\"}"}"#),
    (
      #"{"h":["Authorization","x","Accept","y"]}"#,
      #"{"h":["Authorization","[hidden]","Accept","y"]}"#
    ),
    (
      #"{"h":[{"name":"Cookie","value":"x"},{"name":"Accept","value":"y"}]}"#,
      #"{"h":[{"name":"Cookie","value":"[hidden]"},{"name":"Accept","value":"y"}]}"#
    ),
    (
      #"{"h":[{"key":"X-Auth-Token","value":"x","password":"p"}]}"#,
      #"{"h":[{"key":"X-Auth-Token","value":"[hidden]","password":"[hidden]"}]}"#
    ),
    (#"{"x":"Bearer abc","y":"basic eA=="}"#, #"{"x":"[hidden]","y":"[hidden]"}"#),
    (
      #"{"body":"grant_type=x&client_secret=y","u":"https://a/b?api%5Fkey=z","v":"https://a/b?c=d"}"#,
      #"{"body":"[hidden]","u":"[hidden]","v":"https://a/b?c=d"}"#
    ),
    (#"{"body":"{\"password\":\"p\"}"}"#, #"{"body":"[hidden]"}"#),
    (#"{"proxy":"http://user:pass@host/"}"#, #"{"proxy":"[hidden]"}"#),
    (
      #"{"url":"https://api.gong.io/v2/x","body":{"filter":{"fromDate":"2026-11-13"}}}"#,
      #"{"url":"https://api.gong.io/v2/x","body":{"filter":{"fromDate":"2026-11-13"}}}"#
    ),
    ("null", "null"), ("[]", "[]"), ("{}", "{}"), ("7", "7"),
  ])
  func `secrets of the request are hidden and all else stays`(
    options: String, expected: String
  ) throws {
    func body(_ options: String) -> String {
      """
      {"result":[{"token":"t"}], "debug" : {"requestUrl":"https://a/","requestOptions": \(options)
      ,"data":{"password":"mine"},"nextCursor":null}}
      """
    }
    #expect(try redacted(body(options)) == body(expected))
  }

  @Test func `cookies among the headers of the answer are hidden, and a secret in the URL`() throws
  {
    #expect(
      try redacted(
        #"{"debug":{"requestUrl":"https://a/?access_token=x","responseHeaders":{"Set-Cookie":["a"],"etag":"e"}}}"#
      )
        == #"{"debug":{"requestUrl":"[hidden]","responseHeaders":{"Set-Cookie":"[hidden]","etag":"e"}}}"#
    )
  }

  @Test func `bytes that are not text do not get in the way of hiding`() throws {
    let start = bytes(#"{"a":"#) + [0x22, 0xC3, 0x22]
    let body = start + bytes(#","debug":{"requestOptions":{"key":"k","n":1e999}}}"#)
    #expect(
      try LiveBody(body, format: .debug).bytes
        == start + bytes(#","debug":{"requestOptions":{"key":"[hidden]","n":1e999}}}"#))
  }

  private func record(_ user: String, in body: String) throws -> String? {
    try LiveBody(Array(body.utf8), format: .unified).record(ofUser: user)
  }

  @Test func `a record is laid out in lines, with every value as it was written`() throws {
    let record =
      #"{ "user":{"id":"7"},"n":[1.50,-0.0, 12345678901234567890,1e400 ],"e":{},"#
      + #""a" : [ ],"s":"a, {\"b\": 1}","t":[{"x":null},true]}"#
    #expect(
      try self.record("7", in: #"{"result":[{"user":{"id":"6"}},\#(record)]}"#) == """
        {
          "user": {
            "id": "7"
          },
          "n": [
            1.50,
            -0.0,
            12345678901234567890,
            1e400
          ],
          "e": {},
          "a": [],
          "s": "a, {\\"b\\": 1}",
          "t": [
            {
              "x": null
            },
            true
          ]
        }
        """)
  }

  @Test(arguments: [
    (#"{"result":[{"user":{"id":7},"x":1}]}"#, true),
    (#"{"result":{"k":{"user":{"id":"7"}}}}"#, true),
    (#"{"results":[{"user":{"id":"7"}}]}"#, true),
    (#"{"result":[{"id":"7","user":{"id":"70"}}]}"#, false),
    (#"{"result":[{"id":"7"}]}"#, false), (#"{"result":[]}"#, false), (#"{"result":7}"#, false),
    ("[]", false), ("7", false),
  ])
  func `a record is found by its user in whatever form the list has`(
    body: String, isThere: Bool
  ) throws {
    #expect(try (record("7", in: body) != nil) == isThere)
  }

  @Test func `secrets within a record are hidden`() throws {
    let body =
      #"{"result":[{"user":{"id":"7"},"remote_data":{"accessToken":"abc","u":"https://x?key=abc"}}]}"#
    let text = try #require(try record("7", in: body))
    #expect(!text.contains("abc"))
    #expect(text.contains(#""accessToken": "[hidden]""#))
  }
}
