import Analytics
import Canvas
import Records

/// Numbers as the cells of tables: with colour, and a sign that says the same without.
struct CellText {
  let preferences: Preferences
  /// As many periods as a sparkline shows before it takes means of them.
  static let trendColumns = 16

  private var theme: Theme { preferences.theme }
  private var isASCII: Bool { preferences.glyphs == .ascii }

  /// A value with its target's colour and sign, `≈` before what shorter periods stand in for.
  func value(_ headline: Headline, _ field: Field, hasFewCalls: Bool) -> Line {
    guard headline.value != nil else { return padded(absent, field, theme[.muted]) }
    let text = approximately(headline.isApproximate) + NumberText.value(headline.value, field.unit)
    let style = hasFewCalls ? theme[.muted] : style(headline.target)
    return Line(spans: [Span(text, style), Span(sign(headline.target, field), style)])
  }

  /// A difference to the compared range; muted where either side has few calls.
  func change(_ headline: Headline, _ field: Field, hasFewCalls: Bool) -> Line {
    guard let change = headline.change else { return Line(absent, theme[.muted]) }
    let text = NumberText.change(change, field.unit)
    let isMuted = hasFewCalls || (field.resource == .interactions && headline.changeHasFewCalls)
    return Line(isASCII ? text.replacing("±", with: "=") : text, theme[isMuted ? .muted : .text])
  }

  /// A user's periods as a sparkline; those that reach outside the range are muted.
  func trend(
    _ trend: Trend, field: Field, user: UserNumber, columns: Int = trendColumns
  ) -> Line {
    let values = trend.values(field, of: user)
    let text = sparkline(values, columns: columns, glyphs: preferences.glyphs)
    guard values.count <= columns else { return Line(text, theme[.chart1]) }
    return Line(
      spans: text.enumerated().map { index, character in
        Span(String(character), theme[trend.reachesOutside(index) ? .muted : .chart1])
      })
  }

  /// A text in the column of a field whose values end in a sign.
  func padded(_ text: String, _ field: Field, _ style: Style = .plain) -> Line {
    Line(isASCII ? text.replacing("–", with: "-") : text + (hasSigns(field) ? " " : ""), style)
  }

  /// What stands before a value that is not exact.
  func approximately(_ isApproximate: Bool) -> String {
    isApproximate ? (isASCII ? "~" : "≈") : ""
  }

  /// What stands where there is no value.
  var absent: String { isASCII ? "-" : NumberText.absent }

  /// Whether the field's values can end in the sign of a target.
  func hasSigns(_ field: Field) -> Bool {
    if case .metric(let metric) = field { preferences.targets[metric] != nil } else { false }
  }

  private func sign(_ state: Target.State?, _ field: Field) -> String {
    guard hasSigns(field) else { return "" }
    switch state {
    case .below: return isASCII ? "v" : "▾"
    case .above: return isASCII ? "^" : "▴"
    case .within, nil: return " "
    }
  }

  private func style(_ state: Target.State?) -> Style {
    switch state {
    case .below: theme[.below]
    case .above: theme[.above]
    case .within: theme[.within]
    case nil: theme[.text]
    }
  }
}
