/// The outermost values of a text, where they stand: one document, a value a line, or several
/// that follow each other.
struct JSONPieces {
  /// What should be one value.
  struct Piece: Equatable {
    let bytes: Range<Int>
    /// The line that it begins in, 1 for the first.
    let line: Int
  }

  private(set) var pieces: [Piece] = []
  /// Where the text ends in the middle of a value: its last line.
  private(set) var lineOfCut: Int?

  /// With a value in each line, a broken line spoils no other one; that it is so the first line
  /// shows, which then is a value by itself.
  init(_ text: [UInt8]) {
    let beginning = JSONPieces.lines(of: text, atMost: 2)
    if beginning.count > 1, JSONPieces.isValue(text, beginning[0]) {
      pieces = JSONPieces.lines(of: text, atMost: .max)
    } else {
      split(text)
    }
  }

  private static func isValue(_ text: [UInt8], _ piece: Piece) -> Bool {
    guard let root = try? JSONDocument(text, in: piece.bytes).root else { return false }
    return root.kind == .object || root.kind == .array
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }

  /// The first lines that are not blank.
  private static func lines(of text: [UInt8], atMost limit: Int) -> [Piece] {
    var lines: [Piece] = []
    var start = 0
    var line = 1
    while start < text.count, lines.count < limit {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      if !text[start..<end].allSatisfy(isBlank) {
        lines.append(Piece(bytes: start..<end, line: line))
      }
      start = end + 1
      line += 1
    }
    return lines
  }

  /// Takes each array or object up to the bracket that closes it, and anything else up to the end
  /// of its line; whether it is JSON is for the parser to say.
  private mutating func split(_ text: [UInt8]) {
    var line = 1
    var start: Int?
    var startLine = 1
    var depth = 0
    var isInString = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      if start == nil, !JSONPieces.isBlank(byte) { (start, startLine) = (index, line) }
      index += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      if isInString {
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == UInt8(ascii: "\"") { isInString = false }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\n"): break
      default: continue
      }
      if depth <= 0, !isInString, let first = start {
        pieces.append(Piece(bytes: first..<index, line: startLine))
        (start, depth) = (nil, 0)
      }
    }
    guard let first = start else { return }
    pieces.append(Piece(bytes: first..<text.count, line: startLine))
    if depth > 0 { lineOfCut = line - (text.last == UInt8(ascii: "\n") ? 1 : 0) }
  }
}
