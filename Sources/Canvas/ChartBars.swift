/// Where the bars of a chart stand.
struct ChartBars {
  private let columns: Int
  private let periods: Int
  private let series: Int
  /// The columns of one bar.
  private let width: Int

  /// Nil if the chart has no bars, or no room for them.
  init?(_ chart: Chart, columns: Int) {
    guard chart.kind == .bar, chart.periods > 0, !chart.series.isEmpty else { return nil }
    self.columns = columns
    periods = chart.periods
    series = chart.series.count
    let slot = columns / periods
    guard slot >= series else { return nil }
    // Between the bars of two periods a column stays free if there is one.
    width = min(8, max(1, (slot - 1) / series))
  }

  /// The columns of a bar, from the left of the plot.
  func columns(_ period: Int, series index: Int) -> Range<Int> {
    let (start, end) = (period * columns / periods, (period + 1) * columns / periods)
    let first = start + (end - start - series * width) / 2 + index * width
    return first..<first + width
  }

  /// The middle of a period's bars, from the left of the plot.
  func middle(_ period: Int) -> Int {
    (columns(period, series: 0).lowerBound + columns(period, series: series - 1).upperBound - 1) / 2
  }
}

/// The bars of a chart.
extension ChartDrawing {
  /// Every bar in dots. A value of zero is a bar of one dot, which tells it from a gap.
  func filled(_ bars: ChartBars) -> Raster {
    var raster = raster
    for (owner, series) in chart.series.enumerated() {
      for (period, value) in series.values.enumerated() {
        guard let value else { continue }
        raster.bar(
          bars.columns(period, series: owner), from: foot, to: y(value), owner: owner)
      }
    }
    return raster
  }

  /// The dot that bars stand on: that of zero, or the nearest to it there is.
  private var foot: Int { min(raster.height - 1, max(0, y(0))) }

  /// The columns of the marked period's first bar, which is drawn like the mark.
  var markedBar: Range<Int>? {
    guard let bars, let mark = chart.mark, (0..<chart.periods).contains(mark.index) else {
      return nil
    }
    return bars.columns(mark.index, series: 0)
  }

  /// A line for bars on both sides of zero.
  func drawZero(into frame: inout Frame) {
    guard bars != nil, let ticks, ticks.low < 0, ticks.high > 0 else { return }
    drawLevel(0, lines.floor, theme[.faint], into: &frame)
  }

  /// Whether bars stand on something else than zero.
  var isBroken: Bool {
    guard bars != nil, let ticks else { return false }
    return ticks.low > 0 || ticks.high < 0
  }
}
