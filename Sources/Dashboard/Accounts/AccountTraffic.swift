import Analytics
import Records

/// What the log of requests says of one account.
struct AccountTraffic {
  /// As many requests as latencies are taken of.
  private static let sample = 60
  /// Requests of the last minute.
  let lastMinute: Int
  /// Seconds that the newest requests took, oldest first; nil for those that got no answer.
  let durations: [Double?]
  /// How the time of the newest requests was spent: the median of each part, of the requests that
  /// it took any time of; nil without any.
  let timings: RequestTimings?
  /// Seconds that a request takes; nil without any answer.
  let median: Double?

  /// `log` has the newest request first.
  init(of account: String, in log: [RequestLogEntry], now: Timestamp) {
    let entries = log.filter { $0.account == account }
    lastMinute = entries.count { now - $0.at < 60 }
    let newest = entries.prefix(AccountTraffic.sample).reversed()
    durations = newest.map { $0.status == nil ? nil : $0.seconds }
    median = Statistics(durations.compactMap(\.self))?.median
    timings = AccountTraffic.medians(newest.compactMap(\.timings))
  }

  private static func medians(_ timings: [RequestTimings]) -> RequestTimings? {
    guard !timings.isEmpty else { return nil }
    func median(_ part: (RequestTimings) -> Double) -> Double {
      Statistics(timings.map(part).filter { $0 > 0 })?.median ?? 0
    }
    let (lookup, connect, tls) = (median(\.nameLookup), median(\.connect), median(\.tls))
    let (firstByte, transfer) = (median(\.firstByte), median(\.transfer))
    return RequestTimings(
      nameLookup: lookup, connect: connect, tls: tls, firstByte: firstByte,
      total: lookup + connect + tls + firstByte + transfer)
  }
}
