import Canvas
import Testing

@Suite struct TimelineTests {
  private func text(
    _ intervals: [(start: Double, end: Double)], length: Double = 10, columns: Int = 10,
    _ glyphs: GlyphSet = .block
  ) -> String {
    String(
      timeline(intervals, length: length, columns: columns, glyphs: glyphs).map(\.character))
  }

  @Test(
    arguments: [
      ([(0, 10)], "██████████"), ([], "──────────"), ([(0, 1)], "█─────────"),
      ([(0.5, 1.5)], "▐▌────────"), ([(9.9, 10)], "─────────▐"), ([(3, 3)], "───▌──────"),
      ([(2, 4), (3, 5), (8, 20)], "──███───██"), ([(-5, 1), (12, 14)], "█────────▐"),
      ([(4, 2)], "──────────"),
    ] as [([(start: Double, end: Double)], String)])
  func `what is there is filled, by halves, and nothing of it is lost`(
    intervals: [(start: Double, end: Double)], expected: String
  ) {
    #expect(text(intervals) == expected)
  }

  @Test func `braille has halves and ASCII whole cells`() {
    #expect(text([(0.5, 2)], columns: 5, .braille) == "⣿⠤⠤⠤⠤")
    #expect(text([(0.5, 2)], .braille) == "⣼⣿⠤⠤⠤⠤⠤⠤⠤⠤")
    #expect(text([(0.5, 2)], .ascii) == "##--------")
  }

  @Test func `cells say in which of them it is`() {
    let cells = timeline([(1, 2)], length: 4, columns: 4, glyphs: .block)
    #expect(cells.map(\.isThere) == [false, true, false, false])
  }

  @Test func `no length and no columns draw nothing`() {
    #expect(text([(0, 1)], length: 0) == "" && text([(0, 1)], columns: 0) == "")
    #expect(timelineColumns(from: 0, to: 1, length: 0, columns: 4) == 0...0)
  }

  @Test func `a time has a column inside of the line`() {
    #expect(timelineColumn(of: 5, length: 10, columns: 20) == 10)
    #expect(timelineColumn(of: 10, length: 10, columns: 20) == 19)
    #expect(timelineColumn(of: -1, length: 10, columns: 20) == 0)
    #expect(timelineColumns(from: 2, to: 4, length: 10, columns: 10) == 2...3)
  }
}
