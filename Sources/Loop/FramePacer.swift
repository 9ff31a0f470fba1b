/// Decides when a frame may be drawn: at most 60 times a second while changes keep coming, and after
/// a rest three at once, because a key is often answered by a snapshot a few milliseconds later, and
/// that by what was worked out of it.
struct FramePacer {
  /// Whole milliseconds, rounded up so that 60 a second is never exceeded.
  static let interval = 17
  /// How many frames may be drawn at once after a rest.
  private static let burst = 3

  /// Until when the frames that were drawn would last at 60 a second.
  private var spentUntil = Int.min / 2
  private(set) var isDue = true

  /// Notes that what the screen shows is out of date.
  mutating func invalidate() { isDue = true }

  /// Whether to draw now, in milliseconds of uptime; if so, the frame counts as drawn.
  mutating func takesFrame(at now: Int) -> Bool {
    guard isDue, now >= earliest else { return false }
    isDue = false
    spentUntil = max(spentUntil, now) + Self.interval
    return true
  }

  /// When the frame that is due may be drawn; nil if none is.
  var deadline: Int? { isDue ? earliest : nil }

  private var earliest: Int { spentUntil - (Self.burst - 1) * Self.interval }
}
