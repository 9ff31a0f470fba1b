/// How every role looks, and the colours that stand for the terminal's own where a picture is
/// drawn without one.
package struct Theme: Equatable, Sendable {
  /// Whether text is light on dark or dark on light.
  package enum Variant: String, CaseIterable, Hashable, Sendable {
    case dark, light
  }

  /// The name that the configuration and the palette use.
  package var name: String
  /// Light on dark or dark on light.
  package var variant: Variant
  /// What stands for the terminal's own text colour in an export; always an RGB colour.
  package var foreground: Color
  /// What stands for the terminal's own background in an export; always an RGB colour.
  package var background: Color
  /// What stands for the first 16 entries of the terminal's palette in an export; RGB colours.
  package var ansi: [Color]
  /// The styles of the roles; a role without one is drawn plain.
  var styles: [Role: Style]

  /// A theme of these styles. `ansi` that are not 16 RGB colours are replaced by xterm's.
  package init(
    name: String, variant: Variant, foreground: Color, background: Color,
    ansi: [Color] = Color.xterm16, styles: [Role: Style]
  ) {
    self.name = name
    self.variant = variant
    self.foreground = foreground
    self.background = background
    self.ansi = ansi.count == 16 ? ansi : Color.xterm16
    self.styles = styles
  }

  /// How a role looks.
  package subscript(role: Role) -> Style { styles[role] ?? .plain }

  /// The RGB colour that a colour of a style is drawn in without a terminal; the `terminal`
  /// colour becomes `own`, which is the theme's foreground or background.
  func resolved(_ color: Color, own: Color) -> Color {
    switch color {
    case .terminal: own
    case .palette(let index) where index < 16: ansi[Int(index)]
    case .palette(let index): .xterm(index)
    case .rgb: color
    }
  }
}

extension Theme {
  /// No colours at all: every meaning is told by bold, dim, underline and reverse.
  package static let plain = Theme(
    name: "plain", variant: .dark, foreground: .rgb(red: 0xD0, green: 0xD0, blue: 0xD0),
    background: .rgb(red: 0x12, green: 0x12, blue: 0x12),
    styles: Dictionary(
      uniqueKeysWithValues: Role.allCases.map { ($0, Style(attributes: $0.monochrome)) }))

  /// The terminal's own 16 colours on its own background, so that it suits whatever the user has
  /// chosen, light or dark.
  package static let terminal = Theme(
    name: "terminal", variant: .dark, foreground: .rgb(red: 0xD5, green: 0xD8, blue: 0xDE),
    background: .rgb(red: 0x15, green: 0x18, blue: 0x1E), ansi: Color.export16,
    styles: Dictionary(
      uniqueKeysWithValues: Role.allCases.map { ($0, $0.inOwnColors(on: nil)) }))
}
