import Testing

@testable import Dashboard

@Suite struct JSONLineTests {
  @Test(arguments: [
    "{", "  \"a\": 1.10,", "  \"b\": []", #"  "say \"a:\" and \\": "{[,","#, "",
    "<html lang=\"en\">",
    "\"left open", "\"ends in \\", "李小龍: 🚀",
  ])
  func `every line stays as it is`(text: String) {
    #expect(JSONLine.lines(of: text).map(\.text) == [text])
  }

  @Test func `names, texts and numbers can be told apart`() {
    let line = JSONLine.lines(of: #"  "na\"me": "Ana", "calls": 41, "isNew": true,"#)[0]
    #expect(
      line.pieces.filter { $0.kind != .sign }.map { "\($0.kind) \($0.text)" } == [
        #"name "na\"me""#, #"text "Ana""#, #"name "calls""#, "literal 41", #"name "isNew""#,
        "literal true",
      ])
  }

  @Test func `what is nested without end is indented no further than can be read`() {
    let line = JSONLine.lines(of: String(repeating: " ", count: 5000) + "1")[0]
    #expect(line.columns < 60)
  }
}
