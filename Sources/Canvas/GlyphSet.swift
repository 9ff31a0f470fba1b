/// Which characters pictures are made of. Braille needs a font that has it, blocks nearly every
/// font, and ASCII nothing. Only what is told apart by its characters has some of its own in ASCII:
/// all other signs are written as those of `Frame.inASCII`.
package enum GlyphSet: String, CaseIterable, Hashable, Sendable {
  case braille, block, ascii

  /// The steps of a sparkline, from low to high. None is as high as the row, so that those of rows
  /// under each other do not grow together.
  var steps: [Character] {
    self == .ascii
      ? ["_", ".", "-", "=", "+", "*", "#"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇"]
  }
}
