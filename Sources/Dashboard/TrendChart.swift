import Analytics
import Canvas
import Records

/// A chart of the chosen field over the periods of a trend, with these lines or bars.
func trendChart(_ model: Model, _ trend: Trend, series: [Chart.Series]) -> Chart {
  let unit = model.unit(of: model.chosenField)
  var chart = Chart(
    series: series, labels: trend.periods.map(DateText.mark),
    tickLabel: { NumberText.tick($0, step: $1, unit) })
  chart.kind = model.choices.chart == .bar ? .bar : .line
  if unit == .duration { chart.unit = .seconds }
  chart.band = model.band(of: model.chosenField)
  chart.glyphs = model.preferences.glyphs
  return chart
}

/// Says in the place of a chart that there is nothing to draw.
func drawWithoutTrend(_ model: Model, into frame: inout Frame, in rect: Rect) {
  let keys = [Action.byDay, .byWeek, .byMonth].map(model.preferences.keys.name(of:))
  drawSentence(
    "One total has no trend: \(keys[0]), \(keys[1]) or \(keys[2]) draw one by day, week or month.",
    style: model.preferences.theme[.muted], into: &frame, in: rect)
}

extension Model {
  /// The target of a field as charts draw it.
  func band(of field: Field) -> Chart.Band? {
    guard case .metric(let metric) = field, let target = standards.targets[metric] else {
      return nil
    }
    return Chart.Band(lower: target.lower, upper: target.upper)
  }
}
