import Canvas

extension Frame {
  /// A table as the dashboard draws it, scrolled to `first` and with one row selected: colours,
  /// wide characters and sparklines included.
  static func table(_ size: Size, first: Int = 0, selected: Int = 0) -> Frame {
    let names = ["Ana Lopes", "李小龍", "Chidi Okafor", "Zoë Müller"]
    let sparks = Array("▁▂▃▄▅▆▇█")
    var frame = Frame(size: size)
    frame.write(
      "User            Calls  Patience  Interact.  Trend", row: 0, style: Style(attributes: .bold))
    for row in 1..<max(1, size.rows - 1) {
      let user = first + row
      var style = Style()
      if row - 1 == selected { style.background = .palette(4) }
      style.foreground = .palette(UInt8(1 + user % 6))
      let spark = String((0..<5).map { sparks[(user * 7 + $0 * 3) % 8] })
      let numbers = "\(user * 37 % 90)     1.\(user * 13 % 100) s    \(user * 7 % 50)"
      frame.write("\(names[user % 4]) \(user)   \(numbers)  \(spark)", row: row, style: style)
    }
    return frame
  }

  /// Writes a text from the left edge, wide characters as two columns.
  mutating func write(_ text: String, row: Int, style: Style = .plain) {
    var column = 0
    for character in text {
      let isWide = character.unicodeScalars.contains { $0.value >= 0x2e80 }
      set(Cell(character, style: style, width: isWide ? 2 : 1), column: column, row: row)
      column += isWide ? 2 : 1
    }
  }

  /// Row by row, without the blanks at their ends.
  var text: [String] {
    (0..<size.rows).map { row in
      var kept = self.row(row).filter { $0.width > 0 }.map(\.character)
      while kept.last == " " { kept.removeLast() }
      return String(kept)
    }
  }
}
