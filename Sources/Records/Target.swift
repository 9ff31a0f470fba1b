/// The band that a metric should lie in, bounds included: the user's own aim, never a vendor's.
package struct Target: Hashable, Sendable {
  package let lower: Double?
  package let upper: Double?

  package init(lower: Double? = nil, upper: Double? = nil) {
    self.lower = lower
    self.upper = upper
  }

  /// Where a value lies.
  package enum State: Hashable, Sendable { case below, within, above }

  package func state(of value: Double) -> State {
    if let lower, value < lower { return .below }
    if let upper, value > upper { return .above }
    return .within
  }

  /// The targets of a Truto account until the user states others.
  package static let defaults: [Metric: Target] = [
    .longestMonologue: Target(upper: 150),
    .longestCustomerStory: Target(lower: 60),
    .patience: Target(lower: 0.6, upper: 1),
  ]
}
