/// One call or chat with its messages, as the provider sent it: what Talkdesk calls an interaction.
///
/// The published descriptions disagree on what is always there, so all that can be absent is
/// optional, and words of the API (`VOICE`, `OUT`, `POSITIVE`) stay the text that came.
package struct Conversation: Equatable, Sendable {
  /// The provider's id, by which the same conversation of two windows is told; nil if it has none.
  package var id: String?
  /// The provider's id of the customer.
  package var customerID: String?
  /// When it began, as the provider wrote it.
  package var startedAt: String?
  /// When it ended, as the provider wrote it.
  package var endedAt: String?
  /// `OUT`, and whatever else the provider says.
  package var direction: String?
  /// The queues that it went through.
  package var ringGroups: [String]
  /// What was said, in the order in which it came, which need not be that of time.
  package var messages: [ConversationMessage]
  /// The agents whom the provider lists; messages can name more.
  package var agents: [ConversationAgent]

  /// A conversation of these messages and agents.
  package init(
    id: String? = nil, customerID: String? = nil, startedAt: String? = nil, endedAt: String? = nil,
    direction: String? = nil, ringGroups: [String] = [], messages: [ConversationMessage] = [],
    agents: [ConversationAgent] = []
  ) {
    self.id = id
    self.customerID = customerID
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.direction = direction
    self.ringGroups = ringGroups
    self.messages = messages
    self.agents = agents
  }

  /// Everyone who is listed as an agent or whom a message names as one, each once.
  package var everyAgent: [ConversationAgent] {
    var all: [ConversationAgent] = []
    func add(_ id: String, _ name: String?) {
      guard let index = all.firstIndex(where: { $0.id == id }) else {
        return all.append(ConversationAgent(id: id, name: name))
      }
      if all[index].name == nil { all[index].name = name }
    }
    for agent in agents { add(agent.id, agent.name) }
    for message in messages { message.agentID.map { add($0, message.agentName) } }
    return all
  }
}

/// A user who took part in a conversation.
package struct ConversationAgent: Hashable, Sendable {
  /// The provider's id of the user.
  package let id: String
  /// The user's name; nil when the provider does not say, which it will stop to do.
  package var name: String?

  /// An agent of whom at least the id is known.
  package init(id: String, name: String? = nil) {
    self.id = id
    self.name = name
  }
}
