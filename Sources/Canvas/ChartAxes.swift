/// The axes of a chart and what is written beside them.
extension ChartDrawing {
  func drawAxis(into frame: inout Frame) {
    let axis = plot.column - 1
    for row in plot.row..<plot.endRow {
      frame.put(String(lines.axis), at: Point(column: axis, row: row), style: theme[.faint])
    }
    guard let ticks else { return }
    var free = plot.rows
    for value in ticks.values where row(value) < free {
      free = row(value)
      let place = Point(column: rect.column, row: plot.row + free)
      let label = chart.tickLabel(value, ticks.step)
      frame.put(
        label.padded(to: axis - rect.column - 1, .right), at: place, style: theme[.muted])
      frame.put(
        String(lines.tick), at: Point(column: axis, row: place.row), style: theme[.faint])
    }
  }

  func drawFloor(into frame: inout Frame) {
    let row = plot.endRow
    let floor = String(repeating: lines.floor, count: plot.columns)
    let corner = isBroken ? lines.brokenCorner : lines.corner
    frame.put(
      String(corner) + floor, at: Point(column: plot.column - 1, row: row),
      style: theme[.faint])
    for label in thinnedLabels() {
      frame.put(
        chart.labels[label.period], at: Point(column: label.start, row: row + 1),
        style: theme[.muted], columns: rect.endColumn - label.start)
      frame.put(
        String(lines.floorTick),
        at: Point(column: plot.column + column(label.period), row: row), style: theme[.faint])
    }
  }

  /// Every label, or every second, third and so on counted from the last, so that two free
  /// columns are between them.
  private func thinnedLabels() -> [(period: Int, start: Int)] {
    let count = min(chart.labels.count, chart.periods)
    guard count > 0 else { return [] }
    for stride in 1...count {
      var places: [(period: Int, start: Int)] = []
      var free = rect.endColumn + 2
      var fits = true
      for period in Swift.stride(from: count - 1, through: 0, by: -stride) {
        let width = chart.labels[period].columns
        let wanted = plot.column + column(period) - width / 2
        let start = max(rect.column, min(wanted, rect.endColumn - width))
        fits = fits && start + width + 2 <= free
        free = start
        places.append((period, start))
      }
      if fits { return places }
    }
    return []
  }
}
