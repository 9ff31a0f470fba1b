extension Frame {
  /// The frame for a terminal that may turn round what is written from right to left: such a name
  /// stays in its cells, and can take no number and no other name with it.
  ///
  /// These terminals turn round all from one right-to-left letter to the next, with the spaces and
  /// signs between them, and a number behind. A left-to-right character ends that. The marks that
  /// nobody sees are not drawn alike by terminals, but the empty braille character is one that
  /// looks like a space: it takes the place of the space behind such a name, and of the first space
  /// in a row that begins with one.
  package func keepingDirection() -> Frame {
    let rows = (0..<size.rows).filter { row($0).contains(where: \.isRightToLeft) }
    guard !rows.isEmpty else { return self }
    var frame = self
    for row in rows {
      for column in directionStops(row: row) {
        frame.place(
          Cell("\u{2800}", style: self[column, row].style), column: column, row: row)
      }
    }
    return frame
  }

  /// The columns of the spaces in which a change of direction has to end.
  private func directionStops(row: Int) -> [Int] {
    var stops: [Int] = []
    var firstSpace: Int?
    var direction: Direction?
    for column in 0..<size.columns {
      let cell = self[column, row]
      if cell.isRightToLeft {
        if direction == nil, let firstSpace { stops.append(firstSpace) }
        direction = .rightToLeft
      } else if cell.isLeftToRight {
        direction = .leftToRight
      } else if cell.isSpace {
        firstSpace = firstSpace ?? column
        // A single space is one between two words of a name.
        let next = column + 1 < size.columns ? self[column + 1, row] : nil
        if direction == .rightToLeft, next?.isRightToLeft != true {
          stops.append(column)
          direction = .leftToRight
        }
      }
    }
    return stops
  }

  private enum Direction {
    case leftToRight, rightToLeft
  }
}

extension Cell {
  fileprivate var isSpace: Bool { width == 1 && character == " " }

  fileprivate var isLeftToRight: Bool {
    if let ascii = character.asciiValue { return ascii | 0x20 >= 0x61 && ascii | 0x20 <= 0x7A }
    if let scalar = character.unicodeScalars.first, 0x2800...0x28FF ~= scalar.value { return true }
    return character.isLetter && !isRightToLeft
  }

  /// Whether it is of a script that is written from right to left.
  fileprivate var isRightToLeft: Bool {
    // The first byte of U+0590; nearly all cells are below.
    guard let byte = character.utf8.first, byte >= 0xD6 else { return false }
    switch character.unicodeScalars.first?.value ?? 0 {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      return true
    default: return false
    }
  }
}
