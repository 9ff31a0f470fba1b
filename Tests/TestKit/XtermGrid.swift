/// What a terminal of the xterm family shows after some output: just the sequences that curses
/// sends to one, and the text alone. Anything else is kept, so that a test can refuse it.
package struct XtermGrid {
  /// A character for each cell; NUL in the second cell of a wide one.
  package private(set) var rows: [[Character]]
  /// Whether any colour but the terminal's own was asked for.
  package private(set) var usesColors = false
  /// The sequences that were not understood.
  package private(set) var unknown: [String] = []
  private var column = 0
  private var row = 0
  private var region: ClosedRange<Int>
  private var last: Character = " "
  private let columns: Int

  /// A blank screen with the cursor in its corner.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    region = 0...(rows - 1)
  }

  /// Row by row, without the blanks at their ends. A wide character's second column is not there.
  package var text: [String] {
    rows.map { row in
      var kept = row.filter { $0 != "\0" }
      while kept.last == " " { kept.removeLast() }
      return String(kept)
    }
  }

  /// Takes in what a program wrote.
  package mutating func write(_ output: [UInt8]) {
    var input = Array(String(decoding: output, as: UTF8.self).unicodeScalars)[...]
    while let scalar = input.popFirst() {
      switch scalar {
      case "\u{1b}": escape(&input)
      case "\r": column = 0
      case "\n": index()
      case "\u{e}", "\u{f}": break
      case "\u{8}": column = max(0, column - 1)
      case "\t": column = min(columns - 1, (column / 8 + 1) * 8)
      default: put(scalar)
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if scalar.properties.generalCategory == .nonspacingMark {
      guard column > 0 else { return }
      let place = rows[row][column - 1] == "\0" ? column - 2 : column - 1
      rows[row][place] = Character(String(rows[row][place]) + String(scalar))
      return
    }
    let isWide =
      (0x1100...0x115f).contains(scalar.value) || (0x2e80...0xffdc).contains(scalar.value)
      || scalar.properties.isEmojiPresentation
    if column + (isWide ? 2 : 1) > columns {
      column = 0
      index()
    }
    last = Character(scalar)
    rows[row][column] = last
    if isWide, column + 1 < columns { rows[row][column + 1] = "\0" }
    column += isWide ? 2 : 1
  }

  private mutating func index() {
    if row == region.upperBound {
      scroll(by: 1, from: region.lowerBound)
    } else {
      move(to: row + 1, column)
    }
  }

  /// A terminal keeps the cursor on the screen; it may be asked for more by a program that does not
  /// know yet how small it has become.
  private mutating func move(to row: Int, _ column: Int) {
    self.row = min(max(0, row), rows.count - 1)
    self.column = min(max(0, column), columns)
  }

  private mutating func scroll(by count: Int, from top: Int) {
    for _ in 0..<abs(count) {
      rows.remove(at: count > 0 ? top : region.upperBound)
      rows.insert(blank, at: count > 0 ? region.upperBound : top)
    }
  }

  private var blank: [Character] { Array(repeating: " ", count: columns) }

  private mutating func escape(_ input: inout ArraySlice<Unicode.Scalar>) {
    guard let kind = input.popFirst() else { return }
    switch kind {
    case "[":
      var parameters = ""
      while let scalar = input.popFirst() {
        if (0x40...0x7e).contains(scalar.value) {
          return control(Character(scalar), parameters)
        }
        parameters.unicodeScalars.append(scalar)
      }
    case "]":
      var command = ""
      while let scalar = input.popFirst(), scalar != "\u{7}" {
        command.unicodeScalars.append(scalar)
      }
      unknown.append("OSC \(command)")
    case "M":
      if row == region.lowerBound { scroll(by: -1, from: row) } else { move(to: row - 1, column) }
    case "(", ")": _ = input.popFirst()
    case "=", ">", "7", "8": break
    default: unknown.append("ESC \(kind)")
    }
  }

  private mutating func control(_ final: Character, _ parameters: String) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map {
      Int($0) ?? 0
    }
    let count = max(1, numbers.first ?? 1)
    switch final {
    case "m":
      // 39 and 49 are the terminal's own colours.
      usesColors = usesColors || numbers.contains { 30..<39 ~= $0 || 40..<49 ~= $0 || $0 >= 90 }
    case "h", "l", "t": break
    case "c" where parameters.hasPrefix("?"): break
    case "H": move(to: count - 1, max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
    case "A": move(to: row - count, column)
    case "B": move(to: row + count, column)
    case "C": move(to: row, column + count)
    case "D": move(to: row, column - count)
    case "G": move(to: row, count - 1)
    case "d": move(to: count - 1, column)
    case "r":
      let bottom = min(rows.count, numbers.count > 1 ? numbers[1] : rows.count) - 1
      region = min(count - 1, bottom)...bottom
    case "S": scroll(by: count, from: region.lowerBound)
    case "T": scroll(by: -count, from: region.lowerBound)
    case "L": scroll(by: -count, from: row)
    case "M": scroll(by: count, from: row)
    case "X": for place in column..<min(columns, column + count) { rows[row][place] = " " }
    case "b": for _ in 0..<count { put(last.unicodeScalars.first ?? " ") }
    case "K": eraseLine(numbers.first ?? 0)
    case "J": erase(numbers.first ?? 0)
    case "@":
      rows[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
      rows[row].removeLast(count)
    case "P":
      let removed = column..<min(columns, column + count)
      rows[row].removeSubrange(removed)
      rows[row] += Array(repeating: " ", count: removed.count)
    default: unknown.append("CSI \(parameters)\(final)")
    }
  }

  private mutating func eraseLine(_ mode: Int) {
    let range = mode == 0 ? column..<columns : 0..<(mode == 1 ? min(columns, column + 1) : columns)
    for place in range { rows[row][place] = " " }
  }

  private mutating func erase(_ mode: Int) {
    if mode == 0 {
      eraseLine(0)
      for below in (row + 1)..<max(row + 1, rows.count) { rows[below] = blank }
    } else {
      for every in rows.indices { rows[every] = blank }
    }
  }
}
