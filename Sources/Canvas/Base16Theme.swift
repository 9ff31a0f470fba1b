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
      styles: Base16(base16, variant).styles.merging(overrides) { _, chosen in chosen })
  }
}

/// Gives the colours of a base16 scheme to the roles.
private struct Base16 {
  let colors: [Color]
  let variant: Theme.Variant

  init(_ colors: [Color], _ variant: Theme.Variant) {
    self.colors = colors
    self.variant = variant
  }

  var styles: [Role: Style] {
    var styles: [Role: Style] = [
      .text: Style(foreground: colors[5]), .muted: on(3, contrast: 4),
      .faint: on(2, contrast: 1.9), .title: on(6, .bold), .accent: on(0xD),
      .header: on(4, panel: 1), .headerSorted: on(0xD, .bold, panel: 1),
      .selection: selection, .selectionInactive: on(5, panel: 1),
      .marked: on(0xE, .bold), .panel: on(5, panel: 1), .match: inverted(0xA),
      .statusBar: on(4, panel: 1), .statusWarning: on(0xA, .bold, panel: 1),
      .statusError: inverted(8, .bold), .key: on(0xD, .bold),
      .good: on(0xB), .warn: on(0xA), .bad: on(8, .bold),
      .below: on(0xD), .within: on(0xB), .above: on(9),
      .chart1: on(0xD), .chart2: on(9), .chart3: on(0xE), .chart4: on(0xC),
      .median: on(0xA), .mark: on(6, .bold),
    ]
    for (role, color) in zip([Role.heat1, .heat2, .heat3, .heat4, .heat5], [0xC, 0xB, 0xA, 9, 8]) {
      styles[role] = on(color)
    }
    styles[.band] = Style(
      foreground: colors[0xB].mixed(with: colors[0], share: 0.45),
      background: colors[0xB].mixed(with: colors[0], share: 0.86))
    return styles
  }

  private func on(
    _ index: Int, _ attributes: Attributes = [], panel: Int? = nil, contrast: Double = 4
  ) -> Style {
    let behind = colors[panel ?? 0]
    // Towards black or white a colour keeps its hue, which is what tells it from the text.
    let end: Color = variant == .dark ? .white : .black
    return Style(
      foreground: colors[index].legible(
        on: behind, towards: index < 8 ? colors[5] : end, contrast: contrast),
      background: panel == nil ? .terminal : behind, attributes: attributes)
  }

  private func inverted(_ index: Int, _ attributes: Attributes = []) -> Style {
    let behind = colors[index]
    let text: Color =
      behind.contrast(with: .black) > behind.contrast(with: .white) ? .black : .white
    return Style(foreground: text, background: behind, attributes: attributes)
  }

  /// Some light schemes have a selection so dark that no colour can be read on it.
  private var selection: Style {
    let behind = colors[2].legible(on: colors[5], towards: colors[0], contrast: 4)
    return Style(foreground: colors[5], background: behind)
  }
}
