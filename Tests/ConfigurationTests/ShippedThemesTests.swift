import Foundation
import Testing

@testable import Canvas
@testable import Configuration

/// The themes in `themes/`, as terminals of true colour, of 256 colours and of xterm's 16 draw them.
@Suite struct ShippedThemesTests {
  private static let names = ShippedThemes.names
  private static let depths: [ColorDepth] = [.truecolor, .palette256, .sixteen]
  private static let manyColors: [ColorDepth] = [.truecolor, .palette256]

  private static let reading: [Role] = [
    .text, .title, .header, .selection, .selectionInactive, .panel, .statusBar, .statusError,
    .match,
  ]
  private static let telling: [Role] = [
    .muted, .accent, .headerSorted, .marked, .statusWarning, .key, .good, .warn, .bad,
    .below, .within, .above, .heat1, .heat2, .heat3, .heat4, .heat5,
    .chart1, .chart2, .chart3, .chart4, .median, .mark, .band,
  ]
  private static let inRows: [Role] = [
    .muted, .marked, .good, .warn, .bad, .below, .within, .above, .chart1, .median,
  ]

  @Test func `these themes are there, dark and light`() throws {
    let variants = try Self.names.map { try ShippedThemes.catalogue.theme(named: $0).variant }
    let light = zip(Self.names, variants).filter { $0.1 == .light }.map(\.0)
    #expect(
      Self.names == [
        "catppuccin-latte", "catppuccin-mocha", "dark", "deuteranopia", "dracula", "gruvbox-dark",
        "gruvbox-light", "high-contrast", "light", "monochrome", "nord", "rose-pine",
        "rose-pine-dawn", "solarized-dark", "solarized-light", "tokyo-night", "tritanopia",
      ])
    #expect(
      light == ["catppuccin-latte", "gruvbox-light", "light", "rose-pine-dawn", "solarized-light"])
  }

  @Test(arguments: names)
  func `every role has a style`(name: String) throws {
    let theme = try ShippedThemes.catalogue.theme(named: name)
    #expect(Set(theme.styles.keys) == Set(Role.allCases))
    #expect(Role.allCases.filter { theme[$0] == .plain } == [])
  }

  @Test(arguments: names, depths)
  func `text can be read`(name: String, depth: ColorDepth) throws {
    let drawn = try DrawnTheme(name, depth)
    for role in Self.reading {
      // Of sixteen colours that are not its own a theme can only take the best.
      let isColored = depth == .sixteen && drawn.theme[role].foreground != .terminal
      #expect(drawn.contrast(role) >= (isColored ? 3 : 4.5), "\(role)")
    }
    #expect(drawn.contrast(.text, on: .selection) >= 4.5)
    #expect(drawn.contrast(.text, on: .selectionInactive) >= 4.5)
  }

  @Test(arguments: names, depths)
  func `what a colour tells can be seen, in the selected row too`(
    name: String, depth: ColorDepth
  ) throws {
    let drawn = try DrawnTheme(name, depth)
    for role in Self.telling { #expect(drawn.contrast(role) >= 3, "\(role)") }
    for role in Self.inRows { #expect(drawn.contrast(role, on: .selection) >= 3, "\(role)") }
    #expect(drawn.contrast(.faint) >= 1.5)
  }

  @Test(arguments: manyColors)
  func `high contrast is high`(depth: ColorDepth) throws {
    let drawn = try DrawnTheme("high-contrast", depth)
    for role in Self.reading + Self.telling { #expect(drawn.contrast(role) >= 7, "\(role)") }
    for role in Self.inRows { #expect(drawn.contrast(role, on: .selection) >= 4.5, "\(role)") }
  }

  @Test(arguments: names, manyColors)
  func `backgrounds differ from one another`(name: String, depth: ColorDepth) throws {
    let drawn = try DrawnTheme(name, depth)
    let rows = [Role.selection, .selectionInactive].map { drawn.colors(drawn.theme[$0]).behind }
    #expect(Set(rows + [drawn.background]).count == rows.count + 1)
    #expect(drawn.colors(drawn.theme[.band]).behind != drawn.background)
  }

  @Test(arguments: names, manyColors)
  func `the lines of a chart can be seen on the target band`(
    name: String, depth: ColorDepth
  ) throws {
    let drawn = try DrawnTheme(name, depth)
    for role in [Role.chart1, .chart2, .median, .mark] {
      #expect(drawn.contrast(role, on: .band) >= 3, "\(role)")
    }
  }

  @Test(arguments: names, [ColorDepth.none, .eight, .sixteen])
  func `with few colours or none the selected row still stands out`(
    name: String, depth: ColorDepth
  ) throws {
    let theme = try ShippedThemes.catalogue.theme(named: name).quantised(to: depth)
    #expect(theme[.selection] != theme[.text])
    #expect(theme[.statusError] != theme[.statusBar])
  }

  @Test(arguments: names)
  func `every file says under which licence its colours are`(name: String) throws {
    let text = try String(contentsOfFile: "\(ShippedThemes.folder)/\(name).yaml", encoding: .utf8)
    let comment = text.split(separator: "\n").prefix { $0.hasPrefix("#") }
    #expect(comment.joined().contains("licence"))
  }

  @Test func `the manual names every theme`() throws {
    let manual = try String(contentsOfFile: ShippedThemes.folder + "/README.md", encoding: .utf8)
    let rows = manual.split(separator: "\n").filter { $0.hasPrefix("| `") }
    for name in ShippedThemes.catalogue.entries.map(\.name) {
      #expect(rows.contains { $0.contains("`\(name)`") }, "\(name)")
    }
  }

  @Test func `the manual of themes has every role with its sentence`() throws {
    let manual = try String(contentsOfFile: ShippedThemes.folder + "/README.md", encoding: .utf8)
    for role in Role.allCases {
      #expect(manual.contains("| `\(role.rawValue)` | \(role.help) |"), "\(role)")
    }
  }
}
