/// A piece of harmless text that fills one cell, or two side by side.
struct TextCell: Equatable {
  /// One spacing character and at most two marks on it.
  var character: Character
  var columns: Int
}

extension String {
  /// The text with everything taken out that could move a cursor, change a direction or a colour,
  /// hide, or be drawn wider in one place than in another.
  ///
  /// - Control characters, private and unassigned ones become U+FFFD, so that an attack is seen;
  ///   line breaks, tabs and all kinds of space become a space.
  /// - Invisible characters (joiners, direction marks, soft hyphens, tags) are left out.
  /// - At most two marks stay on a character; a mark with nothing to sit on gets a dotted circle.
  /// - What takes several characters to spell is reduced to what every terminal draws in the same
  ///   width: the first picture of a joined emoji, an emoji without its skin tone, a symbol
  ///   without its wish to be an emoji (so `❤️` takes one column), a flag's two letters.
  ///
  /// Right-to-left text keeps its logical order. Making harmless text harmless changes nothing.
  package var harmless: String {
    if isPlainASCII { return self }
    var result = ""
    for cell in textCells { result.append(cell.character) }
    return result
  }

  /// Whether all of it is printable ASCII, which is harmless and one column a byte.
  var isPlainASCII: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

  /// The harmless text, split into what fills a cell.
  var textCells: [TextCell] {
    var cells: [TextCell] = []
    cells.reserveCapacity(utf8.count)
    for character in self { character.appendTextCells(to: &cells) }
    return cells
  }
}

extension Character {
  static let replacement: Character = "\u{FFFD}"

  /// Whether it is one printable ASCII character.
  var isPlainASCII: Bool {
    guard let ascii = asciiValue else { return false }
    return ascii >= 0x20 && ascii < 0x7F && utf8.count == 1
  }

  func appendTextCells(to cells: inout [TextCell]) {
    if isPlainASCII { return cells.append(TextCell(character: self, columns: 1)) }
    if let columns = columnsOfOneScalar {
      return cells.append(TextCell(character: self, columns: columns))
    }
    if self == "\r\n" { return cells.append(TextCell(character: " ", columns: 1)) }
    var cell = CellInProgress()
    for scalar in reducedToFirstPicture {
      switch ScalarClass(scalar) {
      case .spacing(let columns): cell.start(scalar, columns: columns, after: &cells)
      case .space: cell.start(" ", columns: 1, after: &cells)
      case .regional(let letter): cell.start(letter, columns: 1, after: &cells)
      case .doubtful: cell.start("\u{FFFD}", columns: 1, after: &cells)
      case .joining: cell.join(scalar, after: &cells)
      case .dropped: break
      }
    }
    cell.finish(into: &cells)
  }

  /// The columns of a character that stays as it is and has no marks, which most are.
  private var columnsOfOneScalar: Int? {
    let scalars = unicodeScalars
    guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex,
      case .spacing(let columns) = ScalarClass(first)
    else { return nil }
    return columns
  }

  /// A joined emoji's first picture; every other character unchanged.
  private var reducedToFirstPicture: String.UnicodeScalarView.SubSequence {
    let scalars = unicodeScalars
    if let first = scalars.first, first.value > 0x7F, first.properties.isEmoji,
      let joiner = scalars.firstIndex(of: "\u{200D}")
    {
      return Substring.UnicodeScalarView(scalars.prefix(upTo: joiner))
    }
    return Substring.UnicodeScalarView(scalars[...])
  }
}

/// Gathers a spacing character and its marks.
private struct CellInProgress {
  private var text = ""
  private var columns = 0
  private var marks = 0

  mutating func start(_ scalar: Unicode.Scalar, columns: Int, after cells: inout [TextCell]) {
    finish(into: &cells)
    text.unicodeScalars.append(scalar)
    self.columns = columns
    marks = 0
  }

  mutating func join(_ scalar: Unicode.Scalar, after cells: inout [TextCell]) {
    if text.isEmpty {
      // A Hangul vowel or final without its initial cannot sit on a dotted circle.
      guard scalar.properties.generalCategory == .nonspacingMark else {
        return start("\u{FFFD}", columns: 1, after: &cells)
      }
      start("\u{25CC}", columns: 1, after: &cells)
    }
    guard marks < 2 else { return }
    text.unicodeScalars.append(scalar)
    marks += 1
  }

  mutating func finish(into cells: inout [TextCell]) {
    guard let first = text.first else { return }
    cells.append(TextCell(character: first, columns: columns))
    text = ""
  }
}
