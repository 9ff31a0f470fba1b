import Canvas
import Testing

@testable import Configuration

struct ThemeFileTests {
  private static let dark = scheme("1d2021", "fbf1c7")
  private static let light = scheme("fbf1c7", "1d2021")

  /// The lines of a palette whose colours but for the first and the eighth are all alike.
  private static func scheme(_ base00: String, _ base07: String, indent: String = "  ") -> String {
    (0..<16).map { index in
      let color = index == 0 ? base00 : index == 7 ? base07 : "80809" + String(index, radix: 16)
      return "\(indent)base0\(String(index, radix: 16, uppercase: true)): \"\(color)\"\n"
    }.joined()
  }

  private func theme(_ text: String) throws(ConfigurationError) -> Theme {
    try ThemeFile.theme(from: YAMLNode.parse(Array(text.utf8), file: "t.yaml"), name: "t")
  }

  private func rgb(_ hex: String) throws -> Color { try #require(Color(hex: hex)) }

  @Test func `a scheme gives its name, its colours and its variant`() throws {
    let theme = try theme(
      "system: base16\nname: T\nauthor: A\nvariant: light\npalette:\n" + Self.dark)
    #expect(theme.name == "t")
    #expect(theme.variant == .light)
    #expect(try theme.background == rgb("1d2021"))
    #expect(try theme.foreground == rgb("808095"))
  }

  @Test func `the older form has its colours at the top and its name in scheme`() throws {
    let theme = try theme("scheme: T\nauthor: A\n" + Self.scheme("#1D2021", "FBF1C7", indent: ""))
    #expect(try theme.background == rgb("1d2021"))
  }

  @Test func `without a variant the brighter end of the palette decides`() throws {
    #expect(try theme("name: T\npalette:\n" + Self.dark).variant == .dark)
    #expect(try theme("name: T\npalette:\n" + Self.light).variant == .light)
  }

  @Test func `of a base24 scheme the first sixteen colours are taken`() throws {
    let more = (16..<24).map { "  base\(String($0, radix: 16)): \"000000\"\n" }.joined()
    let theme = try theme("system: base24\nname: T\npalette:\n" + Self.dark + more)
    #expect(try theme.background == rgb("1d2021"))
  }

  @Test(
    arguments: [
      ("\"#0a0B0c on base02 bold\"", "0a0b0c", "808092", .bold),
      ("base0D on terminal, underline, italic", "80809d", nil, [.underline, .italic]),
      ("0a0b0c", "0a0b0c", nil, []),
      ("on base02, dim", nil, "808092", .dim),
      ("reverse", nil, nil, .reverse),
      ("terminal", nil, nil, []),
    ] as [(String, String?, String?, Attributes)])
  func `a role says its text, its background and its attributes`(
    words: String, foreground: String?, background: String?, attributes: Attributes
  ) throws {
    let theme = try theme("name: T\nroles:\n  title: \(words)\npalette:\n" + Self.dark)
    let expected = Style(
      foreground: try foreground.map(rgb) ?? .terminal,
      background: try background.map(rgb) ?? .terminal, attributes: attributes)
    #expect(theme[.title] == expected)
  }

  @Test func `a role can have the terminal's own colours by their names`() throws {
    let theme = try theme(
      "name: T\nroles:\n  good: green\n  bad: white on bright-red\npalette:\n" + Self.dark)
    #expect(theme[.good] == Style(foreground: .palette(2)))
    #expect(theme[.bad] == Style(foreground: .palette(7), background: .palette(9)))
  }

  @Test func `a role that is not named keeps what the scheme gives it`() throws {
    let plain = try theme("name: T\npalette:\n" + Self.dark)
    let changed = try theme("name: T\nroles:\n  good: green\npalette:\n" + Self.dark)
    for role in Role.allCases where role != .good { #expect(changed[role] == plain[role]) }
  }

  @Test(arguments: [
    ("  selektion: bold", 3, 3, "There is no role \"selektion\"; the nearest is \"selection\"."),
    (
      "  title: blod", 3, 10,
      "\"blod\" is neither a colour nor an attribute; the nearest is \"bold\"."
    ),
    (
      "  title: bold base02", 3, 10,
      "\"base02\" is out of place; the order is text colour, \"on\", background, the rest."
    ),
    (
      "  title: base05 on", 3, 10,
      "\"on\" needs a colour after it, as in \"base05 on base02\"."
    ),
    (
      "  title: #ff0000", 3, 9,
      "A style is missing; write one such as \"base0D on base02, bold\", in quotation marks if"
        + " it begins with #."
    ),
    ("  title: [bold]", 3, 10, "Here a style is expected, not a list."),
  ])
  func `a role that cannot be read is told with its place`(
    role: String, line: Int, column: Int, sentence: String
  ) {
    #expect(throws: ConfigurationError(file: "t.yaml", line: line, column: column, sentence)) {
      try theme("name: T\nroles:\n\(role)\npalette:\n" + Self.dark)
    }
  }

  @Test(arguments: [
    ("base00: \"1d2021\"", "base00: \"red\"", "no colour; write six hexadecimal digits"),
    ("base00: \"1d2021\"", "base00: #1d2021", "has no colour; a colour that begins with #"),
    ("base0F", "base0f", "\"base0f\" is not known in the palette; the nearest is \"base0F\"."),
    ("  base07: \"fbf1c7\"\n", "", "\"base07\" is missing; a palette has base00 to base0F."),
    ("palette:", "pallete:", "\"pallete\" is not known in a theme; the nearest is \"palette\"."),
    ("name: T\n", "", "\"name\" is missing; add a line such as name: \"t\"."),
    ("name: T\n", "name: T\nvariant: dusk\n", "\"dusk\" is no variant; write \"dark\" or"),
    ("name: T\n", "name: T\nsystem: tinted8\n", "Only schemes of the systems \"base16\" and"),
  ])
  func `a scheme that is not whole is told`(
    good: String, bad: String, sentence: String
  ) throws {
    var text = "name: T\npalette:\n" + Self.dark
    let range = try #require(text.firstRange(of: good))
    text.replaceSubrange(range, with: bad)
    let error = try #require(throws: ConfigurationError.self) { try theme(text) }
    #expect(error.sentence.contains(sentence))
    #expect(error.line != nil)
  }

  @Test func `an empty file is no theme`() {
    #expect(throws: ConfigurationError.self) { try theme("") }
  }
}
