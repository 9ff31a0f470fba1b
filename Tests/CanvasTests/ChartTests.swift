import Canvas
import Testing

@Suite struct ChartTests {
  private func chart(_ glyphs: GlyphSet, _ values: [Double?]) -> Chart {
    var chart = Chart(
      series: [Chart.Series(values, style: Style(foreground: .palette(4)))],
      labels: ["Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr"].prefix(values.count).map {
        $0
      }, tickLabel: Self.tenths)
    chart.glyphs = glyphs
    return chart
  }

  @Sendable private static func tenths(_ value: Double, _: Double) -> String {
    let tenths = Int((value * 10) + (value < 0 ? -0.5 : 0.5))
    return "\(tenths / 10).\(abs(tenths % 10))"
  }

  private func text(_ chart: Chart, _ columns: Int, _ rows: Int, _ theme: Theme = .plain) -> String
  {
    var frame = Frame(size: Size(columns: columns, rows: rows))
    chart.draw(into: &frame, in: Rect(frame.size), theme: theme)
    return frame.text
  }

  private static let values: [Double?] = [0.6, 0.9, 1.2, nil, 0.8, nil, 1.0, 1.4]

  @Test(arguments: [
    (
      GlyphSet.braille,
      """
      1.4 ┤                                     ⢀⠎
          │                                    ⡠⠃
      1.2 ┤         ⢀⠔⠁                      ⢀⠔⠁
          │       ⢀⠔⠁                       ⢠⠊
      1.0 ┤     ⢀⠔⠁                         ⠁
      0.8 ┤   ⢀⠔⠁                ⣀
          │  ⡠⠃
      0.6 ┤⡠⠊
          └─────┬──────────┬──────────┬──────────┬
               Oct        Dec        Feb       Apr

      """
    ),
    (
      GlyphSet.block,
      """
      1.4 ┤                                     ▄▀
          │                                    ▄▀
      1.2 ┤          ▄▀                       ▄▀
          │       ▄▀▀                        █
      1.0 ┤     ▄▀                          ▀
      0.8 ┤   ▄▀                 ▄▄
          │  ▄▀
      0.6 ┤▄▀
          └─────┬──────────┬──────────┬──────────┬
               Oct        Dec        Feb       Apr

      """
    ),
    (
      GlyphSet.ascii,
      """
      1.4 +                                      *
          |                                     .
      1.2 +          .*                       ..
          |       ...                        .
      1.0 +     *.                          *
      0.8 +   ..                 *.
          | ..
      0.6 +*
          +-----+----------+----------+----------+
               Oct        Dec        Feb       Apr

      """
    ),
  ])
  func `a line has axes, gaps where values are missing, and points that stand alone`(
    glyphs: GlyphSet, picture: String
  ) {
    #expect(text(chart(glyphs, Self.values), 44, 10) == picture)
  }

  @Test(arguments: [
    (
      GlyphSet.braille,
      """
                 Nov 1.20 s
      1.4 ┤           │                         ⢀⠎
          │           │                        ⢠⠊
      1.2 ┤          ⡠●                       ⡠⠃
          │        ⢀⠜ │                      ⡔⠁
      1.0 ┤┄┄┄┄┄┄┄⡔⠁┄┄│┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄⠜┄┄┄┄┄
          │     ⡠⠊    │
      0.8 ┤╌╌╌⢀⠎╌╌╌╌╌╌│╌╌╌╌╌╌╌╌╌╌⠤╌╌╌╌╌median 0.85
          │ ⢀⠔⠁       │
      0.6 ┤⡠⠊┄┄┄┄┄┄┄┄┄│┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
          └─────┬──────────┬──────────┬──────────┬
               Oct        Dec        Feb       Apr

      """
    ),
    (
      GlyphSet.block,
      """
                 Nov 1.20 s
      1.4 ┤           │                         ▄▀
          │           │                        ▄▀
      1.2 ┤          ▄●                       ▄▀
          │        ▄▀ │                      ▄▀
      1.0 ┤┄┄┄┄┄┄┄▄▀┄┄│┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄▄▀┄┄┄┄
          │     ▄▀    │
      0.8 ┤╌╌╌▄▀╌╌╌╌╌╌│╌╌╌╌╌╌╌╌╌╌▄▄╌╌╌╌median 0.85
          │  ▄▀       │
      0.6 ┤▄▀┄┄┄┄┄┄┄┄┄│┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
          └─────┬──────────┬──────────┬──────────┬
               Oct        Dec        Feb       Apr

      """
    ),
    (
      GlyphSet.ascii,
      """
                 Nov 1.20 s
      1.4 +           |                          *
          |           |                         .
      1.2 +          .@                       ..
          |        .. |                      .
      1.0 +~~~~~~..~~~|~~~~~~~~~~~~~~~~~~~~~*~~~~~
          |     *     |
      0.8 +---..------|----------*.----median 0.85
          | ..        |
      0.6 +*~~~~~~~~~~|~~~~~~~~~~~~~~~~~~~~~~~~~~~
          +-----+----------+----------+----------+
               Oct        Dec        Feb       Apr

      """
    ),
  ])
  func `a target band, a median and a mark lie behind and over the line`(
    glyphs: GlyphSet, picture: String
  ) {
    var chart = chart(glyphs, Self.values)
    chart.band = Chart.Band(lower: 0.6, upper: 1.0)
    chart.median = (0.85, "median 0.85")
    chart.mark = (2, "Nov 1.20 s")
    #expect(text(chart, 44, 12) == picture)
  }

  @Test func `a band is shaded behind everything where the theme has a colour for it`() {
    let shade = Style(foreground: .palette(2), background: .palette(22))
    let theme = Theme(
      name: "t", variant: .dark, foreground: .terminal, background: .terminal,
      styles: [.band: shade])
    var chart = chart(.ascii, Self.values)
    chart.band = Chart.Band(lower: nil, upper: 1.0)
    var frame = Frame(size: Size(columns: 44, rows: 10))
    chart.draw(into: &frame, in: Rect(frame.size), theme: theme)
    let backgrounds = (0..<8).map { frame[20, $0].style.background }
    #expect(
      backgrounds == Array(repeating: .terminal, count: 4)
        + Array(repeating: .palette(22), count: 4))
    #expect(
      frame[5, 7] == Cell("*", style: Style(foreground: .palette(4), background: .palette(22))))
  }

  @Test func `the first of several lines is drawn over the others`() {
    var chart = chart(.ascii, [1, 2, 3])
    chart.series.append(Chart.Series([3, 2, 1], style: Style(foreground: .palette(1))))
    #expect(
      text(chart, 24, 7) == """
        3.0 +o::             ..*
            |   ::::     ....
        2.0 +       ..*..
            |   ....     ::::
        1.0 +*..             ::o
            ++--------+--------+
            Sep      Oct     Nov

        """)
  }

  @Test func `lines are told apart by signs, but for the first, which stays fine`() {
    var chart = chart(.braille, [1, 2, 3])
    for values: [Double?] in [[3, 2.6, 3], [2, nil, 1], [1, 1.4, 2]] {
      chart.series.append(Chart.Series(values, style: .plain))
    }
    #expect(
      text(chart, 36, 9) == """
        3.0 ┤○⠉⠒⠒⠒⠤⠤⠤⣀⣀⣀         ⣀⣀⣀⠤⠤⠤⢒⣒⠶⠛⠉
            │           ⠉⠉⠉⠒○⠒⠉⠉⠉  ⣀⠤⠔⠊⠁
            │                 ⢀⡠⠤⠒⠉
        2.0 ┤■            ⣀⠤⠒⠊⠁        ⢀⣀⠤⠤▲
            │        ⢀⡠⠤⠒⠉       ⣀⡠⠤⠒⠒⠉⠁
            │    ⣀⠤⠔⠊⠁  ⣀⣀⣀⠤▲⠔⠒⠉⠉
        1.0 ┤⣀⣤⠶⠭⠤⠒⠒⠒⠉⠉⠉                   ■
            └┬──────────────┬──────────────┬
            Sep            Oct           Nov

        """)
  }

  @Test func `names that would overlap are thinned from the last one`() {
    var chart = chart(.block, [1, 2])
    chart.labels = (1...12).map { "W\($0) 2026" }
    chart.series[0].values = (1...12).map(Double.init)
    let rows = text(chart, 44, 8).split(separator: "\n")
    #expect(rows.last?.hasSuffix("W12 2026") == true)
    #expect(rows.last?.split(separator: "  ").count == 3)
  }

  @Test func `a single period, a flat line and no values at all can be drawn`() {
    #expect(text(chart(.block, [2]), 20, 6).contains("2.0 ┤      ▄▄\n"))
    #expect(text(chart(.ascii, [2, 2, 2]), 20, 7).contains("2.0 +*......*......*\n"))
    #expect(text(chart(.ascii, [nil, nil]), 20, 6).hasPrefix(" |\n |\n"))
    #expect(text(chart(.ascii, [.nan, .infinity]), 20, 6).hasPrefix(" |\n |\n"))
  }

  @Test func `without room for axes it is a sparkline`() {
    #expect(text(chart(.block, [1, nil, 3]), 10, 2) == "▁ ▇\n\n")
  }

  @Test func `no size is too small, and nothing is drawn outside`() {
    for columns in [0, 1, 5, 15, 16, 17, 30] {
      for rows in 0...9 {
        var chart = chart(.braille, Self.values)
        chart.median = (0.85, "the median of a team with a long name")
        chart.mark = (7, "a label that is wider than the whole chart")
        chart.band = Chart.Band(lower: 0.9, upper: nil)
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
