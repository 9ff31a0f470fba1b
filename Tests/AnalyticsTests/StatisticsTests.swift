import Analytics
import Testing

@Suite struct StatisticsTests {
  struct Case: Sendable {
    let values: [Double]
    let quartiles: [Double]
    let mean: Double
    let extremes: [Double]
  }

  @Test(arguments: [
    Case(values: [7], quartiles: [7, 7, 7], mean: 7, extremes: [7, 7]),
    Case(values: [2, 1], quartiles: [1.25, 1.5, 1.75], mean: 1.5, extremes: [1, 2]),
    Case(values: [3, 1, 2], quartiles: [1.5, 2, 2.5], mean: 2, extremes: [1, 3]),
    Case(values: [4, 3, 2, 1], quartiles: [1.75, 2.5, 3.25], mean: 2.5, extremes: [1, 4]),
    Case(values: [1, 2, 3, 4, 100], quartiles: [2, 3, 4], mean: 22, extremes: [1, 100]),
    Case(values: [10, -1, 1, 0], quartiles: [-0.25, 0.5, 3.25], mean: 2.5, extremes: [-1, 10]),
    Case(values: [5, 5, 5, 5], quartiles: [5, 5, 5], mean: 5, extremes: [5, 5]),
  ])
  func `quartiles lie between neighbours, whatever the order of the values`(example: Case) throws {
    let statistics = try #require(Statistics(example.values))
    let quartiles = [statistics.lowerQuartile, statistics.median, statistics.upperQuartile]
    #expect(quartiles == example.quartiles)
    #expect(statistics.mean == example.mean)
    #expect([statistics.minimum, statistics.maximum] == example.extremes)
    #expect(statistics.sum == example.values.reduce(0, +))
    #expect(statistics.count == example.values.count)
  }

  @Test func `of nothing there are no statistics`() {
    #expect(Statistics([]) == nil)
  }

  private static func values(_ count: Int, _ value: (Int) -> Double) -> [Double] {
    (0..<count).map { value($0 * 7919 % count) }
  }

  @Test(
    arguments: [
      values(1000) { _ in 7 }, values(1000) { Double($0) }, values(1001) { Double($0) / 10 },
      values(500) { Double($0 % 3) }, values(100) { $0 == 50 ? 1e300 : Double($0 % 9) },
      values(100) { $0 % 2 == 0 ? -1e308 : 1.7e308 },
      values(100) { $0 % 2 == 0 ? 0 : .leastNonzeroMagnitude },
      values(64) { $0 < 2 ? -.infinity : Double($0) },
    ])
  func `of many values the same places are found as by sorting`(values: [Double]) throws {
    let statistics = try #require(Statistics(values + [.nan]))
    let sorted = values.sorted()
    let place = Double(sorted.count - 1) / 4
    let (low, high) = (sorted[Int(place)], sorted[Int(place) + 1])
    #expect(statistics.lowerQuartile == low + (high - low) * (place - place.rounded(.down)))
    let middle = sorted.count / 2
    let below = sorted[sorted.count % 2 == 0 ? middle - 1 : middle]
    #expect(statistics.median == below + (sorted[middle] - below) * 0.5)
    #expect([statistics.minimum, statistics.maximum] == [sorted[0], sorted[sorted.count - 1]])
  }

  @Test(
    arguments: [
      (1, [1, 2, 3, 4], 12.5), (2.5, [1, 2, 3, 4], 50), (0, [1, 2], 0), (9, [1, 2], 100),
      (2, [1, 2, 2, 3], 50), (7, [7], 50), (7, [7, 7, 7], 50), (1, [], nil),
    ] as [(Double, [Double], Double?)])
  func `a percentile says which share lies below, half of those alike`(
    value: Double, values: [Double], expected: Double?
  ) {
    #expect(Statistics.percentile(of: value, among: values) == expected)
  }
}
