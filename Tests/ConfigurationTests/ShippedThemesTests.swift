import Foundation
import Testing

@testable import Canvas
@testable import Configuration

/// The themes in `themes/`, as a terminal of many and of 256 colours draws them.
struct ShippedThemesTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "themes").path()
  private static let names = ThemeCatalogue(folders: [folder]).entries
    .filter { $0.path != nil }.map(\.name)
  private static let depths: [ColorDepth] = [.truecolor, .palette256]

  /// A theme with the colours of a depth, as pairs of colours that can be measured.
  private struct Drawn {
    let theme: Theme
    let background: Color

    init(_ name: String, _ depth: ColorDepth) throws {
      let whole = try ThemeCatalogue(folders: [folder]).theme(named: name)
      theme = whole.quantised(to: depth)
      background = theme.resolved(whole.background.quantised(to: depth), own: whole.background)
    }

    func colors(_ style: Style) -> (text: Color, behind: Color) {
      let text = theme.resolved(style.foreground, own: theme.foreground)
      let behind = theme.resolved(style.background, own: background)
      return style.attributes.contains(.reverse) ? (behind, text) : (text, behind)
    }

    func contrast(_ role: Role, on row: Role? = nil) -> Double {
      let colors = colors(row.map { theme[role].on(theme[$0]) } ?? theme[role])
      return colors.text.contrast(with: colors.behind)
    }
  }

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

  @Test func `a dark and a light theme are there`() throws {
    #expect(Self.names == ["dark", "light"])
    let catalogue = ThemeCatalogue(folders: [Self.folder])
    #expect(try catalogue.theme(named: "dark").variant == .dark)
    #expect(try catalogue.theme(named: "light").variant == .light)
  }

  @Test(arguments: names)
  func `every role has a style`(name: String) throws {
    let theme = try ThemeCatalogue(folders: [Self.folder]).theme(named: name)
    #expect(Set(theme.styles.keys) == Set(Role.allCases))
    #expect(Role.allCases.filter { theme[$0] == .plain } == [])
  }

  @Test(arguments: names, depths)
  func `text can be read`(name: String, depth: ColorDepth) throws {
    let drawn = try Drawn(name, depth)
    for role in Self.reading { #expect(drawn.contrast(role) >= 4.5, "\(role)") }
    #expect(drawn.contrast(.text, on: .selection) >= 4.5)
    #expect(drawn.contrast(.text, on: .selectionInactive) >= 4.5)
  }

  @Test(arguments: names, depths)
  func `what a colour tells can be seen, in the selected row too`(
    name: String, depth: ColorDepth
  ) throws {
    let drawn = try Drawn(name, depth)
    for role in Self.telling { #expect(drawn.contrast(role) >= 3, "\(role)") }
    for role in Self.inRows { #expect(drawn.contrast(role, on: .selection) >= 3, "\(role)") }
    #expect(drawn.contrast(.faint) >= 1.5)
  }

  @Test(arguments: names, depths)
  func `backgrounds differ from one another`(name: String, depth: ColorDepth) throws {
    let drawn = try Drawn(name, depth)
    let rows = [Role.selection, .selectionInactive, .band].map {
      drawn.colors(drawn.theme[$0]).behind
    }
    #expect(Set(rows + [drawn.background]).count == rows.count + 1)
  }

  @Test(arguments: names, depths)
  func `colours that stand side by side differ, also without red or green receptors`(
    name: String, depth: ColorDepth
  ) throws {
    let drawn = try Drawn(name, depth)
    let groups: [(least: Double, roles: [Role])] = [
      (25, [.below, .within, .above]), (20, [.good, .bad]), (14, [.good, .warn, .bad]),
      (14, [.chart1, .chart2, .chart3, .chart4]), (14, [.heat1, .heat2, .heat3, .heat4]),
    ]
    for (least, roles) in groups {
      for (index, one) in roles.enumerated() {
        for other in roles[(index + 1)...] {
          for vision in ColorVision.allCases {
            let colors = [one, other].map { drawn.colors(drawn.theme[$0]).text }
            let distance = vision.distance(colors[0], colors[1])
            #expect(distance >= least, "\(one) and \(other), \(vision)")
          }
        }
      }
    }
  }

  @Test(arguments: names, [ColorDepth.none, .eight, .sixteen])
  func `with few colours or none the selected row still stands out`(
    name: String, depth: ColorDepth
  ) throws {
    let theme = try ThemeCatalogue(folders: [Self.folder]).theme(named: name)
      .quantised(to: depth)
    #expect(theme[.selection] != theme[.text])
    #expect(theme[.statusError] != theme[.statusBar])
  }

  @Test func `the manual of themes has every role with its sentence`() throws {
    let manual = try String(contentsOfFile: Self.folder + "/README.md", encoding: .utf8)
    for role in Role.allCases {
      #expect(manual.contains("| `\(role.rawValue)` | \(role.help) |"), "\(role)")
    }
  }
}
