/// What a piece of a screen means; a theme says how it looks. The raw value is its name in a
/// theme file.
package enum Role: String, CaseIterable, Hashable, Sendable {
  case text, muted, faint, title, accent
  case header, headerSorted
  case selection, selectionInactive, marked, match
  case panel
  case statusBar, statusWarning, statusError, key
  case good, warn, bad
  case below, within, above
  case heat1, heat2, heat3, heat4, heat5
  case chart1, chart2, chart3, chart4, band, median, mark

  /// A sentence for the documentation of themes.
  package var help: String {
    switch self {
    case .text: "Ordinary text and numbers."
    case .muted: "What matters less: few calls, periods outside the range, units."
    case .faint: "The lines of axes, grids and overlays."
    case .title: "The name of the program, a screen or an overlay."
    case .accent: "What the eye should find first: the account, a prompt, a link."
    case .header: "The header row of a table."
    case .headerSorted: "The header of the column that the rows are sorted by."
    case .selection: "The selected row or entry."
    case .selectionInactive: "The selected row of a part that does not have the keys."
    case .marked: "A row that was marked."
    case .match: "The part of a text that a search found."
    case .panel: "The background of an overlay."
    case .statusBar: "The line of state at the top and at the bottom."
    case .statusWarning: "A warning in the line of state."
    case .statusError: "An error in the line of state."
    case .key: "A key in a hint or in the help."
    case .good: "A state that is fine, a change for the better."
    case .warn: "A state that needs a look."
    case .bad: "A state that is broken, a change for the worse."
    case .below: "A value below its target."
    case .within: "A value within its target."
    case .above: "A value above its target."
    case .heat1: "The lowest of five degrees."
    case .heat2: "The second of five degrees."
    case .heat3: "The middle of five degrees."
    case .heat4: "The fourth of five degrees."
    case .heat5: "The highest of five degrees."
    case .chart1: "The first line of a chart, and sparklines."
    case .chart2: "The second line of a chart."
    case .chart3: "The third line of a chart."
    case .chart4: "The fourth line of a chart."
    case .band: "The target band in a chart."
    case .median: "The team's median, in a chart or a table."
    case .mark: "The selected point of a chart and its value."
    }
  }

  /// How the role stands out where there are no colours.
  var monochrome: Attributes {
    switch self {
    case .text, .panel, .within, .chart1, .chart2, .chart3, .chart4, .heat1, .heat2, .heat3,
      .good:
      []
    case .muted, .faint, .band: .dim
    case .title, .accent, .key, .warn, .heat4, .above, .below, .mark: .bold
    case .header: .underline
    case .headerSorted: [.bold, .underline]
    case .selection, .statusError: .reverse
    case .selectionInactive, .match: .underline
    case .marked, .median, .bad, .statusWarning, .heat5: .bold
    case .statusBar: []
    }
  }
}
