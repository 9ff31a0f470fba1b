import Testing

@testable import DataCore

@Suite struct PaceTests {
  /// When the next of several requests goes out that are all made at one time.
  private func times(_ pace: inout Pace, count: Int, at now: Double = 0) -> [Double] {
    (0..<count).map { _ in now + pace.wait(now: now) }
  }

  @Test func `without a limit nobody waits`() {
    var pace = Pace(requestsPerSecond: nil, limits: [])
    #expect(times(&pace, count: 5) == [0, 0, 0, 0, 0])
  }

  @Test(arguments: [0.1, 1, 3, 7, 50])
  func `however many are made at once, no second has more than the rate`(rate: Double) {
    var pace = Pace(requestsPerSecond: rate, limits: [])
    let times = times(&pace, count: 40)
    #expect(times.first == 0)
    #expect(zip(times, times.dropFirst(max(1, Int(rate)))).allSatisfy { $1 - $0 >= 1 })
    // Nor does it dawdle.
    #expect(times[39] <= 39 / rate * 1.06)
  }

  @Test func `no ten seconds have more than the server allows, whenever they begin`() {
    var pace = Pace(requestsPerSecond: nil, limits: RateLimit.truto)
    let times = times(&pace, count: 160)
    #expect(times.prefix(50).allSatisfy { $0 == 0 })
    #expect(zip(times, times.dropFirst(50)).allSatisfy { $1 - $0 >= 10 })
    #expect(times[159] < 33)
  }

  @Test func `time that passes without requests is not made up for`() {
    var pace = Pace(requestsPerSecond: 2, limits: [])
    #expect(times(&pace, count: 2, at: 60) == [60, 60.525])
    #expect(abs(pace.wait(now: 60.25) - 0.8) < 1e-9)
  }

  @Test func `a pause holds everyone back and then lets them out one by one`() {
    var pace = Pace(requestsPerSecond: 2, limits: [])
    pace.pause(seconds: 10, now: 0)
    #expect(times(&pace, count: 2) == [10, 10.525])
    #expect(pace.wait(now: 12) == 0)
  }

  @Test func `a shorter pause does not shorten a longer one`() {
    var pace = Pace(requestsPerSecond: nil, limits: [])
    pace.pause(seconds: 10, now: 0)
    pace.pause(seconds: 3, now: 1)
    #expect(pace.wait(now: 1) == 9)
  }

  @Test func `a pause that the user ends is over`() {
    var pace = Pace(requestsPerSecond: nil, limits: [])
    pace.pause(seconds: 7200, now: 0)
    pace.resume(now: 5)
    #expect(pace.wait(now: 5) == 0)
  }
}
