import Canvas
import Testing

@Suite struct SparklineTests {
  @Test(arguments: [
    ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇▇"), ([1, nil, 3], "▁ ▇"), ([2, 2, 2], "▄▄▄"), ([5], "▄"),
    ([nil, nil], "  "), ([], ""), ([.nan, 1, .infinity, 2], " ▁ ▇"), ([-1, 0, 1], "▁▄▇"),
  ])
  func `each value is a step and a missing one a gap`(values: [Double?], text: String) {
    #expect(sparkline(values, columns: 10, glyphs: .block) == text)
    #expect(sparkline(values, columns: 10, glyphs: .braille) == text)
  }

  @Test func `a shared scale makes rows comparable`() {
    #expect(sparkline([1, 2], columns: 4, glyphs: .block, range: 0...7) == "▂▃")
    #expect(sparkline([-5, 50], columns: 4, glyphs: .block, range: 0...7) == "▁▇")
    #expect(sparkline([3, 3], columns: 4, glyphs: .block, range: 3...3) == "▄▄")
  }

  @Test func `more values than columns are averaged`() {
    #expect(sparkline([0, 2, 8, 10, nil, nil, 4, 6], columns: 4, glyphs: .block) == "▁▇ ▄")
    #expect(sparkline([1, 2, 3], columns: 0, glyphs: .block) == "")
    #expect(sparkline(Array(repeating: 1e308, count: 9), columns: 2, glyphs: .block).count == 2)
  }

  @Test func `ASCII needs no font`() {
    #expect(
      sparkline([0, 1, nil, 3, 4, 5, 6, 7], columns: 8, glyphs: .ascii) == "_. =+*##")
  }
}
