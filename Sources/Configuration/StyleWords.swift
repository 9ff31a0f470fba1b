internal import Canvas

/// Reads a style in words: `base0D on base02, bold`.
struct StyleWords {
  private let colors: [String: Color]

  private static let attributes: KeyValuePairs<String, Attributes> = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
  ]
  private static let ansi = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]

  /// Words for the sixteen colours of a scheme, the terminal's sixteen and its own two.
  init(base16: [Color]) {
    var colors: [String: Color] = ["terminal": .terminal]
    for (index, color) in base16.enumerated() {
      colors["base0" + String(index, radix: 16, uppercase: true)] = color
    }
    for (index, name) in Self.ansi.enumerated() {
      colors[name] = .palette(UInt8(index))
      colors["bright-" + name] = .palette(UInt8(index + 8))
    }
    self.colors = colors
  }

  /// The style that a node describes: a colour for the text, `on` and one for the background, and
  /// attributes, each of which can be left out; what is left out is the terminal's own.
  func style(_ node: YAMLNode) throws(ConfigurationError) -> Style {
    let text = try node.text("a style")
    let words = text.split { $0 == "," || $0.isWhitespace }.map(String.init)
    guard !words.isEmpty else {
      throw node.error(
        "A style is missing; write one such as \"base0D on base02, bold\", in quotation marks if"
          + " it begins with #.")
    }
    var style = Style()
    var rest = words[...]
    if let word = rest.first, let color = color(word) {
      style.foreground = color
      rest = rest.dropFirst()
    }
    if rest.first == "on" {
      guard let word = rest.dropFirst().first, let color = color(word) else {
        throw node.error("\"on\" needs a colour after it, as in \"base05 on base02\".")
      }
      style.background = color
      rest = rest.dropFirst(2)
    }
    for word in rest { style.attributes.insert(try attribute(word, of: node)) }
    return style
  }

  private func color(_ word: String) -> Color? { colors[word] ?? Color(hex: word) }

  private func attribute(
    _ word: String, of node: YAMLNode
  ) throws(ConfigurationError) -> Attributes {
    if let known = Self.attributes.first(where: { $0.key == word }) { return known.value }
    if word == "on" || color(word) != nil {
      throw node.error(
        "\(quoted(word)) is out of place; the order is text colour, \"on\", background, the rest.")
    }
    let known = Self.attributes.map(\.key) + colors.keys.sorted()
    throw node.error(
      "\(quoted(word)) is neither a colour nor an attribute; the nearest is"
        + " \(quoted(nearest(to: word, among: known))).")
  }
}
