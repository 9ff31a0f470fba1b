import Glibc
import Records

/// What time it is: the system's, or noon of a pretended date that stands still.
struct Clock {
  let now: @Sendable () -> Timestamp

  init(_ invocation: Invocation, zone: Zone) throws(Stop) {
    guard let text = invocation[.today] else {
      now = { Clock.systemTime }
      return
    }
    guard let day = Day(text: text) else {
      throw Stop(.usage, "“\(text)” is not a date: write it as in 2026-10-01.")
    }
    let noon = zone.start(of: day) + 12 * 3600
    now = { noon }
  }

  /// What the machine says, whatever date is pretended.
  static var systemTime: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
