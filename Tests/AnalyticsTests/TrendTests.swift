import Analytics
import Records
import Testing

@Suite struct TrendTests {
  private let slots = [
    slot(.total, .interactions, days(0, 14), patience([(0, 9)])),
    slot(.trend, .interactions, days(14, 16), patience([(0, 3), (1, 5), (2, nil)])),
    slot(.trend, .interactions, days(7, 14), nil),
    slot(.trend, .interactions, days(0, 7), patience([(1, 4)])),
    slot(.trend, .interactions, days(-7, 0), patience([(0, 1), (1, 2), (2, 6)])),
    slot(.trend, .activity, days(14, 16), calls([(0, hosted: 2, attended: 3)])),
    slot(.trend, .activity, days(-7, 0), calls([(0, hosted: nil, attended: 7)])),
  ]

  private var trend: Trend {
    Trend(snapshot(slots, range: days(-3, 16)), resource: .interactions)
  }

  @Test func `periods come oldest first, whatever the order of fetching`() {
    #expect(trend.periods.map(\.days) == [days(-7, 0), days(0, 7), days(7, 14), days(14, 16)])
  }

  @Test func `a missing user and a missing window are both a gap`() {
    #expect(trend.values(.metric(.patience), of: 0) == [1, nil, nil, 3])
    #expect(trend.values(.metric(.patience), of: 1) == [2, 4, nil, 5])
    #expect(trend.values(.metric(.patience), of: 3) == [nil, nil, nil, nil])
    #expect(trend.values(.metric(.interactivity), of: 0) == [nil, nil, nil, nil])
  }

  @Test func `medians are over the users with a value`() {
    #expect(TrendMedians(trend, .metric(.patience)).values == [2, 4, nil, 4])
    #expect(TrendMedians(trend, .metric(.questionRate)).values == [nil, nil, nil, nil])
  }

  @Test func `calls are found by the start of the period`() {
    #expect(trend.calls(of: 0) == [7, nil, nil, 5])
    #expect(trend.calls(of: 1) == [nil, nil, nil, nil])
  }

  @Test func `only a period that reaches outside the range says so`() {
    #expect((0..<4).map(trend.reachesOutside) == [true, false, false, false])
  }

  @Test func `an older, shorter window of the current week stands under its own end`() {
    let grown = [
      slot(.trend, .interactions, days(14, 15), patience([(0, 3)]), planned: days(14, 16))
    ]
    let trend = Trend(snapshot(grown, range: days(0, 16)), resource: .interactions)
    #expect(trend.periods.map(\.days) == [days(14, 15)])
    #expect(trend.values(.metric(.patience), of: 0) == [3])
  }

  @Test func `without periods a trend is empty`() {
    let trend = Trend(snapshot([]), resource: .activity)
    #expect(trend.periods.isEmpty)
    #expect(TrendMedians(trend, .counter(.callsHosted)).values.isEmpty)
  }
}
