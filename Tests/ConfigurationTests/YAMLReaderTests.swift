import Testing

@testable import Configuration

struct YAMLReaderTests {
  private func parse(_ text: String) throws(ConfigurationError) -> YAMLNode {
    try YAMLNode.parse(Array(text.utf8), file: "a.yaml")
  }

  @Test func `a file becomes scalars, lists and groups with their places`() throws {
    let root = try parse("name: Ana\nteams:\n  - EMEA\n  - \"A: B\"\n")
    #expect(try root["name"]?.text("a name") == "Ana")
    let teams = try #require(root["teams"])
    guard case .sequence(let items) = teams.value else {
      Issue.record("not a list")
      return
    }
    #expect(items.map(\.value) == [.scalar("EMEA"), .scalar("A: B")])
    #expect(items.map(\.line) == [3, 4])
    #expect(items.map(\.column) == [5, 5])
    #expect(try root.entries("keys").map(\.keyNode.line) == [1, 2])
    #expect(root["nothing"] == nil)
  }

  @Test(arguments: ["", "# only words\n", "---\n# only words\n...\n", "\u{FEFF}"])
  func `a file without a value is an empty group`(_ text: String) throws {
    #expect(try parse(text).value == .mapping([]))
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", 3, 1, "\"a\" is here again; it is already in line 1."),
    ("a: &x 1\nb: *x\n", 2, 4, "Aliases (*name) are not read here; write the value out."),
    (
      "a: !env X\n", 1, 4,
      "Tags such as \"!env\" mean nothing here; write the value alone."
    ),
    ("a: 1\n---\nb: 2\n", 2, 1, "A second document begins here; put it into a file of its own."),
    ("? [a, b]\n: 1\n", 1, 3, "A key must be a word, not a list or a group of keys."),
  ])
  func `what these files have no use for is refused where it stands`(
    text: String, line: Int, column: Int, sentence: String
  ) {
    #expect(throws: ConfigurationError(file: "a.yaml", line: line, column: column, sentence)) {
      try parse(text)
    }
  }

  @Test(arguments: [
    ("a: 1\n\tb: 2\n", 2), ("a: [1, 2\nb: 3\n", 2), ("a: \"open\n", 2), ("a: b: c\n", 1),
    ("a: @x\n", 1),
  ])
  func `what is not YAML is refused with its line`(text: String, line: Int) throws {
    let error = try #require(throws: ConfigurationError.self) { try parse(text) }
    #expect(error.line == line)
    #expect(error.column != nil)
    #expect(error.sentence.hasPrefix("This is not YAML: "))
  }

  @Test func `bytes that are not UTF-8 are refused with their line`() throws {
    let bytes = Array("a: 1\nb: ".utf8) + [0xFF, 0x0A]
    let error = try #require(throws: ConfigurationError.self) {
      try YAMLNode.parse(bytes, file: "a.yaml")
    }
    #expect(error.line == 2)
    #expect(error.sentence.hasSuffix("save the file as UTF-8."))
  }

  @Test(arguments: ["[", "{a: ", "- "])
  func `nesting is bounded`(_ opening: String) throws {
    let error = try #require(throws: ConfigurationError.self) {
      try parse(String(repeating: opening, count: 10_000))
    }
    #expect(error.sentence == "This is nested more than 32 levels deep; make it flatter.")
  }

  @Test func `32 levels are read`() throws {
    let text = String(repeating: "[", count: 31) + "1" + String(repeating: "]", count: 31)
    #expect(throws: Never.self) { try parse(text) }
  }

  @Test func `size is bounded`() {
    let bytes = [UInt8](repeating: UInt8(ascii: "#"), count: 1 << 20 + 1)
    #expect(throws: ConfigurationError.self) { try YAMLNode.parse(bytes, file: "a.yaml") }
  }

  @Test func `an unknown key is told with the nearest one`() {
    #expect(
      throws: ConfigurationError(
        file: "a.yaml", line: 2, column: 1,
        "\"pallete\" is not known in a theme; the nearest is \"palette\".")
    ) {
      try parse("name: x\npallete: y\n").allowOnly(["name", "palette"], "a theme")
    }
  }

  @Test func `an error reads like a compiler's and cannot touch the terminal`() throws {
    let error = try #require(throws: ConfigurationError.self) {
      try parse("\"\\e[31m\\u202Ex\": 1\n").allowOnly(["name"], "a theme")
    }
    #expect(error.description.hasPrefix("a.yaml:1:1: \"\u{FFFD}[31mx\" is not known"))
    #expect(ConfigurationError("Words.").description == "Words.")
    #expect(ConfigurationError(file: "x\u{1B}y", "Words.").description == "x\u{FFFD}y: Words.")
  }

  @Test func `a value of another kind is told as what it is`() throws {
    let root = try parse("list: [1]\ntext: x\nnone:\n")
    #expect(
      throws: ConfigurationError(
        file: "a.yaml", line: 1, column: 7, "Here a name is expected, not a list.")
    ) { try root["list"]?.text("a name") }
    #expect(
      throws: ConfigurationError(
        file: "a.yaml", line: 2, column: 7,
        "Here a group of roles is expected, as lines of the form \"key: value\", not the text \"x\"."
      )
    ) { try root["text"]?.entries("a group of roles") }
    #expect(try root["none"]?.text("a name") == "")
  }
}
