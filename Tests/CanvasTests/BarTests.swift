import Canvas
import Testing

@Suite struct BarTests {
  @Test(arguments: [
    (0.0, GlyphSet.block, "    "), (1.0, .block, "████"), (0.5, .braille, "██  "),
    (0.53125, .block, "██▏ "), (0.0001, .block, "▏   "), (7.0, .block, "████"),
    (Double.nan, .block, "    "), (0.6, .ascii, "##  "), (0.01, .ascii, "#   "),
  ])
  func `a bar fills its share`(fraction: Double, glyphs: GlyphSet, text: String) {
    #expect(bar(fraction: fraction, columns: 4, glyphs: glyphs) == text)
  }

  @Test(arguments: [
    (0.0, GlyphSet.block, "▕░░░░░▏"), (0.71, .block, "▕████░▏"), (0.999, .block, "▕████░▏"),
    (0.001, .ascii, "[#....]"), (1.0, .ascii, "[#####]"),
  ])
  func `progress is full only at the end`(fraction: Double, glyphs: GlyphSet, text: String) {
    #expect(progress(fraction: fraction, columns: 7, glyphs: glyphs) == text)
  }

  @Test(arguments: [-1, 0, 1, 2, 3])
  func `progress takes exactly its columns`(columns: Int) {
    #expect(progress(fraction: 0.5, columns: columns, glyphs: .block).columns == max(0, columns))
  }
}
