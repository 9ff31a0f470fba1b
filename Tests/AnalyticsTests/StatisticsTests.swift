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
    #expect(statistics.count == example.values.count)
  }

  @Test func `of nothing there are no statistics`() {
    #expect(Statistics([]) == nil)
    #expect(Statistics.medianDeviation([]) == nil)
  }

  @Test(arguments: [
    ([5], 0), ([1, 1, 2, 2, 4, 6, 9], 1), ([3, 3, 3, 1000], 0), ([1, 3], 1), ([-4, 0, 4], 4),
  ])
  func `the median deviation is the median distance from the median`(
    values: [Double], expected: Double
  ) {
    #expect(Statistics.medianDeviation(values) == expected)
  }
}
