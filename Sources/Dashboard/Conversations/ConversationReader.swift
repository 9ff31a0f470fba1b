import Records

/// Reads what a table shows of conversations, of all of their agents or of one.
struct ConversationReader {
  /// Whose numbers are meant; nil for everyone's.
  let user: UserNumber?
  let directory: Directory

  /// The place of each metric among the numbers of an agent.
  private static let places = Dictionary(
    uniqueKeysWithValues: ConversationMetrics.fields.enumerated().map { ($1, $0) })

  /// Of the user whose conversations they are, else the mean over the agents who have one.
  func value(_ field: Field, of conversation: ConversationSummary) -> Double? {
    guard let place = ConversationReader.places[field] else { return nil }
    var (sum, count) = (0.0, 0)
    for agent in conversation.agents where user == nil || agent.user == user {
      guard let value = agent.values[place] else { continue }
      sum += value
      count += 1
    }
    return count == 0 ? nil : sum / Double(count)
  }

  /// How the customer felt in it; nil where no message says.
  func sentiment(of conversation: ConversationSummary) -> SentimentShares? {
    let shares = [ConversationMeasure.positive, .neutral, .negative].map {
      value(.additional($0.rawValue), of: conversation)
    }
    guard shares.contains(where: { $0 != nil }) else { return nil }
    return SentimentShares(
      positive: shares[0] ?? 0, neutral: shares[1] ?? 0, negative: shares[2] ?? 0)
  }

  /// The names of its agents, the user's own first.
  func agents(of conversation: ConversationSummary) -> [String] {
    let agents = conversation.agents.map(\.user)
    return (agents.filter { $0 == user } + agents.filter { $0 != user }).map {
      directory[$0].label
    }
  }

  /// The number by which a column sorts and is compared; nil for a column of texts.
  func number(_ column: ConversationColumn, of conversation: ConversationSummary) -> Double? {
    switch column {
    case .time: conversation.startedAt.map { Double($0.milliseconds) }
    case .length: conversation.seconds
    case .sentiment: sentiment(of: conversation)?.balance
    case .metric(let metric): value(.metric(metric), of: conversation)
    case .agents, .direction, .channel, .intents, .ringGroups, .customer: nil
    }
  }

  /// The texts that a column shows, in their order.
  func texts(_ column: ConversationColumn, of conversation: ConversationSummary) -> [String] {
    switch column {
    case .agents: agents(of: conversation)
    case .direction: conversation.direction.map { [$0.providerWord] } ?? []
    case .channel: conversation.channel.map { [$0.providerWord] } ?? []
    case .sentiment: sentiment(of: conversation).map { [$0.prevailing.rawValue] } ?? []
    case .intents: conversation.intents
    case .ringGroups: conversation.ringGroups
    case .customer: conversation.customerID.map { [$0] } ?? []
    case .time, .length, .metric: []
    }
  }
}

extension String {
  /// A word of the provider as screens write it: `VOICE` as `voice`, `DIGITAL_CONNECT` as
  /// `digital connect`, and what is not known likewise.
  var providerWord: String { lowercased().replacing("_", with: " ") }
}
