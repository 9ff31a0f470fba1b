/// Draws when something is there over a time: a line of exactly so many columns, `true` for the
/// cells in which it is. Something short is never drawn as nothing.
///
/// The intervals are in the unit of `length`, from 0. Braille and blocks tell halves of a cell apart.
package func timeline(
  _ intervals: [(start: Double, end: Double)], length: Double, columns: Int, glyphs: GlyphSet
) -> [(character: Character, isThere: Bool)] {
  guard columns > 0, length > 0, length.isFinite else { return [] }
  let across = glyphs == .ascii ? 1 : 2
  var dots = Array(repeating: false, count: columns * across)
  for interval in intervals where interval.end >= interval.start {
    let steps = dots.indices.steps(from: interval.start / length, to: interval.end / length)
    for dot in steps { dots[dot] = true }
  }
  return (0..<columns).map { column in
    let left = dots[column * across]
    let right = dots[column * across + across - 1]
    return (glyphs.timeline(left: left, right: right), left || right)
  }
}

/// The columns of a timeline that an interval lies in.
package func timelineColumns(
  from start: Double, to end: Double, length: Double, columns: Int
) -> ClosedRange<Int> {
  guard columns > 0, length > 0 else { return 0...0 }
  return (0..<columns).steps(from: start / length, to: max(start, end) / length)
}

/// The column in which a time lies on a timeline of the same length.
package func timelineColumn(of time: Double, length: Double, columns: Int) -> Int {
  guard length > 0, columns > 0 else { return 0 }
  let share = time / length
  return share.isNaN ? 0 : Int(min(max(share * Double(columns), 0), Double(columns - 1)))
}

extension Range<Int> {
  /// The steps that two shares of the whole lie between, at least one of them.
  fileprivate func steps(from start: Double, to end: Double) -> ClosedRange<Int> {
    let last = Double(count - 1)
    let first = Int(Swift.min(Swift.max((start * Double(count)).rounded(.down), 0), last))
    // An end on the border between two steps belongs to the first of them.
    let end = Int(Swift.min(Swift.max((end * Double(count)).rounded(.up) - 1, 0), last))
    return first...Swift.max(first, end)
  }
}

extension GlyphSet {
  /// A cell of a timeline of which these halves are filled.
  fileprivate func timeline(left: Bool, right: Bool) -> Character {
    let signs: [Character] =
      switch self {
      case .braille: ["⠤", "⣧", "⣼", "⣿"]
      case .block: ["─", "▌", "▐", "█"]
      case .ascii: ["-", "#", "#", "#"]
      }
    return signs[(left ? 1 : 0) + (right ? 2 : 0)]
  }
}
