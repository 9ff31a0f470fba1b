import Canvas
import Testing

@Suite struct ThemeTests {
  private static let dusk: [Color] = [
    "1d1f21", "282a2e", "373b41", "969896", "b4b7b4", "c5c8c6", "e0e0e0", "ffffff", "cc6666",
    "de935f", "f0c674", "b5bd68", "8abeb7", "81a2be", "b294bb", "a3685a",
  ].compactMap(Color.init(hex:))

  private func dusk(_ overrides: [Role: Style] = [:]) throws -> Theme {
    try #require(
      Theme(name: "dusk", variant: .dark, base16: Self.dusk, overrides: overrides))
  }

  @Test func `a scheme needs sixteen RGB colours`() {
    #expect(Theme(name: "x", variant: .dark, base16: Array(Self.dusk.dropLast())) == nil)
    #expect(
      Theme(name: "x", variant: .dark, base16: Self.dusk.dropLast() + [.terminal]) == nil)
  }

  @Test func `text stays on the terminal's background and exports know the real colours`() throws {
    let theme = try dusk()
    #expect(theme[.text] == Style(foreground: Self.dusk[5]))
    #expect(theme.background == Self.dusk[0])
    #expect(theme.foreground == Self.dusk[5])
  }

  @Test func `an override replaces a role`() throws {
    let style = Style(foreground: .palette(200), attributes: .italic)
    #expect(try dusk([.good: style])[.good] == style)
  }

  @Test func `every role of a scheme can be read on its background`() throws {
    let theme = try dusk()
    for role in Role.allCases where role != .faint && role != .band {
      let style = theme[role]
      let behind = style.background == .terminal ? theme.background : style.background
      #expect(style.foreground.contrast(with: behind) >= 4, "\(role)")
    }
  }

  @Test func `every role has its own name and a sentence`() {
    #expect(Set(Role.allCases.map(\.help)).count == Role.allCases.count)
    for role in Role.allCases { #expect(role.help.hasSuffix(".")) }
  }

  @Test(arguments: ColorDepth.allCases, [Role.selection, .selectionInactive, .statusError, .match])
  func `what must stand out does at every depth`(depth: ColorDepth, role: Role) throws {
    for theme in [try dusk(), .terminal, .plain] {
      let style = theme.quantised(to: depth)[role]
      #expect(style != theme.quantised(to: depth)[.text], "\(theme.name)")
      #expect(
        style.foreground != style.background || style.foreground == .terminal, "\(theme.name)")
    }
  }

  @Test func `with few colours the terminal's own are used, and no grey behind text`() throws {
    let theme = try dusk([.key: Style(foreground: .palette(14))]).quantised(to: .eight)
    #expect(theme[.key].foreground == .palette(6))
    #expect(theme[.bad].foreground == .palette(1))
    #expect(theme[.good].foreground == .palette(2))
    #expect(theme[.warn].foreground == .palette(3))
    #expect(theme[.accent].foreground == .palette(6))
    #expect(theme[.text] == .plain)
    #expect(theme[.selection] == Style(attributes: .reverse))
  }

  @Test func `with few colours a light theme takes those that can be read on white`() throws {
    var paper = try dusk()
    paper.variant = .light
    let theme = paper.quantised(to: .sixteen)
    #expect(theme[.accent].foreground == .palette(4))
    #expect(theme[.good].foreground == .terminal)
    #expect(theme[.warn].foreground == .palette(5))
  }

  @Test func `with few colours a theme of greys has none`() throws {
    let greys = (0..<16).map { Color.rgb(red: $0 * 17, green: $0 * 17, blue: $0 * 17) }
    let theme = try #require(Theme(name: "ash", variant: .dark, base16: greys))
    for depth in [ColorDepth.sixteen, .eight] {
      for role in Role.allCases { #expect(theme.quantised(to: depth)[role] == Theme.plain[role]) }
    }
  }

  @Test func `without colours no style has one`() throws {
    let theme = try dusk().quantised(to: .none)
    for role in Role.allCases { #expect(theme[role] == Theme.plain[role]) }
    #expect(theme[.muted].attributes == .dim)
  }

  @Test func `a coloured value on a reversed row does not fill its cell`() {
    let value = Style(foreground: .palette(1), attributes: .bold)
    let row = Style(attributes: .reverse)
    #expect(value.on(row) == Style(attributes: [.reverse, .bold]))
  }

  @Test func `a value in the colour of the row's background takes the row's foreground`() {
    let row = Style(foreground: .palette(7), background: .palette(4))
    #expect(Style(foreground: .palette(4)).on(row) == row)
    #expect(Style.plain.on(row) == row)
    #expect(Style(foreground: .palette(1)).on(row).foreground == .palette(1))
  }

  @Test func `colours of a light scheme can be read on its selection`() throws {
    let paper: [Color] = [
      "fdf6e3", "eee8d5", "93a1a1", "839496", "657b83", "586e75", "073642", "002b36", "dc322f",
      "cb4b16", "b58900", "859900", "2aa198", "268bd2", "6c71c4", "d33682",
    ].compactMap(Color.init(hex:))
    let theme = try #require(Theme(name: "paper", variant: .light, base16: paper))
    for role in [Role.text, .good, .bad, .below, .within, .above, .muted] {
      let style = theme[role].on(theme[.selection])
      #expect(style.foreground.contrast(with: style.background) >= 2.9, "\(role)")
    }
    for role in [Role.good, .bad, .warn] {
      #expect(theme[role].foreground != theme[.text].foreground)
    }
  }
}

@Suite struct ColorDepthTests {
  @Test(arguments: [
    ("000000", 16), ("ffffff", 231), ("ff0000", 196), ("5f87af", 67), ("808080", 244),
    ("121212", 233), ("1d1f21", 234), ("8abeb7", 109), ("f0c674", 222),
  ])
  func `the nearest of the 256 colours is found`(hex: String, index: UInt8) throws {
    #expect(try #require(Color(hex: hex)).quantised(to: .palette256) == .palette(index))
  }

  @Test func `no colour becomes one of the user's own sixteen, and the cube maps to itself`() {
    for red in stride(from: 0, through: 255, by: 17) {
      for green in stride(from: 0, through: 255, by: 17) {
        for blue in stride(from: 0, through: 255, by: 17) {
          let color = Color.rgb(red: UInt8(red), green: UInt8(green), blue: UInt8(blue))
          guard case .palette(let index) = color.quantised(to: .palette256) else {
            Issue.record("\(color) is no palette colour")
            continue
          }
          #expect(index >= 16)
        }
      }
    }
  }

  @Test(arguments: [
    ("cc6666", 1, 1), ("e01010", 1, 1), ("ff2020", 9, 1), ("5ccc5c", 2, 2), ("303030", 0, 0),
    ("707070", 8, 0), ("c0c0c0", 7, 7), ("ffffff", 15, 7), ("81a2be", 6, 6),
  ])
  func `few colours keep the hue`(hex: String, sixteen: UInt8, eight: UInt8) throws {
    let color = try #require(Color(hex: hex))
    #expect(color.quantised(to: .sixteen) == .palette(sixteen))
    #expect(color.quantised(to: .eight) == .palette(eight))
  }

  @Test func `the terminal's own colour stays at every depth`() {
    for depth in ColorDepth.allCases { #expect(Color.terminal.quantised(to: depth) == .terminal) }
  }

  @Test func `a lost background becomes reverse`() throws {
    let style = Style(
      foreground: try #require(Color(hex: "303030")), background: try #require(Color(hex: "101010"))
    )
    #expect(style.quantised(to: .eight) == Style(attributes: .reverse))
    #expect(style.quantised(to: .none) == Style(attributes: .reverse))
  }

  @Test(arguments: ["", "12345", "1234567", "gggggg", "+12345", "##1234"])
  func `what is not a colour is refused`(hex: String) { #expect(Color(hex: hex) == nil) }

  @Test func `a colour's digits come back`() {
    #expect(Color(hex: "#0a0B0c")?.hex == "#0a0b0c")
  }
}
