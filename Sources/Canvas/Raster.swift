/// A picture of dots that are finer than cells: eight to a cell in braille, two in blocks, one in
/// ASCII. Each cell belongs to the line that was drawn over it last.
struct Raster {
  private let columns: Int
  private let rows: Int
  private let glyphs: GlyphSet
  private var dots: [UInt8]
  private var owners: [Int?]

  /// The dots across the whole picture.
  var width: Int { columns * across }
  /// The dots from top to bottom.
  var height: Int { rows * down }
  private var across: Int { glyphs == .braille ? 2 : 1 }
  private var down: Int { glyphs.dotsDown }

  init(_ size: Size, glyphs: GlyphSet) {
    columns = size.columns
    rows = size.rows
    self.glyphs = glyphs
    dots = Array(repeating: 0, count: columns * rows)
    owners = Array(repeating: nil, count: columns * rows)
  }

  /// Sets one dot; places outside the picture are ignored. In ASCII, where a point of the data
  /// and the way to it would look alike, `isPoint` tells them apart.
  mutating func set(x: Int, y: Int, owner: Int, isPoint: Bool = false) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    let cell = y / down * columns + x / across
    switch glyphs {
    case .braille: dots[cell] |= Self.brailleDots[y % 4 * 2 + x % 2]
    case .block: dots[cell] |= y % 2 == 0 ? 1 : 2
    case .ascii: dots[cell] = isPoint ? 2 : owners[cell] == owner ? max(dots[cell], 1) : 1
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

  /// The character of a cell and the line it belongs to; nil where nothing was drawn.
  func glyph(column: Int, row: Int) -> (character: Character, owner: Int)? {
    let cell = row * columns + column
    guard let owner = owners[cell] else { return nil }
    switch glyphs {
    case .braille: return (Character(Self.braille(dots[cell])), owner)
    case .block: return (dots[cell] == 3 ? "█" : dots[cell] == 1 ? "▀" : "▄", owner)
    case .ascii: return (dots[cell] == 2 ? Self.points[owner % Self.points.count] : ".", owner)
    }
  }

  private static let points: [Character] = ["*", "o", "+", "x"]
  /// The bits of a braille character, by row and then by column.
  private static let brailleDots: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

  private static func braille(_ dots: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(0x2800 + UInt32(dots)) ?? " "
  }
}

extension GlyphSet {
  /// The dots of a chart from the top to the bottom of a cell.
  var dotsDown: Int {
    switch self {
    case .braille: 4
    case .block: 2
    case .ascii: 1
    }
  }

  /// The lines of a chart.
  struct ChartLines {
    var axis, tick, corner, floor, floorTick, band, median, marker, point: Character
  }

  var chart: ChartLines {
    self == .ascii
      ? ChartLines(
        axis: "|", tick: "+", corner: "+", floor: "-", floorTick: "+", band: "~", median: "-",
        marker: "|", point: "@")
      : ChartLines(
        axis: "│", tick: "┤", corner: "└", floor: "─", floorTick: "┬", band: "┄", median: "╌",
        marker: "│", point: "●")
  }
}
