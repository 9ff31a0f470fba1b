/// How many values lie where: a bar for each bin over an axis of values. It draws pictures only;
/// what is counted, and what stands beside it, is given by the caller.
package struct Histogram {
  /// The values from one bound up to the next.
  package struct Bin: Hashable, Sendable {
    /// Where it begins.
    package var lower: Double
    /// Where it ends, above `lower`.
    package var upper: Double
    /// How many values lie in it.
    package var count: Int

    /// A bin of finite bounds.
    package init(lower: Double, upper: Double, count: Int) {
      self.lower = lower
      self.upper = upper
      self.count = count
    }
  }

  /// The values that a quarter, a half and three quarters of all lie below.
  package struct Quartiles: Hashable, Sendable {
    /// A quarter lies below it.
    package var first: Double
    /// A half lies below it.
    package var median: Double
    /// Three quarters lie below it.
    package var third: Double

    /// Quartiles in ascending order.
    package init(first: Double, median: Double, third: Double) {
      self.first = first
      self.median = median
      self.third = third
    }
  }

  /// In ascending order, each beginning where the one before ends. They are drawn equally wide.
  package var bins: [Bin]
  /// What stands under a bound; those that would overlap are left out.
  package var edgeLabel: (Double) -> String
  /// Drawn as a box under the axis.
  package var quartiles: Quartiles?
  /// The target band: a double axis between dotted bounds, shaded where the theme has a colour.
  package var band: Chart.Band?
  /// The index of the bin that is pointed out.
  package var selected: Int?
  /// A value that is pointed out, and what is written beside its arrow.
  package var mark: (value: Double, label: String)?
  /// What bars are made of.
  package var glyphs = GlyphSet.block

  /// A histogram of these bins.
  package init(bins: [Bin], edgeLabel: @escaping (Double) -> String) {
    self.bins = bins
    self.edgeLabel = edgeLabel
  }

  /// Draws the histogram into a rectangle: a row for the mark if there is one, the bars with their
  /// counts above them where those fit, the axis, the box of the quartiles and the labels. In a
  /// rectangle too small for that it becomes a sparkline of the counts.
  package func draw(into frame: inout Frame, in rect: Rect, theme: Theme) {
    guard !rect.isEmpty, !bins.isEmpty else { return }
    guard let drawing = HistogramDrawing(self, in: rect, theme: theme) else {
      let counts = bins.map { Optional(Double($0.count)) }
      frame.put(
        sparkline(counts, columns: rect.columns, glyphs: glyphs),
        at: Point(column: rect.column, row: rect.row), style: theme[.chart1], columns: rect.columns)
      return
    }
    drawing.draw(into: &frame)
  }

  /// What the axis of a histogram is made of besides a chart's lines.
  struct Signs {
    var bandFloor, bandEdge, boxStart, boxLine, boxMedian, boxEnd, selected: Character
  }

  var signs: Signs {
    glyphs == .ascii
      ? Signs(
        bandFloor: "=", bandEdge: ":", boxStart: "[", boxLine: "-", boxMedian: "|", boxEnd: "]",
        selected: "^")
      : Signs(
        bandFloor: "═", bandEdge: "┊", boxStart: "├", boxLine: "─", boxMedian: "┼", boxEnd: "┤",
        selected: "▲")
  }
}
