extension Metric {
  /// How it is derived from a conversation's messages, in a sentence.
  package var definition: String {
    switch self {
    case .patience:
      "The mean of the gaps between the end of what the customer says and the agent's next start,"
        + " where nobody speaks between; overlaps do not count."
    case .interactivity:
      "How often the sides change, for each minute from the first word to the last; bots do not"
        + " count."
    case .questionRate:
      "The agent's sentences that end in a question mark of any script, for each hour of the same"
        + " time."
    case .longestMonologue:
      "The longest time that the agent speaks until anyone else, be it another agent, begins."
    case .longestCustomerStory:
      "The longest time that the customer speaks until anyone else begins."
    }
  }

  /// The unit of what is derived from conversations.
  package var derivedUnit: Unit {
    switch self {
    case .patience: .seconds
    case .interactivity: .perMinute
    case .questionRate: .perHour
    case .longestMonologue, .longestCustomerStory: .duration
    }
  }
}
