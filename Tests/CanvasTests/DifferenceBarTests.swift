import Canvas
import Testing

@Suite struct DifferenceBarTests {
  @Test(arguments: [
    (0.0, GlyphSet.block, "    │    "), (1.0, .block, "    │████"), (0.5, .braille, "    │██  "),
    (0.28125, .block, "    │█▏  "), (0.0001, .block, "    │▏   "), (7.0, .block, "    │████"),
    (-1.0, .block, "████│    "), (-0.5, .block, "  ██│    "), (-7, .block, "████│    "),
    (-0.28125, .block, "  ▉█│    "), (-0.0001, .block, "   ▉│    "),
    (-0.6, .ascii, "  ##|    "), (0.01, .ascii, "    |#   "), (.nan, .block, "    │    "),
    (.infinity, .block, "    │    "),
  ])
  func `a bar points to its side of zero`(value: Double, glyphs: GlyphSet, text: String) {
    let line = differenceBar(value, maximum: 1, columns: 9, style: .plain, glyphs: glyphs)
    #expect(line.text == text)
  }

  @Test func `what grows to the left ends in a block that is reversed`() {
    let style = Style(foreground: .palette(2))
    let faint = Style(foreground: .palette(8))
    let line = differenceBar(
      -0.28125, maximum: 1, columns: 9, style: style, axis: faint, glyphs: .block)
    #expect(
      line.spans.map(\.style.attributes) == [[], .reverse, [], [], []])
    #expect(line.spans[1] == Span("▉", Style(foreground: .palette(2), attributes: .reverse)))
    #expect(line.spans[3].style == faint)
  }

  @Test func `on a reversed row the reversed block is exchanged once more`() {
    let reversed = Style(attributes: .reverse)
    #expect(reversed.on(reversed) == .plain)
    #expect(Style(attributes: .bold).on(reversed) == Style(attributes: [.bold, .reverse]))
  }

  @Test(arguments: -1...20)
  func `it takes exactly its columns`(columns: Int) {
    for value in [-2.0, -0.37, 0, 0.61, 1] {
      for glyphs in GlyphSet.allCases {
        let line = differenceBar(value, maximum: 1, columns: columns, style: .plain, glyphs: glyphs)
        #expect(line.columns == max(0, columns))
      }
    }
  }

  @Test func `without a maximum whatever differs fills its side`() {
    #expect(
      differenceBar(2, maximum: 0, columns: 5, style: .plain, glyphs: .ascii).text == "  |##")
  }
}
