/// Shorter periods of one user and metric standing in for a longer one whose own value is not there:
/// the mean weighted with each period's calls, Σwx/Σw, if every period that has the metric has
/// calls; else the plain mean.
struct RollUp: Equatable {
  /// The mean of the periods.
  let value: Double
  /// False when a period had no calls to weigh it by, so that all periods count alike.
  let isWeighted: Bool

  /// The periods as they are added up.
  struct Sum {
    private var plain = 0.0
    private var weighted = 0.0
    private var weights = 0.0
    private var isWeighted = true
    private var count = 0

    mutating func add(_ value: Double, weight: Double) {
      plain += value
      weighted += value * weight
      weights += weight
      isWeighted = isWeighted && weight > 0
      count += 1
    }

    /// Nil where nothing was added.
    var mean: RollUp? {
      guard count > 0 else { return nil }
      return RollUp(
        value: isWeighted ? weighted / weights : plain / Double(count), isWeighted: isWeighted)
    }
  }
}
