import Canvas

/// A line of JSON that was laid out for reading.
package struct JSONLine: Equatable, Sendable {
  /// What a piece of JSON is.
  package enum Kind: Equatable, Sendable { case name, text, literal, sign }

  /// A piece of the line.
  package struct Piece: Equatable, Sendable {
    /// As it came.
    package var text: String
    /// What it is.
    package let kind: Kind
  }

  /// How deep the line is within objects and lists.
  package private(set) var depth = 0
  /// From left to right, without the indentation.
  package private(set) var pieces: [Piece] = []

  /// The columns that the line takes.
  var columns: Int { indentation + pieces.reduce(0) { $0 + $1.text.columns } }

  /// The columns before the line; nothing sensible is nested deeper than this shows.
  private var indentation: Int { 2 * min(depth, 24) }

  /// The text without its colours.
  var text: String {
    String(repeating: " ", count: indentation) + pieces.map(\.text).joined()
  }

  /// The line in modest colours.
  func line(_ theme: Theme) -> Line {
    Line(
      spans: [Span(String(repeating: " ", count: indentation))]
        + pieces.map { piece in
          switch piece.kind {
          case .name: Span(piece.text, theme[.accent])
          case .text: Span(piece.text, theme[.text])
          case .literal: Span(piece.text, theme[.chart1])
          case .sign: Span(piece.text, theme[.muted])
          }
        })
  }

  /// A text laid out with a member of an object or an element of a list a line, every number and
  /// string as it came. What is no JSON keeps its own lines.
  package static func lines(of text: String) -> [JSONLine] {
    var layout = JSONLayout(text)
    if let lines = layout.lines() { return lines }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map {
      JSONLine(depth: 0, pieces: [Piece(text: String($0), kind: .text)])
    }
  }

  fileprivate init(depth: Int, pieces: [Piece] = []) {
    self.depth = depth
    self.pieces = pieces
  }

  fileprivate mutating func append(_ text: String, _ kind: Kind) {
    pieces.append(Piece(text: text, kind: kind))
  }
}

/// Breaks JSON into lines. It reads no values: it only finds where strings, signs and the rest end.
private struct JSONLayout {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0
  private var finished: [JSONLine] = []
  private var line = JSONLine(depth: 0)

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Nil when brackets or quotes are left open, something is no value, or there is nothing.
  mutating func lines() -> [JSONLine]? {
    while let byte = next() {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): open()
      case UInt8(ascii: "}"), UInt8(ascii: "]"): guard close() else { return nil }
      case UInt8(ascii: ","):
        take(1, .sign)
        breakLine()
      case UInt8(ascii: ":"):
        take(1, .sign)
        line.append(" ", .sign)
      case UInt8(ascii: "\""): guard takeString() else { return nil }
      default: guard takeLiteral() else { return nil }
      }
    }
    guard depth == 0, !line.pieces.isEmpty else { return nil }
    return finished + [line]
  }

  /// The next byte that is no space.
  private mutating func next() -> UInt8? {
    while place < bytes.count, JSONLayout.isSpace(bytes[place]) { place += 1 }
    return place < bytes.count ? bytes[place] : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  private mutating func take(_ count: Int, _ kind: JSONLine.Kind) {
    line.append(String(decoding: bytes[place..<place + count], as: UTF8.self), kind)
    place += count
  }

  private mutating func breakLine() {
    finished.append(line)
    line = JSONLine(depth: depth)
  }

  /// What is empty stays on its line.
  private mutating func open() {
    take(1, .sign)
    if let byte = next(), byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
      take(1, .sign)
    } else {
      depth += 1
      breakLine()
    }
  }

  private mutating func close() -> Bool {
    guard depth > 0 else { return false }
    depth -= 1
    breakLine()
    take(1, .sign)
    return true
  }

  private mutating func takeString() -> Bool {
    var end = place + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard end < bytes.count else { return false }
    var after = end + 1
    while after < bytes.count, JSONLayout.isSpace(bytes[after]) { after += 1 }
    let isName = after < bytes.count && bytes[after] == UInt8(ascii: ":")
    take(end + 1 - place, isName ? .name : .text)
    return true
  }

  private mutating func takeLiteral() -> Bool {
    guard "-0123456789tfn".utf8.contains(bytes[place]) else { return false }
    let end =
      bytes[place...].firstIndex { JSONLayout.isSpace($0) || "{}[],:\"".utf8.contains($0) }
      ?? bytes.count
    take(end - place, .literal)
    return true
  }
}
