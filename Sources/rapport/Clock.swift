import Glibc
import Loop
import Records

/// What time it is: the system's, or a pretended date, whose noon is when the program started.
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
    let (noon, started) = (zone.start(of: day) + 12 * 3600, Moment.now.uptime)
    now = { noon + Double(Moment.now.uptime - started) / 1000 }
  }

  /// What the machine says, whatever date is pretended.
  static var systemTime: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
