/// How an account's numbers are read: what its user set up, or what suits its provider.
package struct Standards: Equatable, Sendable {
  /// The band that each metric should lie in; a metric without one is not judged.
  package var targets: [Metric: Target]
  /// How the numbers of metrics are written, the additional ones too; one that is not here has no
  /// unit.
  package var units: [Field: Unit]
  /// Under so many calls a user's metrics are drawn muted.
  package var minimumCalls: Double

  /// Standards of an account.
  package init(targets: [Metric: Target], units: [Field: Unit], minimumCalls: Double = 5) {
    self.targets = targets
    self.units = units
    self.minimumCalls = minimumCalls
  }

  /// How the numbers of a field are written.
  package func unit(of field: Field) -> Unit {
    field.isCounter ? .count : units[field] ?? .score
  }

  /// Those of a Truto account until the user states others. The provider states no units; the
  /// durations are the best reading of what is published, and none is claimed for the other metrics.
  package static let truto = Standards(targets: Target.defaults, units: durations)

  /// Those of a Talkdesk account until the user states others: what is measured is known, and what
  /// is good is not.
  package static let talkdesk = Standards(
    targets: [:],
    units: durations.merging(
      [.metric(.interactivity): .perMinute, .metric(.questionRate): .perHour]
        + ConversationMeasure.allCases.map { (.additional($0.rawValue), $0.unit) }
        + ConversationMetrics.fields.map { (.additional($0.countName), .count) }
    ) { $1 })

  private static let durations: [Field: Unit] = [
    .metric(.patience): .seconds, .metric(.longestMonologue): .duration,
    .metric(.longestCustomerStory): .duration,
  ]
}

extension ConversationMeasure {
  /// How its numbers are written.
  fileprivate var unit: Unit { self == .handlingTime ? .duration : .share }
}
