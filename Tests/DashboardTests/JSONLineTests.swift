import Testing

@testable import Dashboard

@Suite struct JSONLineTests {
  static let layouts: [(String, String)] = [
    (#"{"a":1.10,"b":[true,null]}"#, "{|  \"a\": 1.10,|  \"b\": [|    true,|    null|  ]|}"),
    ("{ }", "{}"), ("[]", "[]"), ("[ [ ] ]", "[|  []|]"), ("12", "12"),
    (#""a\"b:{""#, #""a\"b:{""#), (#"{"a:" : "{[,"}"#, #"{|  "a:": "{[,"|}"#),
    ("<html>\n</html>", "<html>|</html>"), (#"{"a":"#, #"{"a":"#), (#"{"a"#, #"{"a"#),
    ("}", "}"), ("", ""),
  ]

  @Test(arguments: layouts)
  func `a text is laid out, and what is no JSON stays as it is`(text: String, lines: String) {
    #expect(JSONLine.lines(of: text).map(\.text).joined(separator: "|") == lines)
  }

  @Test func `names, texts and numbers can be told apart`() {
    let lines = JSONLine.lines(of: #"{"name":"Ana","calls":41}"#)
    #expect(lines[1].pieces.map(\.kind) == [.name, .sign, .sign, .text, .sign])
    #expect(lines[2].pieces.map(\.kind) == [.name, .sign, .sign, .literal])
  }

  @Test func `what is nested without end is indented no further than can be read`() {
    let text = String(repeating: "[", count: 5000) + "1" + String(repeating: "]", count: 5000)
    #expect((JSONLine.lines(of: text).map(\.columns).max() ?? 0) < 60)
  }
}
