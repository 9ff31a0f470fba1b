package import Canvas

extension Theme {
  /// A theme for golden frames: every role has a colour of its own, which the legend of a golden
  /// file calls by the role's name. Ordinary text is plain.
  package static let golden: Theme = {
    var styles: [Role: Style] = [:]
    for role in Role.allCases where role != .text {
      styles[role] = Style(
        foreground: role.goldenColor,
        background: role.goldenBackground.map(\.goldenColor) ?? .terminal)
    }
    return Theme(
      name: "golden", variant: .dark, foreground: .rgb(red: 208, green: 208, blue: 208),
      background: .rgb(red: 18, green: 18, blue: 18), styles: styles)
  }()
}

extension Role {
  /// The first of the palette's entries that stand for roles.
  private static let firstColor = 100

  fileprivate var goldenColor: Color {
    .palette(UInt8(Self.firstColor + (Role.allCases.firstIndex(of: self) ?? 0)))
  }

  /// The role whose colour is behind the text of this one.
  fileprivate var goldenBackground: Role? {
    switch self {
    case .selection, .selectionInactive, .panel, .header, .statusBar, .match, .band: self
    case .headerSorted: .header
    case .statusWarning, .statusError: .statusBar
    default: nil
    }
  }

  /// The role that a colour stands for in the golden theme.
  init?(goldenColor color: Color) {
    guard case .palette(let index) = color,
      Role.allCases.indices.contains(Int(index) - Self.firstColor)
    else { return nil }
    self = Role.allCases[Int(index) - Self.firstColor]
  }
}
