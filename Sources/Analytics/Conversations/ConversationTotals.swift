package import Records

/// The conversations of one agent in a period, added up: of each number the sum and how many
/// conversations have it, so that totals of days make exact totals of longer periods.
package struct ConversationTotals: Equatable, Sendable {
  /// How many conversations the agent took part in that were calls.
  package private(set) var calls = 0
  private var sums = [Double](repeating: 0, count: ConversationMetrics.fields.count)
  private var counts = [Int](repeating: 0, count: ConversationMetrics.fields.count)

  /// Totals of no conversation.
  package init() {}

  /// Adds what one conversation says of the agent.
  package mutating func add(_ agent: ConversationMetrics.Agent, isCall: Bool) {
    if isCall { calls += 1 }
    for (index, value) in agent.values.enumerated() {
      guard let value else { continue }
      sums[index] += value
      counts[index] += 1
    }
  }

  /// Adds the totals of other conversations of the agent.
  package mutating func add(_ other: ConversationTotals) {
    calls += other.calls
    for index in sums.indices {
      sums[index] += other.sums[index]
      counts[index] += other.counts[index]
    }
  }

  /// How many of the conversations have a number.
  package func count(_ field: Field) -> Int {
    ConversationMetrics.fields.firstIndex(of: field).map(count(at:)) ?? 0
  }

  /// The same by the place of the field in `ConversationMetrics.fields`.
  func count(at place: Int) -> Int { counts[place] }

  /// The mean of a number over the conversations that have it; nil when none has.
  package func mean(_ field: Field) -> Double? {
    ConversationMetrics.fields.firstIndex(of: field).flatMap(mean(at:))
  }

  /// The same by the place of the field in `ConversationMetrics.fields`.
  func mean(at place: Int) -> Double? {
    counts[place] > 0 ? sums[place] / Double(counts[place]) : nil
  }
}
