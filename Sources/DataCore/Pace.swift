import Records

/// Spaces the requests of an account: its rate, and the pauses that its server asks for.
struct Pace {
  private let interval: Double
  private var earliest: Timestamp?

  /// `requestsPerSecond` nil means as fast as answers come. Instants are whole milliseconds, so a
  /// space is rounded up to them: three spaces of 333 ms would let a fourth request into a second.
  init(requestsPerSecond: Double?) {
    interval = requestsPerSecond.map { (1000 / $0).rounded(.up) / 1000 } ?? 0
  }

  /// Takes the next place in the line and says how many seconds it is away.
  mutating func wait(now: Timestamp) -> Double {
    let start = max(earliest ?? now, now)
    earliest = start + interval
    return start - now
  }

  /// Nothing is sent for so many seconds from now.
  mutating func pause(seconds: Double, now: Timestamp) {
    earliest = max(earliest ?? now, now + seconds)
  }
}
