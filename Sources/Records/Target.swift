/// The band that a metric should lie in, bounds included: the user's own aim, never a vendor's.
package struct Target: Hashable, Sendable {
  /// The least value within the band; nil for no lower bound.
  package let lower: Double?
  /// The greatest value within the band; nil for no upper bound.
  package let upper: Double?

  /// A band between these bounds; nil leaves a side open.
  package init(lower: Double? = nil, upper: Double? = nil) {
    self.lower = lower
    self.upper = upper
  }

  /// Where a value lies.
  package enum State: Hashable, Sendable { case below, within, above }

  /// Where a value lies; one on a bound is within.
  package func state(of value: Double) -> State {
    if let lower, value < lower { return .below }
    if let upper, value > upper { return .above }
    return .within
  }

  /// The bound that values in a state are beyond; nil for those within.
  package func bound(beyond state: State) -> Double? {
    switch state {
    case .below: lower
    case .above: upper
    case .within: nil
    }
  }

  /// The targets of a Truto account until the user states others.
  package static let defaults: [Metric: Target] = [
    .longestMonologue: Target(upper: 150),
    .longestCustomerStory: Target(lower: 60),
    .patience: Target(lower: 0.6, upper: 1),
  ]
}
