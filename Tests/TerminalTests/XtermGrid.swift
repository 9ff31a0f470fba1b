/// What a terminal of the xterm family shows after some output: just the sequences that curses
/// sends to one, and the text alone. Anything else is kept, so that a test can refuse it.
struct XtermGrid {
  private(set) var rows: [[Character]]
  private(set) var usesColors = false
  private(set) var unknown: [String] = []
  private var column = 0
  private var row = 0
  private var region: ClosedRange<Int>
  private var last: Character = " "
  private let columns: Int

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    region = 0...(rows - 1)
  }

  /// Row by row, without the blanks at their ends. A wide character's second column is not there.
  var text: [String] {
    rows.map { row in
      var kept = row.filter { $0 != "\0" }
      while kept.last == " " { kept.removeLast() }
      return String(kept)
    }
  }

  mutating func write(_ output: [UInt8]) {
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
      let place = rows[row][column - 1] == "\0" ? column - 2 : column - 1
      rows[row][place] = Character(String(rows[row][place]) + String(scalar))
      return
    }
    let isWide =
      (0x1100...0x115f).contains(scalar.value) || (0x2e80...0xffdc).contains(scalar.value)
      || (0x1f300...0x1faff).contains(scalar.value)
    if column + (isWide ? 2 : 1) > columns {
      column = 0
      index()
    }
    last = Character(scalar)
    rows[row][column] = last
    if isWide { rows[row][column + 1] = "\0" }
    column += isWide ? 2 : 1
  }

  private mutating func index() {
    if row == region.upperBound { scroll(by: 1, from: region.lowerBound) } else { row += 1 }
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
    case "M": if row == region.lowerBound { scroll(by: -1, from: row) } else { row -= 1 }
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
    case "H": (row, column) = (count - 1, max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
    case "A": row -= count
    case "B": row += count
    case "C": column += count
    case "D": column -= count
    case "G": column = count - 1
    case "d": row = count - 1
    case "r":
      region = numbers.count > 1 ? (numbers[0] - 1)...(numbers[1] - 1) : 0...(rows.count - 1)
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
      rows[row].removeSubrange(column..<column + count)
      rows[row] += Array(repeating: " ", count: count)
    default: unknown.append("CSI \(parameters)\(final)")
    }
  }

  private mutating func eraseLine(_ mode: Int) {
    let range = mode == 0 ? column..<columns : mode == 1 ? 0..<column + 1 : 0..<columns
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
