import Canvas
import TestKit
import Testing

@Suite struct HistogramTests {
  private func histogram(_ glyphs: GlyphSet = .block) -> Histogram {
    let counts = [1, 4, 9, 14, 11, 0, 3, 1]
    var histogram = Histogram(
      bins: counts.enumerated().map {
        Histogram.Bin(lower: Double($0) / 4, upper: Double($0 + 1) / 4, count: $1)
      }, edgeLabel: Self.hundredths)
    histogram.glyphs = glyphs
    return histogram
  }

  @Sendable private static func hundredths(_ value: Double) -> String {
    let hundredths = Int(value * 100 + 0.5)
    return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
  }

  private func full(_ glyphs: GlyphSet) -> Histogram {
    var histogram = histogram(glyphs)
    histogram.quartiles = Histogram.Quartiles(first: 0.6, median: 0.82, third: 1.1)
    histogram.band = Chart.Band(lower: 0.6, upper: 1.0)
    histogram.selected = 3
    histogram.mark = (1.62, "Ana Lopes 1.62 s")
    return histogram
  }

  private func frame(_ histogram: Histogram, _ size: Size) -> Frame {
    var frame = Frame(size: size)
    histogram.draw(into: &frame, in: Rect(size), theme: .golden)
    return histogram.glyphs == .ascii ? frame.inASCII() : frame
  }

  @Test(
    arguments: [GlyphSet.block, .ascii],
    [Size(columns: 80, rows: 16), Size(columns: 50, rows: 10), Size(columns: 20, rows: 7)])
  func `everything about a team's values`(glyphs: GlyphSet, size: Size) {
    expectGolden(
      frame(full(glyphs), size), named: "histogram-\(glyphs.rawValue)-\(size.columns)")
  }

  @Test func `bars alone have counts and edges, and an empty bin has nothing`() {
    #expect(
      frame(histogram(), Size(columns: 42, rows: 7)).text == """
                         14   11
                    9   ████ ▁▁▁▁
               4   ▅▅▅▅ ████ ████
          1   ▁▁▁▁ ████ ████ ████       3    1
         ▂▂▂▂ ████ ████ ████ ████      ▇▇▇▇ ▂▂▂▂
        ┬─────────┬─────────┬─────────┬─────────┬
        0.00    0.50      1.00      1.50      2.00

        """)
  }

  @Test func `without room for axes it is a sparkline`() {
    #expect(frame(histogram(), Size(columns: 8, rows: 9)).text.hasPrefix("▁▃▅▇▆▁▂▁\n"))
    #expect(frame(full(.ascii), Size(columns: 40, rows: 5)).text.hasPrefix("_"))
  }

  @Test func `a value outside the bins is pointed out at their end`() {
    for (value, column) in [(-4.0, 0), (0.25, 5), (9, 40), (.infinity, -1)] {
      var histogram = histogram(.ascii)
      histogram.mark = (value, "")
      let top = frame(histogram, Size(columns: 42, rows: 8)).row(0).map(\.character)
      #expect(top.firstIndex(of: "v") ?? -1 == column)
    }
  }

  @Test func `no size is too small, and nothing is drawn outside`() {
    for columns in 0...30 {
      for rows in 0...9 {
        var frame = Frame(size: Size(columns: 34, rows: 12))
        let rect = Rect(column: 2, row: 1, columns: columns, rows: rows)
        full(.block).draw(into: &frame, in: rect, theme: .plain)
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
