/// How many colours a terminal can show.
package enum ColorDepth: Int, CaseIterable, Comparable, Hashable, Sendable {
  case none, eight, sixteen, palette256, truecolor

  /// Fewer colours come first.
  package static func < (one: ColorDepth, other: ColorDepth) -> Bool {
    one.rawValue < other.rawValue
  }
}

extension Color {
  /// The nearest colour that the depth has. Of the 256 colours the first sixteen are never
  /// chosen, for they are the user's own and can be anything.
  package func quantised(to depth: ColorDepth) -> Color {
    switch (self, depth) {
    case (.terminal, _), (_, .truecolor), (.palette, .palette256): self
    case (_, .none): .terminal
    case (.rgb, .palette256): .palette(nearestOf256)
    case (.palette(let index), .sixteen) where index < 16: self
    case (.palette(let index), .eight) where index < 16: .palette(index % 8)
    case (.palette(let index), _): Color.xterm(index).quantised(to: depth)
    case (.rgb, .sixteen): .palette(nearestByHue)
    case (.rgb, .eight): .palette(nearestOf8)
    }
  }

  private var nearestOf256: UInt8 {
    guard let parts = components else { return 16 }
    func level(_ part: Int) -> Int { part < 48 ? 0 : part < 115 ? 1 : (part - 35) / 40 }
    let (red, green, blue) = (level(parts.red), level(parts.green), level(parts.blue))
    let cube = 16 + 36 * red + 6 * green + blue
    let average = (parts.red + parts.green + parts.blue) / 3
    let grey = 232 + min(23, max(0, (average - 3) / 10))
    return distance(to: .xterm(UInt8(grey))) < distance(to: .xterm(UInt8(cube)))
      ? UInt8(grey) : UInt8(cube)
  }

  private func distance(to other: Color) -> Int {
    guard let mine = components, let its = other.components else { return 0 }
    let (red, green, blue) = (mine.red - its.red, mine.green - its.green, mine.blue - its.blue)
    return red * red + green * green + blue * blue
  }

  /// Of sixteen colours the one of the same hue: by distance most soft colours would turn grey.
  private var nearestByHue: UInt8 {
    guard let parts = components else { return 7 }
    let high = max(parts.red, parts.green, parts.blue)
    let low = min(parts.red, parts.green, parts.blue)
    // A dark colour needs more of a hue to be seen as one: most are the backgrounds of dark themes.
    guard high - low >= max(24, high < 110 ? high / 2 : high / 4) else {
      return high < 56 ? 0 : high < 160 ? 8 : high < 240 ? 7 : 15
    }
    let middle = (high + low) / 2
    let hue =
      (parts.red > middle ? 1 : 0) | (parts.green > middle ? 2 : 0)
      | (parts.blue > middle ? 4 : 0)
    return UInt8(hue + (high > 230 ? 8 : 0))
  }

  private var nearestOf8: UInt8 {
    let near = nearestByHue
    // Dark grey is nearer to black than to white.
    return near == 8 ? 0 : near % 8
  }
}

extension Style {
  /// The style with the nearest colours that the depth has. Where text and background would
  /// become one colour, or a background is lost altogether, the style is reversed instead.
  package func quantised(to depth: ColorDepth) -> Style {
    var style = self
    style.foreground = foreground.quantised(to: depth)
    style.background = background.quantised(to: depth)
    let hadBackground = background != .terminal
    guard hadBackground, !attributes.contains(.reverse) else { return style }
    if style.background == .terminal || style.foreground == style.background {
      style = Style(attributes: attributes.union(.reverse))
    }
    return style
  }
}

extension Theme {
  /// The theme as a terminal of this depth can show it. With 16 or 8 colours these are the user's
  /// own, and nobody knows which grey is behind the text: a role that asks for other colours gets
  /// one that can be read on black or on white, but in a theme of greys none. Without colours each
  /// role has its attributes alone.
  package func quantised(to depth: ColorDepth) -> Theme {
    var theme = self
    let isColored = styles.values.contains { $0.foreground.hasHue || $0.background.hasHue }
    for (role, style) in styles {
      let isOwn = style.foreground.isUsersOwn && style.background.isUsersOwn
      theme.styles[role] =
        switch depth {
        case .sixteen where !isOwn, .eight where !isOwn:
          isColored ? role.inOwnColors(on: variant) : Theme.plain[role]
        case .none: Theme.plain[role]
        default: style.quantised(to: depth)
        }
    }
    return theme
  }
}

extension Color {
  /// Whether the terminal's user, not a theme, decides what it looks like.
  fileprivate var isUsersOwn: Bool {
    switch self {
    case .terminal: true
    case .palette(let index): index < 16
    case .rgb: false
    }
  }

  /// Whether few colours would make anything but black, white or a grey of it.
  fileprivate var hasHue: Bool {
    self != .terminal && ![0, 7, 8, 15].map(Color.palette).contains(quantised(to: .sixteen))
  }
}
