import Analytics
import Canvas
import Records

/// Numbers as the cells of tables: with colour, and a sign that says the same without.
struct CellText {
  let preferences: Preferences
  private let standards: Standards
  private let coloring: Choices.Coloring
  private let heat: HeatScale?

  /// As many periods as a sparkline shows before it takes means of them.
  static let trendColumns = 16

  init(_ model: Model) {
    preferences = model.preferences
    standards = model.standards
    coloring = model.choices.coloring
    heat = model.team.heat
  }

  private var theme: Theme { preferences.theme }

  /// A value in its colour with its target's sign, `≈` before what shorter periods stand in for.
  func value(_ headline: Headline, _ field: Field, hasFewCalls: Bool) -> Line {
    guard let value = headline.value else { return padded(NumberText.absent, field, theme[.muted]) }
    let text =
      doubt(headline)
      + NumberText.value(value, standards.unit(of: field), beside: bound(headline, field))
    let style = hasFewCalls ? theme[.muted] : theme[role(of: value, field, headline.target)]
    let sign = hasSigns(field) ? sign(headline.target).text : ""
    return Line(spans: [Span(text, style), Span(sign, style)])
  }

  /// A number as it is written, or what stands for none.
  func text(_ value: Double?, _ field: Field) -> String {
    NumberText.value(value, standards.unit(of: field))
  }

  /// A number of one period, as it is: in its colour with its target's sign.
  func value(_ number: Double?, _ field: Field, isMuted: Bool) -> Line {
    var headline = Headline(value: number)
    if case .metric(let metric) = field, let number {
      headline.target = standards.targets[metric]?.state(of: number)
    }
    return value(headline, field, hasFewCalls: isMuted)
  }

  /// A difference to the compared range; muted where either side has few calls.
  func change(_ headline: Headline, _ field: Field, hasFewCalls: Bool) -> Line {
    difference(
      headline.change, field,
      isMuted: hasFewCalls || (field.resource == .interactions && headline.changeHasFewCalls))
  }

  /// A difference of two values with its sign.
  func difference(_ difference: Double?, _ field: Field, isMuted: Bool) -> Line {
    guard let difference else { return Line(NumberText.absent, theme[.muted]) }
    let text = NumberText.change(difference, standards.unit(of: field))
    return Line(text, theme[isMuted ? .muted : .text])
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

  /// The bound of the field's target that a value is beyond; nil for one within.
  private func bound(_ headline: Headline, _ field: Field) -> Double? {
    guard case .metric(let metric) = field, let state = headline.target else { return nil }
    return standards.targets[metric]?.bound(beyond: state)
  }

  /// A text in the column of a field whose values end in a sign.
  func padded(_ text: String, _ field: Field, _ style: Style = .plain) -> Line {
    Line(text + (hasSigns(field) ? " " : ""), style)
  }

  /// What stands before a value that shorter periods stand in for, and of them one that could not
  /// be weighted by calls.
  private func doubt(_ headline: Headline) -> String {
    headline.isUnweighted ? "≃" : approximately(headline.isApproximate)
  }

  /// What stands before a value that is not exact.
  func approximately(_ isApproximate: Bool) -> String {
    isApproximate ? "≈" : ""
  }

  /// Whether the field's values can end in the sign of a target.
  func hasSigns(_ field: Field) -> Bool {
    if case .metric(let metric) = field { standards.targets[metric] != nil } else { false }
  }

  /// The sign of where a value lies against its target, in the colour of targets.
  func sign(_ state: Target.State?) -> Span {
    switch state {
    case .below: Span("▾", theme[.below])
    case .above: Span("▴", theme[.above])
    case .within, nil: Span(" ", theme[.text])
    }
  }

  /// What the colour of a value says, as the user chose.
  private func role(of value: Double, _ field: Field, _ state: Target.State?) -> Role {
    switch (coloring, state) {
    case (.none, _), (.targets, nil): .text
    case (.heat, _): heat?.role(of: value, field) ?? .text
    case (.targets, .below): .below
    case (.targets, .within): .within
    case (.targets, .above): .above
    }
  }
}
