import Records
import Testing

@testable import DataCore

@Suite struct PaceTests {
  private let start = Timestamp(seconds: 1_795_176_000)

  /// When a request goes out that is made at `now`.
  private func next(_ pace: inout Pace, _ now: Timestamp) -> Timestamp { now + pace.wait(now: now) }

  @Test func `without a limit nobody waits`() {
    var pace = Pace(requestsPerSecond: nil)
    #expect((0..<5).map { _ in pace.wait(now: start) } == [0, 0, 0, 0, 0])
  }

  @Test(arguments: [0.1, 1, 3, 7, 50])
  func `however many are made at once, no second has more than the rate`(rate: Double) {
    var pace = Pace(requestsPerSecond: rate)
    let times = (0..<40).map { _ in next(&pace, start) }
    #expect(times.first == start)
    let limit = max(1, Int(rate))
    #expect(zip(times, times.dropFirst(limit)).allSatisfy { $1 - $0 >= 1 })
    // Nor does it dawdle.
    let last = times[39] - start
    #expect(last <= 39 / rate + 39 * 0.001)
  }

  @Test func `time that passes without requests is not made up for`() {
    var pace = Pace(requestsPerSecond: 2)
    #expect(pace.wait(now: start) == 0)
    #expect(pace.wait(now: start + 60) == 0)
    #expect(pace.wait(now: start + 60) == 0.5)
    #expect(pace.wait(now: start + 60.25) == 0.75)
  }

  @Test func `a pause holds everyone back and then lets them out one by one`() {
    var pace = Pace(requestsPerSecond: 2)
    _ = pace.wait(now: start)
    pace.pause(seconds: 10, now: start)
    #expect(pace.wait(now: start) == 10)
    #expect(pace.wait(now: start) == 10.5)
    #expect(pace.wait(now: start + 12) == 0)
  }

  @Test func `a shorter pause does not shorten a longer one`() {
    var pace = Pace(requestsPerSecond: nil)
    pace.pause(seconds: 10, now: start)
    pace.pause(seconds: 3, now: start + 1)
    #expect(pace.wait(now: start + 1) == 9)
  }
}
