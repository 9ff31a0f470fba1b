/// At most so many requests in so many seconds, whenever the seconds begin.
package struct RateLimit: Hashable, Sendable {
  /// The most requests within `seconds`.
  package let requests: Int
  /// The length of the time that the requests are counted over.
  package let seconds: Double

  /// A limit of so many requests in so many seconds.
  package init(requests: Int, seconds: Double) {
    self.requests = requests
    self.seconds = seconds
  }

  /// What Truto allows an integrated account, and a token.
  package static let truto = [
    RateLimit(requests: 50, seconds: 10), RateLimit(requests: 500, seconds: 10),
  ]
}

/// Spaces the requests of an account: its rate, the limits of its server, and the pauses that the
/// server asks for. Times are seconds on a clock that never jumps.
struct Pace {
  /// A little more than the rate asks for: requests that leave evenly spaced do not arrive so.
  private static let margin = 1.05
  /// Seconds between two requests; nil where only the limits count.
  let interval: Double?
  private let limits: [RateLimit]
  private var sent: [Double] = []
  private var earliest = -Double.infinity

  /// `requestsPerSecond` nil and no limits mean as fast as answers come.
  init(requestsPerSecond: Double?, limits: [RateLimit]) {
    interval = requestsPerSecond.map { Pace.margin / $0 }
    self.limits = limits
  }

  /// Takes the next place in the line and says how many seconds it is away.
  mutating func wait(now: Double) -> Double {
    var start = max(earliest, now)
    for limit in limits where sent.count >= limit.requests {
      start = max(start, sent[sent.count - limit.requests] + limit.seconds * Pace.margin)
    }
    earliest = start + (interval ?? 0)
    sent.append(start)
    let kept = limits.map(\.requests).max() ?? 0
    if sent.count > 2 * kept { sent.removeFirst(sent.count - kept) }
    return start - now
  }

  /// A pause that was asked for is over before its time: the user said so.
  mutating func resume(now: Double) {
    earliest = min(earliest, now)
  }

  /// Nothing is sent for so many seconds from now.
  mutating func pause(seconds: Double, now: Double) {
    earliest = max(earliest, now + seconds)
  }
}
