import Foundation

@testable import Canvas
@testable import Configuration

/// The themes in `themes/`.
enum ShippedThemes {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "themes").path()
  static let catalogue = ThemeCatalogue(folders: [folder])
  static let names = catalogue.entries.filter { $0.path != nil }.map(\.name)
}

/// A theme as a terminal of a depth draws it, as pairs of colours that can be measured. With
/// sixteen colours they are xterm's, behind a dark theme its black and behind a light one its white.
struct DrawnTheme {
  private(set) var theme: Theme
  private(set) var background: Color

  init(_ name: String, _ depth: ColorDepth) throws {
    let whole = try ShippedThemes.catalogue.theme(named: name)
    theme = whole.quantised(to: depth)
    background = theme.resolved(whole.background.quantised(to: depth), own: whole.background)
    guard depth == .sixteen else { return }
    theme.ansi = Color.xterm16
    theme.foreground = Color.xterm16[whole.variant == .dark ? 7 : 0]
    background = Color.xterm16[whole.variant == .dark ? 0 : 15]
  }

  func colors(_ style: Style) -> (text: Color, behind: Color) {
    let text = theme.resolved(style.foreground, own: theme.foreground)
    let behind = theme.resolved(style.background, own: background)
    return style.attributes.contains(.reverse) ? (behind, text) : (text, behind)
  }

  /// The contrast of a role with what is behind it, in a row of another role or alone.
  func contrast(_ role: Role, on row: Role? = nil) -> Double {
    let colors = colors(row.map { theme[role].on(theme[$0]) } ?? theme[role])
    return colors.text.contrast(with: colors.behind)
  }

  /// How far apart the most alike two of these roles are.
  func nearest(_ roles: [Role], _ vision: ColorVision) -> Double {
    var nearest = Double.infinity
    for (index, one) in roles.enumerated() {
      for other in roles[(index + 1)...] {
        let pair = [one, other].map { colors(theme[$0]).text }
        nearest = min(nearest, vision.distance(pair[0], pair[1]))
      }
    }
    return nearest
  }
}
