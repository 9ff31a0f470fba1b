import Testing

@testable import Analytics

@Suite struct RollUpTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let periods: [(value: Double?, calls: Double?)]
    let value: Double?
    var isWeighted = true
  }

  @Test(arguments: [
    Case(testDescription: "10 and 30 calls", periods: [(1, 10), (2, 30)], value: 1.75),
    Case(testDescription: "one period", periods: [(0.92, 3)], value: 0.92),
    Case(
      testDescription: "a period without the metric is left out, with its calls",
      periods: [(1, 10), (nil, 90), (2, 30)], value: 1.75),
    Case(
      testDescription: "a period without the metric need not have calls",
      periods: [(1, 10), (nil, 0), (nil, nil), (2, 30)], value: 1.75),
    Case(
      testDescription: "a period without calls", periods: [(1, 10), (2, 0)], value: 1.5,
      isWeighted: false),
    Case(
      testDescription: "a period whose calls are not known", periods: [(1, 10), (4, nil)],
      value: 2.5, isWeighted: false),
    Case(
      testDescription: "no calls anywhere", periods: [(1, nil), (2, nil), (6, nil)], value: 3,
      isWeighted: false),
    Case(testDescription: "the metric nowhere", periods: [(nil, 10), (nil, 20)], value: nil),
    Case(testDescription: "no periods", periods: [], value: nil),
  ])
  func `metrics are weighted with calls where every period has calls`(example: Case) {
    var sum = RollUp.Sum()
    for period in example.periods {
      if let value = period.value { sum.add(value, weight: period.calls ?? 0) }
    }
    let rollUp = sum.mean
    #expect(rollUp?.value == example.value)
    #expect(rollUp == nil || rollUp?.isWeighted == example.isWeighted)
  }
}
