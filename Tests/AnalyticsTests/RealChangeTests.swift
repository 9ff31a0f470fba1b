import Analytics
import Testing

@Suite struct RealChangeTests {
  /// Oldest first, with more calls than are needed.
  private func periods(_ values: [Double?], calls: Double? = 9) -> [RealChange.Earlier] {
    values.map { RealChange.Earlier(value: $0, calls: calls) }
  }

  private func same(_ value: Double?, _ count: Int, calls: Double? = 9) -> [RealChange.Earlier] {
    periods(Array(repeating: value, count: count), calls: calls)
  }

  private func change(of value: Double, after earlier: [RealChange.Earlier]) -> RealChange {
    RealChange(of: value, after: earlier, minimumCalls: 5)
  }

  @Test(arguments: 0...5)
  func `fewer than six earlier periods are not enough`(count: Int) {
    #expect(change(of: 100, after: same(10, count)) == .notEnoughHistory)
  }

  @Test func `six earlier periods are enough`() {
    #expect(change(of: 10, after: same(10, 6)) == .usual)
    #expect(change(of: 100, after: same(10, 6)) == .real(deviations: 180, median: 10))
  }

  @Test(
    arguments: [
      (11.5, .real(deviations: 3, median: 10)), (8.5, .real(deviations: 3, median: 10)),
      (11.49, .usual), (8.51, .usual), (10, .usual),
    ] as [(Double, RealChange)])
  func `where earlier values are all alike, 5 % of them is one deviation`(
    value: Double, expected: RealChange
  ) {
    #expect(change(of: value, after: same(10, 6)) == expected)
  }

  @Test func `a negative median has a positive deviation`() {
    #expect(change(of: -8.5, after: same(-10, 6)) == .real(deviations: 3, median: -10))
  }

  @Test(arguments: [(14.44, false), (14.45, true), (5.56, false), (5.55, true)])
  func `otherwise a deviation is 1.4826 times the median deviation`(value: Double, isReal: Bool) {
    // The median is 10, the distances from it are 2 1 0 0 1 2, and their median is 1.
    let found = change(of: value, after: periods([12, 8, 10, 9, 11, 10]))
    guard isReal else {
      #expect(found == .usual)
      return
    }
    #expect(found == .real(deviations: abs(value - 10) / 1.4826, median: 10))
  }

  @Test func `only the twelve newest count`() {
    let earlier = same(100, 20) + same(10, 12)
    #expect(change(of: 10, after: earlier) == .usual)
    #expect(change(of: 100, after: earlier) == .real(deviations: 180, median: 10))
  }

  @Test func `periods with few calls take nobody's place`() {
    let earlier = same(10, 12) + same(100, 12, calls: 4) + same(100, 3, calls: nil)
    #expect(change(of: 100, after: earlier) == .real(deviations: 180, median: 10))
    #expect(change(of: 100, after: same(10, 5) + same(10, 9, calls: 4)) == .notEnoughHistory)
    #expect(change(of: 100, after: same(10, 6, calls: nil)) == .notEnoughHistory)
  }

  @Test func `as many calls as needed are enough`() {
    #expect(change(of: 10, after: same(10, 6, calls: 5)) == .usual)
  }

  @Test func `periods without a value are left out`() {
    #expect(change(of: 100, after: same(10, 5) + same(nil, 5)) == .notEnoughHistory)
    let earlier = same(10, 6) + same(nil, 12)
    #expect(change(of: 100, after: earlier) == .real(deviations: 180, median: 10))
  }

  @Test func `after nothing but zeros every other value is a real change`() {
    #expect(change(of: 0, after: same(0, 6)) == .usual)
    #expect(change(of: 0.01, after: same(0, 6)) == .real(deviations: .infinity, median: 0))
  }

  @Test func `a median of zero leaves the median deviation to judge`() {
    let earlier = periods([-1, -1, 0, 0, 1, 1])
    #expect(change(of: 4.4, after: earlier) == .usual)
    #expect(change(of: 4.5, after: earlier) == .real(deviations: 4.5 / 1.4826, median: 0))
  }
}
