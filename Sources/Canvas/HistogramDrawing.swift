/// A histogram at work: where its parts lie in the rectangle, and the drawing of each.
struct HistogramDrawing {
  private let histogram: Histogram
  private let theme: Theme
  private let rect: Rect
  private let lines: GlyphSet.ChartLines
  private let signs: Histogram.Signs
  /// The bars and a row above them for the count of the highest; its columns go from the first
  /// edge to the last.
  private let plot: Rect
  /// From one edge to the next; the edge itself is left free if there is room.
  private let binColumns: Int

  /// Nil if there is no room for axes.
  init?(_ histogram: Histogram, in rect: Rect, theme: Theme) {
    let top = histogram.mark == nil ? 0 : 1
    let bottom = histogram.quartiles == nil ? 2 : 3
    binColumns = min(16, (rect.columns - 1) / histogram.bins.count)
    guard binColumns > 0, rect.rows >= top + 2 + bottom else { return nil }
    self.histogram = histogram
    self.theme = theme
    self.rect = rect
    lines = histogram.glyphs.chart
    signs = histogram.signs
    plot = Rect(
      column: rect.column, row: rect.row + top, columns: binColumns * histogram.bins.count + 1,
      rows: rect.rows - top - bottom)
  }

  func draw(into frame: inout Frame) {
    drawFloor(into: &frame)
    drawBand(into: &frame)
    drawMark(into: &frame)
    drawBars(into: &frame)
    drawSelection(into: &frame)
    drawBox(into: &frame)
  }

  /// The column of an edge, by its place.
  private func edge(_ index: Int) -> Int { plot.column + index * binColumns }

  /// The columns of a bar.
  private func columns(_ bin: Int) -> Range<Int> {
    edge(bin) + (binColumns > 1 ? 1 : 0)..<edge(bin + 1)
  }

  /// The column of a value; what lies outside the bins is at their ends.
  private func column(_ value: Double) -> Int {
    guard let index = histogram.bins.firstIndex(where: { value < $0.upper }) else {
      return edge(histogram.bins.count)
    }
    let bin = histogram.bins[index]
    let share = max(0, (value - bin.lower) / (bin.upper - bin.lower))
    return edge(index) + Int(nearest: share * Double(binColumns))
  }

  private func drawFloor(into frame: inout Frame) {
    let edges = histogram.bins.map(\.lower) + histogram.bins.suffix(1).map(\.upper)
    let floor = Point(column: plot.column, row: plot.endRow)
    frame.put(
      String(repeating: lines.floor, count: plot.columns), at: floor, style: theme[.faint])
    let labels = edges.enumerated().map { (text: histogram.edgeLabel($1), middle: edge($0)) }
    for label in thinned(labels, in: rect.column..<rect.endColumn) {
      frame.put(
        labels[label.index].text, at: Point(column: label.start, row: rect.endRow - 1),
        style: theme[.muted], columns: rect.endColumn - label.start)
      frame.put(
        String(lines.floorTick), at: Point(column: edge(label.index), row: floor.row),
        style: theme[.faint])
    }
  }

  private func drawBand(into frame: inout Frame) {
    guard let band = histogram.band else { return }
    let style = theme[.band]
    let first = band.lower.map(column) ?? plot.column
    let last = band.upper.map(column) ?? plot.endColumn - 1
    guard last >= first else { return }
    let shade = Rect(column: first, row: plot.row, columns: last - first + 1, rows: plot.rows)
    if style.background != .terminal { frame.restyle(shade) { _ in style } }
    for column in first...last {
      frame.put(
        String(signs.bandFloor), at: Point(column: column, row: plot.endRow), style: style)
    }
    for column in [band.lower == nil ? nil : first, band.upper == nil ? nil : last] {
      guard let column else { continue }
      for row in plot.row..<plot.endRow {
        frame.put(String(signs.bandEdge), at: Point(column: column, row: row), style: style)
      }
    }
  }

  /// An arrow with its words on the side where there is more room, and a line down to the bars.
  private func drawMark(into frame: inout Frame) {
    guard let mark = histogram.mark, mark.value.isFinite else { return }
    let column = column(mark.value)
    let (before, after) = (column - rect.column, rect.endColumn - column - 1)
    frame.put("▼", at: Point(column: column, row: rect.row), style: theme[.mark])
    let onRight = after > mark.label.columns || after >= before
    let label = mark.label.clipped(to: (onRight ? after : before) - 1)
    let start = onRight ? column + 2 : column - 1 - label.columns
    frame.put(label, at: Point(column: start, row: rect.row), style: theme[.mark])
    for row in plot.row..<plot.endRow {
      put(String(lines.marker), at: Point(column: column, row: row), .mark, into: &frame)
    }
  }

  private func drawBars(into frame: inout Frame) {
    let most = max(1, histogram.bins.map(\.count).max() ?? 1)
    var raster = Raster(
      Size(columns: plot.columns, rows: plot.rows - 1), glyphs: histogram.glyphs, kind: .bars)
    for (index, bin) in histogram.bins.enumerated() where bin.count > 0 {
      let share = Double(bin.count) / Double(most)
      let height = max(1, Int(nearest: share * Double(raster.height)))
      let columns = columns(index)
      raster.bar(
        columns.lowerBound - plot.column..<columns.upperBound - plot.column,
        from: raster.height - 1, to: raster.height - height, owner: 0)
      let count = String(bin.count)
      let row = plot.endRow - 1 - (height + raster.down - 1) / raster.down
      guard count.utf8.count <= columns.count else { continue }
      let start = columns.lowerBound + (columns.count - count.utf8.count) / 2
      put(count, at: Point(column: start, row: row), .text, into: &frame)
    }
    for row in 0..<plot.rows - 1 {
      for column in 0..<plot.columns {
        guard let glyph = raster.glyph(column: column, row: row) else { continue }
        let place = Point(column: plot.column + column, row: plot.row + 1 + row)
        put(String(glyph.character), at: place, .chart1, into: &frame)
      }
    }
  }

  private func drawSelection(into frame: inout Frame) {
    guard let selected = histogram.selected, histogram.bins.indices.contains(selected) else {
      return
    }
    let columns = columns(selected)
    let bin = Rect(
      column: columns.lowerBound, row: plot.row, columns: columns.count, rows: plot.rows)
    frame.restyle(bin) { $0.on(theme[.selection]) }
    let middle = (columns.lowerBound + columns.upperBound - 1) / 2
    frame.put(
      String(signs.selected), at: Point(column: middle, row: plot.endRow), style: theme[.mark])
  }

  private func drawBox(into frame: inout Frame) {
    guard let quartiles = histogram.quartiles else { return }
    let (first, last) = (
      column(quartiles.first), max(column(quartiles.first), column(quartiles.third))
    )
    func draw(_ sign: Character, _ column: Int) {
      frame.put(
        String(sign), at: Point(column: column, row: plot.endRow + 1), style: theme[.median])
    }
    for column in first...last { draw(signs.boxLine, column) }
    draw(signs.boxStart, first)
    draw(signs.boxEnd, last)
    draw(signs.boxMedian, column(quartiles.median))
  }

  private func put(_ text: String, at place: Point, _ role: Role, into frame: inout Frame) {
    frame.putOverShade(text, at: place, style: theme[role], endColumn: rect.endColumn)
  }
}
