/// Text that is being typed: one harmless line and the place of the cursor in it.
package struct TextField: Hashable, Sendable {
  /// What was typed so far.
  package private(set) var text: String
  /// How many characters, as people count them, stand before the cursor.
  package private(set) var cursor: Int

  /// The most characters it holds: more is a mistaken paste.
  static let limit = 1000

  /// A field with this text and the cursor behind it.
  package init(_ text: String = "") {
    self.text = ""
    cursor = 0
    insert(text)
  }

  /// Puts typed or pasted text before the cursor. It is made harmless; line breaks at its ends are
  /// left out and those within it become spaces.
  package mutating func insert(_ added: String) {
    let room = max(0, Self.limit - text.count)
    let lines = added.trimmingLineBreaks.prefix(room)
    // The whole is made harmless, so that a mark that is typed after its letter joins it.
    let start = String(before + lines).harmless
    text = (start + after).harmless
    cursor = min(start.count, text.count)
  }

  /// Takes out the character before the cursor.
  package mutating func deleteBackward() { remove(cursor - 1..<cursor) }

  /// Takes out the character behind the cursor.
  package mutating func deleteForward() { remove(cursor..<cursor + 1) }

  /// Takes out the word before the cursor and the spaces between them, as Ctrl-W does.
  package mutating func deleteWord() {
    let spaces = before.reversed().prefix { $0 == " " }.count
    let word = before.reversed().dropFirst(spaces).prefix { $0 != " " }.count
    remove(cursor - spaces - word..<cursor)
  }

  /// Takes out all before the cursor, as Ctrl-U does.
  package mutating func deleteToStart() { remove(0..<cursor) }

  /// Takes out all behind the cursor, as Ctrl-K does.
  package mutating func deleteToEnd() { remove(cursor..<text.count) }

  /// Moves the cursor by a character; at an end it stays.
  package mutating func moveLeft() { cursor = max(0, cursor - 1) }

  /// Moves the cursor by a character; at an end it stays.
  package mutating func moveRight() { cursor = min(text.count, cursor + 1) }

  /// Moves the cursor before the first character.
  package mutating func moveToStart() { cursor = 0 }

  /// Moves the cursor behind the last character.
  package mutating func moveToEnd() { cursor = text.count }

  private var before: Substring { text.prefix(cursor) }
  private var after: Substring { text.dropFirst(cursor) }

  private mutating func remove(_ characters: Range<Int>) {
    let start = text.prefix(max(0, characters.lowerBound))
    text = String(start + text.dropFirst(characters.upperBound)).harmless
    cursor = min(start.count, text.count)
  }

  /// Draws the part of the text around the cursor into the first row of a rectangle, and returns
  /// where the terminal's cursor belongs.
  package func draw(into frame: inout Frame, in rect: Rect, style: Style) -> Point {
    frame.fill(rect.line(rect.row), style)
    // The cursor needs a column, and so that one sees what follows, up to a third stays behind it.
    let behind = min(String(after).columns, rect.columns / 3)
    var room = max(0, rect.columns - 1 - behind)
    let shown = before.reversed().prefix { character in
      room -= character.columns
      return room >= 0
    }
    let visible = String(shown.reversed()) + after
    frame.put(
      visible, at: Point(column: rect.column, row: rect.row), style: style, columns: rect.columns)
    return Point(column: rect.column + String(shown.reversed()).columns, row: rect.row)
  }
}

extension String {
  fileprivate var trimmingLineBreaks: Substring {
    let start = drop(while: \.isNewline)
    return start.lastIndex { !$0.isNewline }.map { start[...$0] } ?? ""
  }
}
