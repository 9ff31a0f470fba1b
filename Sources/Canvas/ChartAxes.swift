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
    let labels = chart.labels.prefix(chart.periods).enumerated().map { period, label in
      (text: label, middle: plot.column + column(period))
    }
    for label in thinned(labels, in: rect.column..<rect.endColumn) {
      frame.put(
        chart.labels[label.index], at: Point(column: label.start, row: row + 1),
        style: theme[.muted], columns: rect.endColumn - label.start)
      frame.put(
        String(lines.floorTick),
        at: Point(column: plot.column + column(label.index), row: row), style: theme[.faint])
    }
  }
}

/// Which labels of an axis are drawn, and where: each around its middle, and of all, or every
/// second, third and so on counted from the last, as many as leave two free columns between them.
func thinned(
  _ labels: [(text: String, middle: Int)], in columns: Range<Int>
) -> [(index: Int, start: Int)] {
  guard !labels.isEmpty else { return [] }
  for stride in 1...labels.count {
    var places: [(index: Int, start: Int)] = []
    var free = columns.upperBound + 2
    var fits = true
    for index in Swift.stride(from: labels.count - 1, through: 0, by: -stride) {
      let width = labels[index].text.columns
      let wanted = labels[index].middle - width / 2
      let start = max(columns.lowerBound, min(wanted, columns.upperBound - width))
      fits = fits && start + width + 2 <= free
      free = start
      places.append((index, start))
    }
    if fits { return places }
  }
  return []
}
