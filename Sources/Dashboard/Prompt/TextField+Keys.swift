import Canvas
import Loop

extension TextField {
  /// Does what the key does in a line that is typed; false for a key that does nothing there.
  mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: deleteBackward()
    case .delete, .control("d"): deleteForward()
    case .control("w"): deleteWord()
    case .control("u"): deleteToStart()
    case .control("k"): deleteToEnd()
    case .left, .control("b"): moveLeft()
    case .right, .control("f"): moveRight()
    case .home, .control("a"): moveToStart()
    case .end, .control("e"): moveToEnd()
    default: return false
    }
    return true
  }
}

/// Draws a line that is being typed into the last row, after the sign that says what it is for.
func drawPrompt(_ sign: String, _ field: TextField, theme: Theme, into frame: inout Frame) {
  let row = frame.size.rows - 1
  frame.fill(Rect(column: 0, row: row, columns: frame.size.columns, rows: 1), theme[.text])
  frame.put(sign, at: Point(column: 1, row: row), style: theme[.accent])
  let place = Rect(
    column: 1 + sign.columns, row: row, columns: frame.size.columns - 2 - sign.columns, rows: 1)
  frame.cursor = field.draw(into: &frame, in: place, style: theme[.text])
}
