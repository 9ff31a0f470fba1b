import Canvas
import Testing

@Suite struct FrameASCIITests {
  @Test func `signs become ASCII in the same columns, and names keep their letters`() {
    var frame = Frame(size: Size(columns: 60, rows: 2))
    frame.put("a… · – › ‹ ≈ Δ ▴ ▾ ● ○ ◐ × ± ≤ ≥ ’ “ ”", at: Point(column: 0, row: 0))
    frame.put("Zoë Müller 李小龙 Δημήτρης O’Brien", at: Point(column: 0, row: 1))
    let ascii = frame.inASCII()
    #expect(
      ascii.text == """
        a~ - - > < ~ d ^ v * o % x = < > ' " "
        Zoë Müller 李小龙 Δημήτρης O'Brien

        """)
  }

  @Test func `styles, wide characters and the cursor stay`() {
    var frame = Frame(size: Size(columns: 6, rows: 1))
    let style = Style(foreground: .palette(3))
    frame.put("李…", at: Point(column: 0, row: 0), style: style)
    frame.cursor = Point(column: 3, row: 0)
    let ascii = frame.inASCII()
    #expect(ascii[0, 0] == frame[0, 0])
    #expect(ascii[1, 0] == frame[1, 0])
    #expect(ascii[2, 0] == Cell("~", style: style))
    #expect(ascii.cursor == frame.cursor)
  }

  private static func isASCII(_ frame: Frame) -> Bool {
    frame.text.utf8.allSatisfy { $0 < 0x80 }
  }

  /// Every widget in a rectangle of every size that it draws differently in.
  @Test(arguments: [Size(columns: 6, rows: 2), Size(columns: 50, rows: 12)])
  func `no widget writes anything but ASCII`(size: Size) {
    var frame = Frame(size: size)
    let rect = Rect(size)
    for kind in [Chart.Kind.line, .bar] {
      var chart = Chart(
        series: (0..<4).map { Chart.Series([1, nil, -3, Double($0)], style: .plain) },
        labels: ["a", "b", "c", "d"], tickLabel: { value, _ in String(Int(value)) })
      chart.kind = kind
      chart.glyphs = .ascii
      chart.mark = (2, "a label that has to be clipped because it is so very long")
      chart.median = (1, "a median that has to be clipped")
      chart.band = Chart.Band(lower: 0, upper: 2)
      chart.draw(into: &frame, in: rect, theme: .plain)
      #expect(Self.isASCII(frame.inASCII()))
    }
    var histogram = Histogram(
      bins: (0..<8).map { Histogram.Bin(lower: Double($0), upper: Double($0 + 1), count: $0) }
    ) { String(Int($0)) }
    histogram.glyphs = .ascii
    histogram.quartiles = Histogram.Quartiles(first: 2, median: 3, third: 5)
    histogram.band = Chart.Band(lower: 1, upper: nil)
    histogram.selected = 2
    histogram.mark = (4, "a label that has to be clipped because it is so very long")
    histogram.draw(into: &frame, in: rect, theme: .plain)
    #expect(Self.isASCII(frame.inASCII()))
    frame.panel(rect, title: "A title that is clipped", theme: .plain)
    #expect(Self.isASCII(frame.inASCII()))
    var table = Table(
      columns: [
        TableColumn("User", minimum: 4, order: .descending),
        TableColumn("Calls", .right, order: .ascending), TableColumn("Story", .right, minimum: 60),
      ], count: 3
    ) { _ in ["Somebody with a long name", "3", "4"] }
    table.isMarked = { $0 == 1 }
    table.draw(into: &frame, in: rect, theme: .plain)
    #expect(Self.isASCII(frame.inASCII()))
  }
}
