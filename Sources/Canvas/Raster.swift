/// A picture of dots that are finer than cells. Each cell belongs to the series that was drawn over
/// it last.
struct Raster {
  /// What is drawn, which decides how fine the dots are.
  enum Kind {
    /// Eight dots to a cell in braille, two in blocks, one in ASCII.
    case lines
    /// Eight dots above each other, whatever the glyphs.
    case bars
  }

  private let columns: Int
  private let rows: Int
  private let glyphs: GlyphSet
  private let kind: Kind
  private var dots: [UInt8]
  private var owners: [Int?]

  /// The dots across the whole picture.
  var width: Int { columns * across }
  /// The dots from top to bottom.
  var height: Int { rows * down }
  /// The dots from the top to the bottom of a cell.
  let down: Int
  private let across: Int

  init(_ size: Size, glyphs: GlyphSet, kind: Kind = .lines) {
    columns = size.columns
    rows = size.rows
    self.glyphs = glyphs
    self.kind = kind
    down = kind == .bars ? 8 : glyphs.dotsDown
    across = kind == .lines && glyphs == .braille ? 2 : 1
    dots = Array(repeating: 0, count: columns * rows)
    owners = Array(repeating: nil, count: columns * rows)
  }

  /// Sets one dot; places outside the picture are ignored.
  mutating func set(x: Int, y: Int, owner: Int) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    let cell = y / down * columns + x / across
    switch (kind, glyphs) {
    case (.bars, _): dots[cell] |= 1 << UInt8(y % 8)
    case (.lines, .braille): dots[cell] |= Self.brailleDots[y % 4 * 2 + x % 2]
    case (.lines, .block): dots[cell] |= y % 2 == 0 ? 1 : 2
    case (.lines, .ascii): dots[cell] = 1
    }
    owners[cell] = owner
  }

  /// Draws a straight line with both of its ends.
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), owner: Int) {
    let (dx, dy) = (abs(end.x - start.x), abs(end.y - start.y))
    let steps = max(dx, dy, 1)
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      set(
        x: start.x + Int(nearest: Double(end.x - start.x) * share),
        y: start.y + Int(nearest: Double(end.y - start.y) * share), owner: owner)
    }
  }

  /// Fills the dots between two heights, both included, in these columns.
  mutating func bar(_ columns: Range<Int>, from start: Int, to end: Int, owner: Int) {
    for x in columns {
      for y in min(start, end)...max(start, end) { set(x: x, y: y, owner: owner) }
    }
  }

  /// The character of a cell and the series it belongs to; nil where nothing was drawn.
  func glyph(column: Int, row: Int) -> (character: Character, owner: Int)? {
    let cell = row * columns + column
    guard let owner = owners[cell] else { return nil }
    let dots = dots[cell]
    switch (kind, glyphs) {
    case (.bars, _): return (glyphs.partOfBar(dots, of: owner), owner)
    case (.lines, .braille): return (Character(Self.braille(dots)), owner)
    case (.lines, .block): return (dots == 3 ? "█" : dots == 1 ? "▀" : "▄", owner)
    case (.lines, .ascii): return (GlyphSet.asciiWays[owner % 4], owner)
    }
  }

  /// The bits of a braille character, by row and then by column.
  private static let brailleDots: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

  private static func braille(_ dots: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(0x2800 + UInt32(dots)) ?? " "
  }
}
