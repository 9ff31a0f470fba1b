import Records
import Testing
import Wire

@Suite struct JSONWriterTests {
  private func written(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `objects and arrays get their commas`() {
    let text = written {
      $0.beginObject()
      $0.key("a")
      $0.beginArray()
      $0.integer(1)
      $0.beginArray()
      $0.endArray()
      $0.null()
      $0.beginObject()
      $0.endObject()
      $0.endArray()
      $0.key("b")
      $0.bool(true)
      $0.key("c")
      $0.raw(#"{"x":1}"#)
      $0.key("d")
      $0.raw(Array("[2]".utf8))
      $0.endObject()
    }
    #expect(text == #"{"a":[1,[],null,{}],"b":true,"c":{"x":1},"d":[2]}"#)
  }

  @Test(arguments: [
    ("plain", #""plain""#), ("", #""""#), ("a\"b\\c/", #""a\"b\\c/""#),
    ("\n\r\t\u{0}\u{1f}\u{7f}", #""\n\r\t\u0000\u001f\u007f""#),
    ("\u{1b}]0;x\u{7}", #""\u001b]0;x\u0007""#),
    ("\u{80}\u{9b}31m\u{9f}\u{a0}é", "\"\\u0080\\u009b31m\\u009f\u{a0}é\""),
    ("李小龍 😀", "\"李小龍 😀\""),
  ])
  func `a string is escaped and reads back as itself`(text: String, expected: String) throws {
    let json = written { $0.string(text) }
    #expect(json == expected)
    #expect(try JSONDocument(Array(json.utf8)).root.string == text)
  }

  @Test(
    arguments: [
      (0, "0"), (1, "1"), (-3, "-3"), (0.1, "0.1"), (9.23, "9.23"), (1e15, "1000000000000000"),
      (1e300, "1e+300"), (.leastNonzeroMagnitude, "5e-324"), (-0.0, "-0"),
      (1.0 / 3, "0.3333333333333333"),
      (.infinity, "null"), (-.infinity, "null"), (.nan, "null"),
    ] as [(Double, String)])
  func `a double is as short as it can be and always valid`(value: Double, expected: String) throws
  {
    let json = written { $0.double(value) }
    #expect(json == expected)
    #expect(
      try JSONDocument(Array(json.utf8)).root.number?.double == (value.isFinite ? value : nil))
  }

  @Test func `integers keep all their digits`() {
    let text = written {
      $0.beginArray()
      $0.integer(Int64.min)
      $0.integer(UInt64.max)
      $0.endArray()
    }
    #expect(text == "[-9223372036854775808,18446744073709551615]")
  }

  @Test func `lines have no commas between them`() {
    var writer = JSONWriter()
    writer.integer(1)
    writer.newline()
    #expect(writer.take() == Array("1\n".utf8))
    writer.integer(2)
    writer.newline()
    #expect(writer.bytes == Array("2\n".utf8))
  }

  @Test func `an array can be taken in pieces`() {
    var writer = JSONWriter()
    writer.beginArray()
    writer.integer(1)
    let first = writer.take()
    writer.integer(2)
    writer.endArray()
    #expect(String(decoding: first + writer.bytes, as: UTF8.self) == "[1,2]")
  }
}
