/// Shorter periods standing in for a longer one whose own value is not there.
package struct RollUp: Equatable, Sendable {
  /// The sum of a counter, or the mean of a metric.
  package let value: Double
  /// False when a period had no calls to weigh it by, so that all periods count alike.
  package let isWeighted: Bool

  /// A counter: the sum of the periods that have it; nil when none has.
  package init?(counter values: [Double?]) {
    var sum = Sum()
    for case let value? in values { sum.add(value) }
    guard let total = sum.total else { return nil }
    (value, isWeighted) = (total, true)
  }

  /// A metric: the mean weighted with each period's calls, Σwx/Σw, if every period that has the
  /// metric has calls; else the plain mean. Nil when no period has it.
  package init?(metric periods: [(value: Double?, calls: Double?)]) {
    var sum = Sum()
    for period in periods {
      if let value = period.value { sum.add(value, weight: period.calls ?? 0) }
    }
    guard let mean = sum.mean else { return nil }
    self = mean
  }

  init(value: Double, isWeighted: Bool) {
    self.value = value
    self.isWeighted = isWeighted
  }

  /// The periods of one user and field as they are added up.
  struct Sum {
    private var plain = 0.0
    private var weighted = 0.0
    private var weights = 0.0
    private var isWeighted = true
    private(set) var count = 0

    mutating func add(_ value: Double, weight: Double = 1) {
      plain += value
      weighted += value * weight
      weights += weight
      isWeighted = isWeighted && weight > 0
      count += 1
    }

    /// The sum of what was added; nil when nothing was.
    var total: Double? { count > 0 ? plain : nil }

    /// The mean by weight where every weight counts, else the plain one; nil of nothing.
    var mean: RollUp? {
      guard count > 0 else { return nil }
      return RollUp(
        value: isWeighted ? weighted / weights : plain / Double(count), isWeighted: isWeighted)
    }
  }
}
