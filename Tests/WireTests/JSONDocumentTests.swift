import Records
import Testing
import Wire

@Suite struct JSONDocumentTests {
  private func root(_ json: String) throws(JSONError) -> JSONValue {
    try JSONDocument(Array(json.utf8)).root
  }

  @Test(arguments: [
    (#""\u00e9\n\t\"\\\/""#, "é\n\t\"\\/"),
    (#""\ud83d\ude00""#, "😀"),
    (#""😀 李小龍""#, "😀 李小龍"),
    (#""""#, ""),
    (#""a\u0000b""#, "a\u{0}b"),
    (#""\u001b[31m""#, "\u{1b}[31m"),
  ])
  func `a string is read with its escapes undone`(json: String, expected: String) throws {
    #expect(try root(json).string == expected)
    #expect(try root("[\(json)]").elements.map(\.string) == [expected])
  }

  @Test(arguments: [
    (#""\ud83d""#, "\u{FFFD}"),
    (#""\ude00 x""#, "\u{FFFD} x"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    (#""\\ud83d\ud83d""#, "\\ud83d\u{FFFD}"),
  ])
  func `half a surrogate pair becomes a replacement character`(
    json: String, expected: String
  ) throws {
    #expect(try root(json).string == expected)
  }

  @Test(
    arguments: [
      ("0", .integer(0)), ("-0", .integer(0)), ("125", .integer(125)),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("1.0", .decimal(1)), ("9.23", .decimal(9.23)), ("1e3", .decimal(1000)),
      ("5e-324", .decimal(.leastNonzeroMagnitude)), ("1e-400", .decimal(0)),
      ("18446744073709551615", .decimal(0x1p64)),
    ] as [(String, Number)])
  func `a number keeps being an integer or a decimal`(json: String, expected: Number) throws {
    let value = try root(json)
    #expect(value.kind == .number)
    #expect(value.number == expected)
    #expect(value.string == nil)
  }

  @Test func `an integer above Int64 keeps its digits as text`() throws {
    #expect(try root("[18446744073709551615]").text == "[18446744073709551615]")
  }

  @Test(arguments: [
    "18446744073709551616", "-9223372036854775809", "23459948484842312345678901234567890",
    "1e400", "-1e400", "1.5e+999",
  ])
  func `a number that fits nowhere becomes a string of its characters`(number: String) throws {
    let value = try root("{\"id\":\(number),\"quoted\":\"\(number)\",\"small\":[1,2.5]}")
    #expect(value["id"]?.string == number)
    #expect(value["id"]?.number == nil)
    #expect(value["quoted"]?.string == number)
    #expect(value["small"]?.elements.map(\.number) == [.integer(1), .decimal(2.5)])
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b"),
      ([0xE2, 0x82], "\u{FFFD}"),
      ([0xC3, 0xA9, 0x80], "é\u{FFFD}"),
    ] as [([UInt8], String)])
  func `bytes that are not UTF-8 become replacement characters`(
    bytes: [UInt8], expected: String
  ) throws {
    let json = Array(#"{"name":""#.utf8) + bytes + Array(#"","id":123456789012345678901}"#.utf8)
    let value = try JSONDocument(json).root
    #expect(value["name"]?.string == expected)
    #expect(value["id"]?.string == "123456789012345678901")
  }

  @Test func `a byte order mark is passed over`() throws {
    #expect(try JSONDocument([0xEF, 0xBB, 0xBF] + Array("[1]".utf8)).root.kind == .array)
  }

  @Test(arguments: ["", " ", "\n\t"])
  func `nothing to read is an error of its own`(json: String) {
    #expect(throws: JSONError.empty) { try root(json) }
  }

  @Test(arguments: [
    "[1,]", #"{"a":1,}"#, "[1 2]", "{\"a\"}", "{a:1}", "[1", #"{"a":"#, #"["abc"#, "nul", "truth",
    "01", "1.", "-", "+1", ".5", "1e", "0123456789012345678901", "NaN", "[1]]", "\"\\x\"",
    "\"\\u12\"", "\"a\nb\"", "<html>", "'a'", "// c\n1",
  ])
  func `what breaks the rules is refused with a sentence`(json: String) {
    let error = #expect(throws: JSONError.self) { try root(json) }
    guard case .malformed(let detail) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!detail.isEmpty)
    #expect(error?.sentence == "This is not valid JSON: \(detail)")
  }

  @Test func `nesting is read to its limit and no further`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    let limit = JSONDocument.maximumDepth
    #expect(try root(nested(limit - 1)).text == nested(limit - 1))
    #expect(throws: JSONError.tooDeep) { try root(nested(limit + 1)) }
    #expect(throws: JSONError.tooDeep) { try root(nested(100_000)) }
    let objects =
      String(repeating: #"{"a":"#, count: 50_000) + "1" + String(repeating: "}", count: 50_000)
    #expect(throws: JSONError.tooDeep) { try root(objects) }
  }

  @Test func `of a duplicate key the first is found and both are listed`() throws {
    let value = try root(#"{"a":1,"a":2}"#)
    #expect(value["a"]?.number == .integer(1))
    #expect(value.members.map(\.key) == ["a", "a"])
    #expect(value.members.map(\.value.number) == [.integer(1), .integer(2)])
  }

  @Test func `keys are found whole, escaped or not`() throws {
    let value = try root(#"{"":0,"id":1,"i":2,"ids":3,"caf\u00e9":4,"null":null}"#)
    #expect(value[""]?.number == .integer(0))
    #expect(value["id"]?.number == .integer(1))
    #expect(value["i"]?.number == .integer(2))
    #expect(value["café"]?.number == .integer(4))
    #expect(value["null"]?.isNull == true)
    #expect(value["d"] == nil)
    #expect(try root("[1]")["id"] == nil)
    #expect(try root("\"id\"")["id"] == nil)
  }

  @Test func `values of another kind are nil and have no children`() throws {
    let value = try root(#"{"s":"x","b":true,"n":null,"a":[],"o":{},"d":1}"#)
    let kinds: [JSONKind] = [.string, .bool, .null, .array, .object, .number]
    #expect(value.members.map(\.value.kind) == kinds)
    #expect(value["s"]?.bool == nil && value["b"]?.string == nil && value["n"]?.number == nil)
    #expect(value["b"]?.bool == true)
    for member in value.members {
      #expect(Array(member.value.elements).isEmpty && Array(member.value.members).isEmpty)
    }
  }

  @Test func `children come in order whatever they contain`() throws {
    let value = try root(#"[[1,[2]],{"x":{"y":[3]}},"4",5.5,[],{},null]"#)
    #expect(
      value.elements.map(\.text) == [
        "[1,[2]]", #"{"x":{"y":[3]}}"#, "\"4\"", "5.5", "[]", "{}", "null",
      ])
  }

  @Test func `text is compact and reads as the same value`() throws {
    let json = #"{ "a" : [ 1 , 2.50, -3e2, true, null ], "b\n" : "é\u0007\"" }"#
    let text = try root(json).text
    #expect(text == #"{"a":[1,2.5,-300.0,true,null],"b\n":"é\u0007\""}"#)
    #expect(try root(text).text == text)
  }

  @Test func `a value outlives the document it came from`() throws {
    func first() throws -> JSONValue? {
      try root(#"[{"name":"a name too long to be stored inside a string value"}]"#)
        .elements.first { _ in true }
    }
    #expect(
      try first()?["name"]?.string == "a name too long to be stored inside a string value")
  }
}
