/// A colour as a theme states it; what a terminal can show of it is decided when it is drawn.
package enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminal
  /// An entry of the terminal's palette, 0 to 255; 0 to 15 are the user's own colours.
  case palette(UInt8)
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// The ways a cell can stand out besides its colours.
package struct Attributes: OptionSet, Hashable, Sendable {
  /// A bit for each attribute.
  package let rawValue: UInt8
  /// Attributes from their bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Heavier, and with some terminals brighter.
  package static let bold = Attributes(rawValue: 1)
  /// Fainter, where the terminal can.
  package static let dim = Attributes(rawValue: 2)
  /// Slanted, where the terminal can.
  package static let italic = Attributes(rawValue: 4)
  /// With a line below.
  package static let underline = Attributes(rawValue: 8)
  /// With the foreground and the background exchanged.
  package static let reverse = Attributes(rawValue: 16)
}

/// How a cell looks.
package struct Style: Hashable, Sendable {
  /// The colour of the text.
  package var foreground: Color
  /// The colour behind the text.
  package var background: Color
  /// What else makes it stand out.
  package var attributes: Attributes

  /// A style; what is not said is the terminal's own.
  package init(
    foreground: Color = .terminal, background: Color = .terminal, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours, plain.
  package static let plain = Style()

  /// The same foreground on the background of `other`, keeping the attributes of both: how a
  /// coloured value looks on a selected row. The foreground of `other` is taken where this style
  /// has none of its own, where its own would vanish in the background, and where `other` is
  /// reversed, since the colour would fill the cell. What is reversed on something reversed is
  /// seen by not being so.
  package func on(_ other: Style) -> Style {
    let takesOther =
      foreground == .terminal || foreground == other.background
      || other.attributes.contains(.reverse)
    var union = attributes.union(other.attributes)
    if attributes.contains(.reverse), other.attributes.contains(.reverse) { union.remove(.reverse) }
    return Style(
      foreground: takesOther ? other.foreground : foreground, background: other.background,
      attributes: union)
  }
  /// Whether a blank looks the same in both.
  func looksAlikeInBlanks(_ other: Style) -> Bool {
    let seen: Attributes = [.underline, .reverse]
    return background == other.background && attributes.isDisjoint(with: seen)
      && other.attributes.isDisjoint(with: seen)
  }
}
