import Testing

@testable import Canvas
@testable import Configuration

/// Whether what the themes in `themes/` tell by colours is told apart, also by people who lack the
/// red, the green or the blue receptors.
@Suite struct ThemeVisionTests {
  private static let named = ShippedThemes.names.filter { $0 != "monochrome" }

  /// Who has to tell the colours of a theme apart. A published palette's are what they are.
  private static func visions(of name: String) -> [ColorVision] {
    switch name {
    case "dark", "light", "high-contrast", "deuteranopia": [.full, .withoutRed, .withoutGreen]
    case "tritanopia": [.full, .withoutBlue]
    default: [.full]
    }
  }

  @Test(arguments: named, [ColorDepth.truecolor, .palette256])
  func `colours that stand side by side differ`(name: String, depth: ColorDepth) throws {
    let drawn = try DrawnTheme(name, depth)
    let groups: [(least: Double, roles: [Role])] = [
      (25, [.below, .within, .above]), (20, [.good, .bad]), (14, [.good, .warn, .bad]),
      (14, [.chart1, .chart2, .chart3, .chart4]), (14, [.heat1, .heat2, .heat3, .heat4]),
    ]
    for (least, roles) in groups {
      for vision in Self.visions(of: name) {
        #expect(drawn.nearest(roles, vision) >= least, "\(roles), \(vision)")
      }
    }
  }

  @Test(arguments: named, ColorVision.allCases)
  func `with sixteen colours targets are told apart by everybody`(
    name: String, vision: ColorVision
  ) throws {
    let drawn = try DrawnTheme(name, .sixteen)
    #expect(drawn.nearest([.below, .within, .above], vision) >= 25)
  }

  @Test(arguments: ColorDepth.allCases)
  func `without hues light and attributes tell the states apart`(depth: ColorDepth) throws {
    let theme = try ShippedThemes.catalogue.theme(named: "monochrome").quantised(to: depth)
    #expect(theme[.below] != theme[.within])
    #expect(theme[.above] != theme[.within])
    #expect(theme[.bad] != theme[.good])
    for role in Role.allCases where depth <= .sixteen {
      #expect(theme[role] == Theme.plain[role], "\(role)")
    }
  }
}
