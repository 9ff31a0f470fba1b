/// A chart at work: where its parts lie in the rectangle, and the drawing of each.
struct ChartDrawing {
  let chart: Chart
  let theme: Theme
  let lines: GlyphSet.ChartLines
  /// Where lines are drawn: without axes, labels and the row of the mark.
  let plot: Rect
  let rect: Rect
  let ticks: AxisTicks?
  let raster: Raster
  /// Where bars stand; nil if lines are drawn.
  let bars: ChartBars?

  init(_ chart: Chart, in rect: Rect, theme: Theme) {
    self.chart = chart
    self.rect = rect
    self.theme = theme
    lines = chart.glyphs.chart
    let top = chart.mark == nil ? 0 : 1
    let rows = rect.rows - 2 - top
    let ticks = chart.range.map {
      AxisTicks(enclosing: $0, intervals: min(8, max(1, rows / 2)), unit: chart.unit)
    }
    let widest = ticks.map { ticks in
      ticks.values.map { chart.tickLabel($0, ticks.step).columns }.max() ?? 0
    }
    let left = min(widest ?? 0, rect.columns / 3) + 2
    self.ticks = ticks
    plot = Rect(
      column: rect.column + left, row: rect.row + top, columns: rect.columns - left, rows: rows)
    bars = ChartBars(chart, columns: plot.columns)
    raster = Raster(plot.size, glyphs: chart.glyphs, kind: bars == nil ? .lines : .bars)
  }

  func draw(into frame: inout Frame) {
    drawFloor(into: &frame)
    drawAxis(into: &frame)
    guard ticks != nil else { return }
    drawBand(into: &frame)
    drawMedian(into: &frame)
    drawZero(into: &frame)
    drawMarker(into: &frame)
    drawRaster(into: &frame)
    drawMedianLabel(into: &frame)
    drawMark(into: &frame)
  }

  /// The dot of a period on a line, from the left of the plot.
  func x(_ period: Int) -> Int {
    let last = chart.periods - 1
    guard last > 0 else { return raster.width / 2 }
    return Int(nearest: Double(period) * Double(raster.width - 1) / Double(last))
  }

  /// The column of a period, from the left of the plot.
  func column(_ period: Int) -> Int {
    bars?.middle(period) ?? x(period) * plot.columns / max(1, raster.width)
  }

  /// The dot of a value, from the top of the plot.
  func y(_ value: Double) -> Int {
    guard let ticks else { return 0 }
    let share = (value - ticks.low) / (ticks.high - ticks.low)
    return raster.height - 1 - Int(nearest: share * Double(raster.height - 1))
  }

  /// The row of a value, from the top of the plot.
  func row(_ value: Double) -> Int { y(value) / raster.down }

  private func drawBand(into frame: inout Frame) {
    guard let band = chart.band else { return }
    let style = theme[.band]
    if style.background != .terminal {
      let top = band.upper.map { row($0) } ?? 0
      let bottom = band.lower.map { row($0) } ?? plot.rows - 1
      let shaded = Rect(
        column: plot.column, row: plot.row + top, columns: plot.columns, rows: bottom - top + 1)
      frame.restyle(shaded) { _ in style }
    }
    for bound in [band.lower, band.upper] {
      if let bound { drawLevel(bound, lines.band, style, into: &frame) }
    }
  }

  private func drawMedian(into frame: inout Frame) {
    guard let median = chart.median, median.value.isFinite else { return }
    drawLevel(median.value, lines.median, theme[.median], into: &frame)
  }

  /// Drawn over the lines: half a number would mislead.
  private func drawMedianLabel(into frame: inout Frame) {
    guard let median = chart.median, median.value.isFinite else { return }
    let label = median.label.clipped(to: plot.columns / 2)
    let place = Point(column: plot.endColumn - label.columns, row: plot.row + row(median.value))
    put(label, at: place, theme[.median], into: &frame)
  }

  func drawLevel(
    _ value: Double, _ glyph: Character, _ style: Style, into frame: inout Frame
  ) {
    guard value.isFinite else { return }
    let place = Point(column: plot.column, row: plot.row + row(value))
    put(String(repeating: glyph, count: plot.columns), at: place, style, into: &frame)
  }

  private func put(_ text: String, at place: Point, _ style: Style, into frame: inout Frame) {
    frame.putOverShade(text, at: place, style: style, endColumn: rect.endColumn)
  }

  private func drawRaster(into frame: inout Frame) {
    let (raster, signs) = bars.map { (filled($0), [:]) } ?? lined()
    for row in 0..<plot.rows {
      for column in 0..<plot.columns {
        guard let glyph = raster.glyph(column: column, row: row) else { continue }
        let place = Point(column: plot.column + column, row: plot.row + row)
        let isSign = signs[Point(column: column, row: row)] == glyph.owner
        let character =
          isSign ? chart.glyphs.point(ofSeries: glyph.owner) : glyph.character
        let isMarked = glyph.owner == 0 && markedBar?.contains(column) == true
        put(
          String(character), at: place,
          isMarked ? theme[.mark] : chart.series[glyph.owner].style, into: &frame)
      }
    }
  }

  private func drawMarker(into frame: inout Frame) {
    guard let mark = chart.mark, (0..<chart.periods).contains(mark.index) else { return }
    for row in plot.row..<plot.endRow {
      let place = Point(column: plot.column + column(mark.index), row: row)
      put(String(lines.marker), at: place, theme[.faint], into: &frame)
    }
  }

  private func drawMark(into frame: inout Frame) {
    guard let mark = chart.mark, (0..<chart.periods).contains(mark.index) else { return }
    let column = plot.column + column(mark.index)
    let label = mark.label.clipped(to: rect.columns)
    let start = max(
      rect.column, min(column - label.columns / 2, rect.endColumn - label.columns))
    frame.put(label, at: Point(column: start, row: rect.row), style: theme[.mark])
    guard bars == nil, let values = chart.series.first?.values, mark.index < values.count,
      let value = values[mark.index]
    else { return }
    let place = Point(column: column, row: plot.row + row(value))
    put(String(lines.point), at: place, theme[.mark], into: &frame)
  }
}
