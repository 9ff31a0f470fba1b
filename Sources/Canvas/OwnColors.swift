extension Role {
  /// How the role looks in the first eight colours of the user's own palette, on a background of
  /// which it is known whether it is dark or light, or nothing (nil).
  func inOwnColors(on variant: Theme.Variant?) -> Style {
    var style = Style(attributes: monochrome)
    if let color = color(on: variant) {
      style.foreground = .palette(color)
      if !Role.boldInColor.contains(self) { style.attributes.remove(.bold) }
    }
    return style
  }

  private static let boldInColor: Set<Role> = [.bad, .statusWarning, .key, .headerSorted]

  /// The entry of the palette that a role is drawn in. Neither of the two blacks and whites is
  /// used: one of each would vanish on somebody's background.
  private var ownColor: UInt8? {
    switch self {
    case .accent, .key, .headerSorted, .chart1, .below: 4
    case .good, .within, .band, .heat2: 2
    case .warn, .statusWarning, .median, .heat3, .match, .chart2: 3
    case .bad, .statusError, .heat5: 1
    case .above, .marked, .chart3, .heat4: 5
    case .heat1: 6
    default: nil
    }
  }

  /// The entry where a black or a white like xterm's is behind it. Many terminals have a blue that
  /// cannot be read on their black, and a green, a yellow and a cyan that cannot on their white.
  private func color(on variant: Theme.Variant?) -> UInt8? {
    switch (self, variant) {
    case (_, nil): ownColor
    // With the text's own colour these two are told apart by everybody, on black and on white.
    case (.below, _): 5
    case (.within, _): nil
    case (.above, _): 1
    case (_, .dark): ownColor == 4 ? 6 : ownColor
    case (.chart2, .light): 1
    case (_, .light):
      switch ownColor {
      case 2: nil
      case 3: 5
      case 6: 4
      case let color: color
      }
    }
  }
}
