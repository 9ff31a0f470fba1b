internal import Glibc

/// One moment on two clocks: one that never jumps, and the one on the wall.
package struct Moment: Hashable, Sendable {
  /// Milliseconds on a clock that only goes forward; deadlines are counted on it.
  package var uptime: Int
  /// Milliseconds since 1970, as the system's clock has it; it may jump either way.
  package var wall: Int

  /// A moment of these milliseconds.
  package init(uptime: Int, wall: Int) {
    self.uptime = uptime
    self.wall = wall
  }

  /// The present moment.
  package static var now: Moment {
    Moment(uptime: milliseconds(CLOCK_MONOTONIC), wall: milliseconds(CLOCK_REALTIME))
  }

  private static func milliseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
