extension Frame {
  /// The text of one row without the spaces at its end.
  package func text(ofRow row: Int) -> String {
    var text = ""
    for cell in self.row(row) where cell.width > 0 { text.append(cell.character) }
    return text.withoutTrailingSpaces
  }

  /// What is on the frame as text: a line for each row, without styles and without the spaces at
  /// its end, each ended by a line feed.
  package var text: String {
    (0..<size.rows).map { text(ofRow: $0) + "\n" }.joined()
  }
}

extension String {
  fileprivate var withoutTrailingSpaces: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
