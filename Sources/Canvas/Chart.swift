/// Lines or bars over periods: axes with round numbers, a target band, a median, and gaps where
/// values are missing. It draws pictures only; every word and number is given by the caller.
package struct Chart {
  /// What the values of a period look like.
  package enum Kind: String, Hashable, Sendable {
    /// A line from each value to the next.
    case line
    /// A bar for each value, those of several series side by side. Bars stand on zero, unless they
    /// would all look alike; the corner of the axes says so then. Where there is less than a column
    /// for each bar, lines are drawn.
    case bar
  }

  /// The values of one line, or of the bars of one kind.
  package struct Series: Equatable, Sendable {
    /// A value for each period; nil, or anything that is not finite, is a gap.
    package var values: [Double?]
    /// How the line or the bars look.
    package var style: Style

    /// Values in this style.
    package init(_ values: [Double?], style: Style) {
      self.values = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
      self.style = style
    }
  }

  /// The values between two bounds; an absent bound leaves that side open.
  package struct Band: Hashable, Sendable {
    /// Included.
    package var lower: Double?
    /// Included.
    package var upper: Double?

    /// The values between these bounds.
    package init(lower: Double?, upper: Double?) {
      self.lower = lower
      self.upper = upper
    }
  }

  /// Lines or bars.
  package var kind = Kind.line
  /// Up to four series can be told apart without colours, by `GlyphSet.point(ofSeries:)` and
  /// `filling(ofSeries:)`; the first is drawn over the others and carries the mark.
  package var series: [Series]
  /// A name for each period; those that would overlap are left out, the last one never.
  package var labels: [String]
  /// What the numbers beside the vertical axis say: given the value and the step between two.
  package var tickLabel: (_ value: Double, _ step: Double) -> String
  /// Which numbers count as round.
  package var unit = AxisTicks.Unit.decimal
  /// The target band, with a line at each bound and shaded where the theme has a colour for it.
  package var band: Band?
  /// Where a horizontal line runs, and what stands at its right end.
  package var median: (value: Double, label: String)?
  /// The period that is pointed out, and what is written above it.
  package var mark: (index: Int, label: String)?
  /// What lines and bars are made of.
  package var glyphs = GlyphSet.braille

  /// A line chart of these series.
  package init(
    series: [Series], labels: [String], tickLabel: @escaping (Double, Double) -> String
  ) {
    self.series = series
    self.labels = labels
    self.tickLabel = tickLabel
  }

  /// The number of periods.
  var periods: Int { max(labels.count, series.map(\.values.count).max() ?? 0) }

  /// What the vertical axis has to show, or nil if there is nothing.
  var range: ClosedRange<Double>? {
    var values = series.flatMap { $0.values.compactMap { $0 } }
    values += [band?.lower, band?.upper, median?.value].compactMap { $0 }.filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return nil }
    guard kind == .bar else { return low...high }
    // From zero, differences under a tenth of the height could hardly be seen.
    let differ = high - low
    if differ > 0, differ < max(abs(low), abs(high)) / 10 { return low...high }
    return min(0, low)...max(0, high)
  }

  /// Draws the chart into a rectangle: a row for the mark if there is one, the picture, the axis
  /// and the names of the periods. In a rectangle too small for axes the first series becomes a
  /// sparkline.
  package func draw(into frame: inout Frame, in rect: Rect, theme: Theme) {
    guard !rect.isEmpty else { return }
    guard rect.rows >= 5, rect.columns >= 16, periods > 0 else {
      let line = sparkline(series.first?.values ?? [], columns: rect.columns, glyphs: glyphs)
      frame.put(
        line, at: Point(column: rect.column, row: rect.row),
        style: series.first?.style ?? theme[.chart1], columns: rect.columns)
      return
    }
    ChartDrawing(self, in: rect, theme: theme).draw(into: &frame)
  }
}
