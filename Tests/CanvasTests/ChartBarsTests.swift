import Canvas
import TestKit
import Testing

@Suite struct ChartBarsTests {
  private static let sizes = [Size(columns: 44, rows: 10), Size(columns: 80, rows: 16)]
  private static let values: [Double?] = [6, 9, 12, nil, 8, 0, 10, 14]

  private func chart(_ glyphs: GlyphSet, _ series: [[Double?]]) -> Chart {
    let roles: [Role] = [.chart1, .chart2, .chart3, .chart4]
    var chart = Chart(
      series: zip(series, roles).map { Chart.Series($0, style: Theme.golden[$1]) },
      labels: ["Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr"].prefix(series[0].count)
        .map { $0 }, tickLabel: { value, _ in String(Int(value)) })
    chart.kind = .bar
    chart.glyphs = glyphs
    return chart
  }

  private func frame(_ chart: Chart, _ size: Size) -> Frame {
    var frame = Frame(size: size)
    chart.draw(into: &frame, in: Rect(size), theme: .golden)
    return frame
  }

  @Test(arguments: [GlyphSet.block, .ascii], sizes)
  func `bars stand on zero, a gap is empty and a zero is not`(glyphs: GlyphSet, size: Size) {
    var chart = chart(glyphs, [Self.values])
    chart.band = Chart.Band(lower: 6, upper: 10)
    chart.median = (8.5, "median 8.5")
    chart.mark = (2, "Nov 12")
    expectGolden(frame(chart, size), named: "bars-\(glyphs.rawValue)-\(size.columns)")
  }

  @Test(arguments: [GlyphSet.block, .ascii])
  func `bars of several series stand side by side`(glyphs: GlyphSet) {
    let chart = chart(
      glyphs, [[6, 9, 12, nil], [3, 5, nil, 8], [13, 2, 7, 4], [1, 8, 3, 9]])
    expectGolden(
      frame(chart, Size(columns: 60, rows: 12)), named: "bars-of-four-\(glyphs.rawValue)")
  }

  @Test(arguments: [GlyphSet.block, .ascii])
  func `bars below zero hang from it`(glyphs: GlyphSet) {
    let chart = chart(glyphs, [[6, -3, 12, -8, nil, 0, -1, 4]])
    expectGolden(frame(chart, Size(columns: 44, rows: 14)), named: "bars-\(glyphs.rawValue)-signed")
  }

  @Test func `bars of braille are bars of blocks, which are finer`() {
    let size = Self.sizes[0]
    #expect(
      frame(chart(.braille, [Self.values]), size) == frame(chart(.block, [Self.values]), size))
  }

  @Test func `values that would all look alike do not stand on zero, and the corner says so`() {
    #expect(
      frame(chart(.block, [[1001, 1004, 1009]]), Size(columns: 30, rows: 6)).text == """
        1010 ┤                ▅▅▅▅▅▅▅
        1005 ┤                ███████
             │        ▅▅▅▅▅▅▅ ███████
        1000 ┤▄▄▄▄▄▄▄ ███████ ███████
             ≈───┬───────┬───────┬────
                Sep     Oct     Nov

        """)
    #expect(frame(chart(.ascii, [[7, 7, 7]]), Size(columns: 30, rows: 6)).text.contains("+---"))
  }

  @Test func `bars that find no room are drawn as lines`() {
    let many = (0..<60).map { Double($0 % 7) }
    var lines = chart(.braille, [many])
    lines.kind = .line
    let size = Size(columns: 40, rows: 8)
    #expect(frame(chart(.braille, [many]), size) == frame(lines, size))
  }

  @Test func `no size is too small, and nothing is drawn outside`() {
    for columns in [0, 5, 16, 17, 30] {
      for rows in 0...9 {
        var chart = chart(.block, [Self.values, [-1, 2]])
        chart.mark = (7, "a label that is wider than the whole chart")
        var frame = Frame(size: Size(columns: 34, rows: 12))
        let rect = Rect(column: 2, row: 1, columns: columns, rows: rows)
        chart.draw(into: &frame, in: rect, theme: .plain)
        for row in 0..<12 {
          for column in 0..<34
          where row < rect.row || row >= rect.endRow || column < 2 || column >= rect.endColumn {
            #expect(frame[column, row] == Cell(" "), "\(columns)×\(rows) at \(column),\(row)")
          }
        }
      }
    }
  }
}
