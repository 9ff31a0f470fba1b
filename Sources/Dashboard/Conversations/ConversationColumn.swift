package import Records

/// A column of the table of conversations.
package enum ConversationColumn: Hashable, Sendable {
  case time, agents, direction, channel, length, sentiment, intents
  case metric(Metric)
  case ringGroups, customer

  /// Every column, in order.
  package static let all: [ConversationColumn] =
    [.time, .agents, .direction, .channel, .length, .sentiment, .intents]
    + Metric.allCases.map(ConversationColumn.metric) + [.ringGroups, .customer]

  /// The column's name in the palette, in filters and in what is taken out.
  package var name: String {
    switch self {
    case .time: "time"
    case .agents: "agent"
    case .direction: "direction"
    case .channel: "channel"
    case .length: "length"
    case .sentiment: "sentiment"
    case .intents: "intent"
    case .metric(let metric): metric.rawValue
    case .ringGroups: "ringgroup"
    case .customer: "customer"
    }
  }

  /// What the column is called in words.
  var title: String {
    switch self {
    case .ringGroups: "ring group"
    case .metric(let metric): metric.title.lowercased()
    default: name
    }
  }

  /// Whether its order begins with what is highest, or newest.
  var beginsHigh: Bool {
    switch self {
    case .time, .length, .metric: true
    // What went badly is what one looks for.
    case .sentiment: false
    case .agents, .direction, .channel, .intents, .ringGroups, .customer: false
    }
  }

  /// What a filter can do with it.
  var isText: Bool {
    switch self {
    case .time, .length, .metric: false
    case .agents, .direction, .channel, .sentiment, .intents, .ringGroups, .customer: true
    }
  }

  /// The column that has this name in what is remembered.
  package static func saved(_ name: String) -> ConversationColumn? { all.first { $0.name == name } }

  /// The column that a person means by a name, or by a part of one.
  static func named(_ text: String) -> ConversationColumn? {
    places(named: text, among: all.map(\.name)).first.map { all[$0] }
  }
}

/// What the user chose for tables of conversations.
package struct ConversationChoices: Equatable, Sendable {
  /// The column that the keys work on.
  package var chosen = ConversationColumn.time
  /// The column that decides the order of the rows.
  package var sorted = ConversationColumn.time
  /// Whether the order is from high to low.
  package var isDescending = true

  /// The newest first.
  package init() {}
}
