/// What charts are made of.
extension GlyphSet {
  /// The dots of a chart's lines from the top to the bottom of a cell.
  var dotsDown: Int {
    switch self {
    case .braille: 4
    case .block: 2
    case .ascii: 1
    }
  }

  /// What stands on a line where its values are, by the place of its series, so that lines can be
  /// told apart without colours. But for ASCII the first line is drawn without; its sign is for
  /// a legend.
  package func point(ofSeries index: Int) -> Character {
    let points: [Character] = self == .ascii ? ["*", "o", "+", "x"] : ["─", "○", "■", "▲"]
    return points[max(0, index) % points.count]
  }

  /// What the way from one of a line's points to the next is made of in ASCII.
  static let asciiWays: [Character] = [".", ":", "'", ","]

  /// What the bars of a series are filled with, by its place.
  package func filling(ofSeries index: Int) -> Character {
    let fillings: [Character] = self == .ascii ? ["#", "%", "+", "o"] : ["█", "▓", "▒", "░"]
    return fillings[max(0, index) % fillings.count]
  }

  /// A cell of a bar that holds these eighths of it, the lowest bit at the top.
  func partOfBar(_ eighths: UInt8, of series: Int) -> Character {
    let count = eighths.nonzeroBitCount
    if count == 8 { return filling(ofSeries: series) }
    let standsOnFloor = eighths & 0x80 != 0
    switch (self, standsOnFloor) {
    case (.ascii, true): return count < 3 ? "_" : count < 6 ? "=" : filling(ofSeries: series)
    case (.ascii, false): return count < 5 ? "\"" : filling(ofSeries: series)
    case (_, true): return Self.eighths[max(0, count - 1)]
    case (_, false): return count < 3 ? "▔" : count < 6 ? "▀" : filling(ofSeries: series)
    }
  }

  private static let eighths: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"]

  /// The lines around a chart and across it. `brokenCorner` stands where the axis does not begin
  /// at zero although bars would make one think so.
  struct ChartLines {
    var axis, tick, corner, brokenCorner, floor, floorTick, band, median, marker, point: Character
  }

  var chart: ChartLines {
    self == .ascii
      ? ChartLines(
        axis: "|", tick: "+", corner: "+", brokenCorner: "/", floor: "-", floorTick: "+",
        band: "~", median: "-", marker: "|", point: "@")
      : ChartLines(
        axis: "│", tick: "┤", corner: "└", brokenCorner: "≈", floor: "─", floorTick: "┬",
        band: "┄", median: "╌", marker: "│", point: "●")
  }
}
