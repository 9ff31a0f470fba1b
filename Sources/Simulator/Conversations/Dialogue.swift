package import Records

/// What is said in one conversation of a made-up team: repeatable, and as the agent is used to
/// talking.
struct Dialogue {
  enum Side: String { case agent = "USER", customer = "CONTACT", bot = "BOT" }

  let team: SimulatedTeam
  let encounter: Encounter
  let book: Phrasebook
  var dice: Dice
  /// The place in the team of the agent who speaks now.
  var agent: Int
  /// Whether messages say whose they are, and that agent's name.
  let namesAgentIDs: Bool
  let namesAgents: Bool
  private(set) var messages: [ConversationMessage] = []

  init(_ encounter: Encounter, of team: SimulatedTeam) {
    self.team = team
    self.encounter = encounter
    agent = encounter.agent
    let name = team.users[encounter.agent].user.name ?? ""
    book = Phrasebook.of(name, encounter.agent)
    dice = Dice(encounter.key, 1)
    namesAgentIDs = dice.unit() < 0.85
    let hasNames = dice.unit() < 0.5
    namesAgents = namesAgentIDs && hasNames
  }

  /// What an agent is used to, in the unit of the metric.
  func level(_ metric: Metric) -> Double { team.users[agent].conduct.levels[metric.column] }

  /// Adds a message; everything else follows from who speaks.
  mutating func add(
    _ side: Side, _ text: String, intent: String? = nil,
    as change: (inout ConversationMessage) -> Void
  ) {
    var message = ConversationMessage(
      id: Encounter.uuid(&dice), text: text, participant: side.rawValue, index: messages.count)
    message.sentiment = sentiment(of: side)
    if let intent {
      let isFallback = dice.unit() < 0.08
      message.intent = ConversationMessage.Intent(
        name: isFallback ? "Fallback" : intent,
        confidence: .decimal(rounded(dice.number(in: isFallback ? 0.2...0.5 : 0.55...0.99))),
        isFallback: isFallback)
    }
    if side == .agent {
      let user = team.users[agent].user
      message.agentID = namesAgentIDs ? user.id : nil
      message.agentName = namesAgents ? user.name : nil
    }
    change(&message)
    messages.append(message)
  }

  /// Nil where the provider found none.
  private mutating func sentiment(of side: Side) -> String? {
    let roll = dice.unit()
    switch side {
    case .bot: return nil
    case .agent: return roll < 0.3 ? "POSITIVE" : roll < 0.95 ? "NEUTRAL" : nil
    case .customer:
      return roll < 0.3 ? "POSITIVE" : roll < 0.7 ? "NEUTRAL" : roll < 0.92 ? "NEGATIVE" : nil
    }
  }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[dice.index(below: list.count)] }

  /// To the hundredth.
  func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// An instant of the conversation as Talkdesk writes it, with microseconds.
  func text(after seconds: Double) -> String {
    let instant = encounter.start + seconds
    let milliseconds = String(instant.milliseconds % 1000 + 1000).dropFirst()
    return "\(Zone.utc.text(of: instant).prefix(19)).\(milliseconds)000Z"
  }
}

extension SimulatedTeam {
  /// All of a conversation.
  package func conversation(_ encounter: Encounter) -> Conversation {
    var dice = Dice(encounter.key, 2)
    var dialogue = Dialogue(encounter, of: self)
    let isChat = dice.unit() < 0.18
    let seconds = isChat ? dialogue.chat() : dialogue.call()
    let division = users[encounter.agent].team
    let listsNames = dice.unit() < 0.4
    var agents: [ConversationAgent] = []
    for index in [encounter.agent, dialogue.agent] {
      let user = users[index].user
      guard !agents.contains(where: { $0.id == user.id }) else { continue }
      agents.append(ConversationAgent(id: user.id, name: listsNames ? user.name : nil))
    }
    return Conversation(
      id: encounter.id, customerID: Encounter.uuid(&dice), startedAt: dialogue.text(after: 0),
      endedAt: dialogue.text(after: seconds), direction: dice.unit() < 0.6 ? "IN" : "OUT",
      ringGroups: dice.unit() < 0.7 ? [division, "billing"] : dice.unit() < 0.5 ? [division] : [],
      messages: dialogue.messages, agents: agents)
  }
}
