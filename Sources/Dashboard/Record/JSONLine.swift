import Canvas

/// A line of JSON that was laid out for reading, in pieces that are told apart by colour.
package struct JSONLine: Equatable, Sendable {
  /// What a piece of JSON is.
  package enum Kind: Equatable, Sendable { case name, text, literal, sign }

  /// A piece of the line.
  package struct Piece: Equatable, Sendable {
    /// As it came.
    package let text: String
    /// What it is.
    package let kind: Kind
  }

  /// More spaces before a line than this show nothing but how deep it lies.
  private static let deepest = 48

  /// From left to right; the spaces before the line and between its parts are signs.
  package let pieces: [Piece]

  /// The text without its colours.
  var text: String { pieces.map(\.text).joined() }

  /// The columns that the line takes.
  var columns: Int { pieces.reduce(0) { $0 + $1.text.columns } }

  /// The line in modest colours.
  func line(_ theme: Theme) -> Line {
    Line(
      spans: pieces.map { piece in
        switch piece.kind {
        case .name: Span(piece.text, theme[.accent])
        case .text: Span(piece.text, theme[.text])
        case .literal: Span(piece.text, theme[.chart1])
        case .sign: Span(piece.text, theme[.muted])
        }
      })
  }

  /// The lines of a text. What is no JSON stays as it is, whatever its colours.
  package static func lines(of text: String) -> [JSONLine] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { JSONLine($0) }
  }

  private init(_ line: Substring) {
    let depth = line.prefix { $0 == " " }.count
    var rest = line.utf8.dropFirst(max(0, depth - JSONLine.deepest))
    var pieces: [Piece] = []
    while let first = rest.first {
      let piece = rest.prefix(JSONLine.length(of: first, in: rest))
      rest = rest.dropFirst(piece.count)
      let kind = JSONLine.kind(of: first, before: rest)
      // Signs in a row are one piece.
      if kind == .sign, let last = pieces.last, last.kind == .sign {
        pieces.removeLast()
        pieces.append(Piece(text: last.text + String(Substring(piece)), kind: .sign))
      } else {
        pieces.append(Piece(text: String(Substring(piece)), kind: kind))
      }
    }
    self.pieces = pieces
  }

  private static let signs = Array("{}[],: ".utf8)

  private static func kind(of first: UInt8, before rest: Substring.UTF8View) -> Kind {
    if first == UInt8(ascii: "\"") { return rest.first == UInt8(ascii: ":") ? .name : .text }
    return signs.contains(first) ? .sign : .literal
  }

  /// How many bytes the piece has that begins with a byte: a string with its quotes, a sign, or
  /// all up to the next of those.
  private static func length(of first: UInt8, in rest: Substring.UTF8View) -> Int {
    let quote = UInt8(ascii: "\"")
    guard first == quote else {
      return signs.contains(first)
        ? 1 : rest.prefix { $0 != quote && !signs.contains($0) }.count
    }
    var isEscaped = false
    let inside = rest.dropFirst().prefix { byte in
      defer { isEscaped = byte == UInt8(ascii: "\\") && !isEscaped }
      return byte != quote || isEscaped
    }
    return min(rest.count, inside.count + 2)
  }
}
