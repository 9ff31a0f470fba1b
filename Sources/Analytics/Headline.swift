package import Records

/// A user's number of a field over the range, with what a reader needs to judge it.
package struct Headline: Equatable, Sendable {
  /// Nil when the provider has none: absent, not zero.
  package var value: Double?
  /// Shorter periods stand in for the exact window.
  package var isApproximate = false
  /// The shorter periods could not be weighted by calls.
  package var isUnweighted = false
  /// The difference to the compared range; nil when either side has no value.
  package var change: Double?
  /// The compared range has too few calls, so that the change says little.
  package var changeHasFewCalls = false
  /// Where the value lies against the metric's target; nil without a value or a target.
  package var target: Target.State?

  /// A headline of a value alone, with nothing yet to judge it by.
  package init(value: Double? = nil) { self.value = value }
}
