/// The lines of a chart.
extension ChartDrawing {
  /// Every line in dots, and the places of the signs that tell them apart, counted from the top
  /// left of the plot, with the series each belongs to.
  func lined() -> (Raster, signs: [Point: Int]) {
    var raster = raster
    var signs: [Point: Int] = [:]
    for (owner, series) in chart.series.enumerated().reversed() {
      var free = 0
      for (period, value) in series.values.enumerated() {
        guard let value else { continue }
        let point = (x: x(period), y: y(value))
        if period > 0, let before = series.values[period - 1] {
          raster.line(from: (x(period - 1), y(before)), to: point, owner: owner)
        } else if period + 1 >= series.values.count || series.values[period + 1] == nil {
          // A point between two gaps would be a single dot, too little to be seen.
          raster.set(x: point.x + (point.x % 2 == 0 ? 1 : -1), y: point.y, owner: owner)
          raster.set(x: point.x, y: point.y, owner: owner)
        }
        let column = column(period)
        guard column >= free, owner > 0 || chart.glyphs == .ascii else { continue }
        signs[Point(column: column, row: row(value))] = owner
        // Where signs are coarser than the line, they leave some of it to be seen.
        if chart.glyphs != .ascii { free = column + 4 }
      }
    }
    return (raster, signs)
  }
}
