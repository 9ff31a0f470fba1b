import Canvas
import Testing

@Suite struct TextFieldTests {
  /// A field whose cursor is where the bar is.
  private func field(_ text: String) -> TextField {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    var field = TextField(parts.joined())
    for _ in 0..<(parts.last?.count ?? 0) { field.moveLeft() }
    return field
  }

  private func shown(_ field: TextField) -> String {
    "\(field.text.prefix(field.cursor))|\(field.text.dropFirst(field.cursor))"
  }

  @Test(arguments: [
    ("ab|", "c", "abc|"), ("a|b", "xy", "axy|b"), ("|", "李小", "李小|"), ("e|x", "\u{301}", "é|x"),
    ("|", "two\nlines\r\n", "two lines|"), ("|", "\n\n", "|"),
    ("|", "\u{1B}[31mred\u{202E}", "\u{FFFD}[31mred|"), ("|", "👨‍👩‍👧", "👨|"), ("a|", "\tb", "a b|"),
  ])
  func `text that is typed or pasted becomes one harmless line`(
    before: String, added: String, after: String
  ) {
    var field = field(before)
    field.insert(added)
    #expect(shown(field) == after)
  }

  @Test func `a mistaken paste is cut`() {
    var field = field("a|b")
    field.insert(String(repeating: "x", count: 100_000))
    #expect(field.text.count == 1000)
    #expect(field.text.last == "b")
  }

  private static let edits: [@Sendable (inout TextField) -> Void] = [
    { $0.deleteBackward() }, { $0.deleteForward() }, { $0.deleteWord() }, { $0.deleteToStart() },
    { $0.deleteToEnd() }, { $0.moveLeft() }, { $0.moveRight() }, { $0.moveToStart() },
    { $0.moveToEnd() },
  ]

  @Test(arguments: [
    ("|", ["|", "|", "|", "|", "|", "|", "|", "|", "|"]),
    (
      "李小|龙",
      ["李|龙", "李小|", "|龙", "|龙", "李小|", "李|小龙", "李小龙|", "|李小龙", "李小龙|"]
    ),
    (
      "ab cd  |e",
      [
        "ab cd |e", "ab cd  |", "ab |e", "|e", "ab cd  |", "ab cd | e", "ab cd  e|", "|ab cd  e",
        "ab cd  e|",
      ]
    ),
    (
      "Zoe\u{308}| x",
      [
        "Zo| x", "Zoe\u{308}|x", "| x", "| x", "Zoe\u{308}|", "Zo|e\u{308} x", "Zoe\u{308} |x",
        "|Zoe\u{308} x", "Zoe\u{308} x|",
      ]
    ),
  ])
  func `each key does what hands expect`(text: String, results: [String]) {
    for (edit, result) in zip(Self.edits, results) {
      var edited = field(text)
      edit(&edited)
      #expect(shown(edited) == result)
    }
  }

  @Test(arguments: [
    ("abc|", 6, "abc", 3), ("|abc", 6, "abc", 0), ("abcdef|", 6, "bcdef", 5),
    ("abcdef|ghi", 6, "defghi", 3), ("|abcdefghi", 6, "abcdef", 0), ("abcdefgh|i", 6, "efghi", 4),
    ("李小龙李小龙|", 6, "小龙", 4), ("a李小|龙龙", 6, "小龙龙", 2), ("abc|", 1, "", 0), ("abc|", 0, "", 0),
  ])
  func `the part around the cursor is seen`(
    text: String, columns: Int, row: String, cursor: Int
  ) {
    var frame = Frame(size: Size(columns: 12, rows: 1))
    let place = field(text).draw(
      into: &frame, in: Rect(column: 2, row: 0, columns: columns, rows: 1), style: .plain)
    #expect(frame.text(ofRow: 0) == (row.isEmpty ? "" : "  \(row)"))
    #expect(place == Point(column: 2 + cursor, row: 0))
  }

  @Test func `wherever the cursor is, it is in sight`() {
    var field = TextField("Ana Lopes 李小龙 and everybody else in the team")
    for _ in 0...field.text.count {
      for columns in 1...12 {
        var frame = Frame(size: Size(columns: 12, rows: 1))
        let place = field.draw(
          into: &frame, in: Rect(column: 0, row: 0, columns: columns, rows: 1), style: .plain)
        #expect((0..<columns).contains(place.column))
        let next = field.text.dropFirst(field.cursor).first
        if let next, columns > 3 { #expect(frame[place.column, 0].character == next) }
      }
      field.moveLeft()
    }
  }
}
