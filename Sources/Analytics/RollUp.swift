/// Shorter periods standing in for a longer one whose own value is not there.
package struct RollUp: Equatable, Sendable {
  package let value: Double
  /// False when a period had no calls to weigh it by, so that all periods count alike.
  package let isWeighted: Bool

  /// A counter: the sum of the periods that have it; nil when none has.
  package init?(counter values: [Double?]) {
    let present = values.compactMap { $0 }
    guard !present.isEmpty else { return nil }
    value = present.reduce(0, +)
    isWeighted = true
  }

  /// A metric: the mean weighted with each period's calls, Σwx/Σw, if every period that has the
  /// metric has calls; else the plain mean. Nil when no period has it.
  package init?(metric periods: [(value: Double?, calls: Double?)]) {
    let present = periods.compactMap { period in
      period.value.map { (value: $0, weight: period.calls ?? 0) }
    }
    guard !present.isEmpty else { return nil }
    isWeighted = present.allSatisfy { $0.weight > 0 }
    value =
      isWeighted
      ? present.map { $0.value * $0.weight }.reduce(0, +) / present.map(\.weight).reduce(0, +)
      : present.map(\.value).reduce(0, +) / Double(present.count)
  }
}
