/// Which characters pictures are made of. Braille needs a font that has it, blocks nearly every
/// font, and ASCII nothing.
package enum GlyphSet: String, CaseIterable, Hashable, Sendable {
  case braille, block, ascii

  /// The corners and sides of an overlay.
  struct PanelLine {
    var topLeft, topRight, bottomLeft, bottomRight, horizontal, vertical: Character
  }

  var panel: PanelLine {
    self == .ascii
      ? PanelLine(
        topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", horizontal: "-",
        vertical: "|")
      : PanelLine(
        topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘", horizontal: "─",
        vertical: "│")
  }

  /// The arrow beside the name of a column that the rows are sorted by.
  package func sortArrow(ascending: Bool) -> Character {
    switch (self, ascending) {
    case (.ascii, true): "^"
    case (.ascii, false): "v"
    case (_, true): "▲"
    case (_, false): "▼"
    }
  }

  /// Says that there is more on the left.
  package var moreLeft: Character { self == .ascii ? "<" : "‹" }
  /// Says that there is more on the right.
  package var moreRight: Character { self == .ascii ? ">" : "›" }

  /// The steps of a sparkline, from low to high. None is as high as the row, so that those of rows
  /// under each other do not grow together.
  var steps: [Character] {
    self == .ascii
      ? ["_", ".", "-", "=", "+", "*", "#"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇"]
  }
}
