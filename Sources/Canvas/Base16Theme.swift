extension Theme {
  /// A theme from the sixteen colours of a base16 scheme, `base00` to `base0F`, which
  /// `tinted-theming/home:styling.md` gives their roles. Text stays on the terminal's own
  /// background. A colour that could not be read on its background is made lighter or darker
  /// until it can. Returns nil unless there are sixteen RGB colours.
  package init?(
    name: String, variant: Variant, base16: [Color], overrides: [Role: Style] = [:]
  ) {
    guard base16.count == 16, base16.allSatisfy({ $0.components != nil }) else { return nil }
    let ansiOrder = [0, 8, 11, 10, 13, 14, 12, 5, 3, 8, 11, 10, 13, 14, 12, 7]
    self.init(
      name: name, variant: variant, foreground: base16[5], background: base16[0],
      ansi: ansiOrder.map { base16[$0] },
      styles: Base16(base16, variant, selection: overrides[.selection]).styles.merging(overrides) {
        _, chosen in chosen
      })
  }
}

/// Gives the colours of a base16 scheme to the roles.
private struct Base16 {
  private let colors: [Color]
  /// What a colour is moved towards so that it can be read and keeps its hue, which is what tells
  /// it from the text: black or white.
  private let end: Color
  private let text: Color
  /// What is behind overlays, headers and the lines of state.
  private let panel: Color
  private let selection: Style

  /// With a selection of the theme's own the colours of rows are those that can be read on it.
  init(_ colors: [Color], _ variant: Theme.Variant, selection own: Style?) {
    self.colors = colors
    end = variant == .dark ? .white : .black
    let ownRow = own.flatMap { $0.background.components == nil ? nil : $0.background }
    let text = colors[5].legible(on: [colors[0], ownRow ?? colors[0]], towards: end, contrast: 5.5)
    // Some schemes have backgrounds so near to the text that nothing can be read on them.
    func behind(_ color: Color) -> Color {
      color.legible(on: [text], towards: colors[0], contrast: 5.2)
    }
    self.text = text
    panel = behind(colors[1])
    selection = Style(foreground: text, background: ownRow ?? behind(colors[2]))
  }

  var styles: [Role: Style] {
    var styles: [Role: Style] = [
      .text: Style(foreground: text), .muted: inRow(3), .faint: on(2, contrast: 1.9),
      .title: on(6, .bold, contrast: 5), .accent: on(0xD),
      .header: onPanel(4, contrast: 5), .headerSorted: onPanel(0xD, .bold),
      .selection: selection, .selectionInactive: Style(foreground: text, background: panel),
      .marked: inRow(0xE, .bold), .panel: Style(foreground: text, background: panel),
      .match: inverted(0xA), .statusBar: onPanel(4, contrast: 5),
      .statusWarning: onPanel(0xA, .bold), .statusError: inverted(8, .bold),
      .key: on(0xD, .bold), .good: inRow(0xB), .warn: inRow(0xA), .bad: inRow(8, .bold),
      .below: inRow(0xD), .within: inRow(0xB), .above: inRow(9),
      .chart1: inRow(0xD), .chart2: on(9), .chart3: on(0xE), .chart4: on(5),
      .median: inRow(0xA), .mark: on(6, .bold), .band: band,
    ]
    // From cool to warm past a colour that is neither, rather than through green.
    for (role, color) in zip([Role.heat1, .heat2, .heat3, .heat4], [0xD, 0xC, 3, 9]) {
      styles[role] = on(color)
    }
    styles[.heat5] = on(8, .bold)
    return styles
  }

  private func on(
    _ index: Int, _ attributes: Attributes = [], contrast: Double = 4.2
  ) -> Style {
    style(index, attributes, legibleOn: [colors[0]], contrast: contrast)
  }

  /// A colour that can be read in an ordinary row and in the selected one.
  private func inRow(_ index: Int, _ attributes: Attributes = []) -> Style {
    style(index, attributes, legibleOn: [colors[0], selection.background], contrast: 3.6)
  }

  private func onPanel(
    _ index: Int, _ attributes: Attributes = [], contrast: Double = 4.2
  ) -> Style {
    var style = style(index, attributes, legibleOn: [panel], contrast: contrast)
    style.background = panel
    return style
  }

  private func style(
    _ index: Int, _ attributes: Attributes, legibleOn backgrounds: [Color], contrast: Double
  ) -> Style {
    let grey = index < 8 && index != 5
    return Style(
      foreground: colors[index].legible(
        on: backgrounds, towards: grey ? text : end, contrast: contrast),
      attributes: attributes)
  }

  private func inverted(_ index: Int, _ attributes: Attributes = []) -> Style {
    let color = colors[index]
    let onBlack = color.contrast(with: .black) > color.contrast(with: .white)
    let text: Color = onBlack ? .black : .white
    return Style(
      foreground: text,
      background: color.legible(on: [text], towards: onBlack ? .white : .black, contrast: 5.2),
      attributes: attributes)
  }

  private var band: Style {
    let behind = colors[0xB].mixed(with: colors[0], share: 0.84)
    return Style(
      foreground: colors[0xB].legible(on: [behind], towards: end, contrast: 3.6),
      background: behind)
  }
}
