internal import CNcurses
internal import Canvas

/// A cell's character as curses can hold it: one or more of its own cells that together are as wide.
/// What the C library finds wider or narrower than the frame does would shift the rest of the row,
/// so such a character is reduced to a part that fits, or to question marks.
enum CellText {
  /// At most so many characters share one of curses' cells.
  private static let capacity = Int(CCHARW_MAX)

  /// Each element is a spacing character and those that combine with it.
  static func parts(_ cell: Cell) -> [[wchar_t]] {
    let width = Int32(cell.width)
    if width == 1, let ascii = cell.character.asciiValue, (0x20..<0x7f).contains(ascii) {
      return [[wchar_t(ascii)]]
    }
    let scalars = cell.character.unicodeScalars
    let letters = scalars.compactMap(flagLetter)
    if letters.count == 2, width == 2 { return letters.map { [$0] } }

    let parts = split(scalars)
    if parts.map({ $0.width }).reduce(0, +) == width { return parts.map { $0.text } }
    guard let first = parts.first else { return unknown(width) }
    // A joined emoji is reduced to its first; one that is text without its selector is that text
    // with room for the picture.
    if first.width == width { return [first.text] }
    return first.width == 1 && width == 2 ? [first.text, [space]] : unknown(width)
  }

  private static let space = wchar_t(UInt8(ascii: " "))

  private static func unknown(_ width: Int32) -> [[wchar_t]] {
    Array(repeating: [wchar_t(UInt8(ascii: "?"))], count: Int(width))
  }

  /// Empty if any of it has no width that the C library knows.
  private static func split(
    _ scalars: Character.UnicodeScalarView
  ) -> [(text: [wchar_t], width: Int32)] {
    var parts: [(text: [wchar_t], width: Int32)] = []
    for scalar in scalars where !isInvisible(scalar) {
      let character = wchar_t(bitPattern: scalar.value)
      let width = shim_wcwidth(character)
      if width > 0 {
        parts.append(([character], width))
      } else if width < 0 || parts.isEmpty {
        return []
      } else if parts[parts.count - 1].text.count < capacity {
        parts[parts.count - 1].text.append(character)
      }
    }
    return parts
  }

  /// Joiners, marks of direction and variation selectors, which curses and the terminal would not
  /// take the same way.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format || (0xfe00...0xfe0f).contains(scalar.value)
  }

  /// Terminals disagree about the width of a flag's halves, so a flag is drawn as its two letters.
  private static func flagLetter(_ scalar: Unicode.Scalar) -> wchar_t? {
    (0x1f1e6...0x1f1ff).contains(scalar.value)
      ? wchar_t(scalar.value - 0x1f1e6) + wchar_t(UInt8(ascii: "A")) : nil
  }
}
