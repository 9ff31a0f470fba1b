import Records
import Testing

@Suite struct ConversationTests {
  @Test(arguments: [
    ("USER", Speaker.agent), ("agent", .agent), ("Contact", .customer), ("CUSTOMER", .customer),
    ("bot", .neither), ("SUPERVISOR", .unknown), ("", .unknown),
  ])
  func `a participant is on a side`(participant: String, speaker: Speaker) {
    #expect(SpeakerTable.standard[participant] == speaker)
  }

  @Test func `nobody is on no known side`() { #expect(SpeakerTable.standard[nil] == .unknown) }

  @Test func `an account has its own table`() {
    let table = SpeakerTable(["contact": .agent, "Caller": .customer])
    #expect(table["CONTACT"] == .agent)
    #expect(table["caller"] == .customer)
    #expect(table["USER"] == .unknown)
    #expect(table.text == "CALLER=customer,CONTACT=agent")
    #expect(table == SpeakerTable(["CALLER": .customer, "CONTACT": .agent]))
  }

  @Test func `agents are those listed and those of messages`() {
    let conversation = Conversation(
      messages: [
        ConversationMessage(agentID: "b", agentName: "Bo"), ConversationMessage(),
        ConversationMessage(agentID: "a", agentName: "Ana"), ConversationMessage(agentID: "b"),
      ],
      agents: [ConversationAgent(id: "a")])
    #expect(
      conversation.everyAgent == [
        ConversationAgent(id: "a", name: "Ana"), ConversationAgent(id: "b", name: "Bo"),
      ])
  }
}
