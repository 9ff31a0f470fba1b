import Analytics
import Records
import Testing

@Suite struct TurnsTests {
  private func turns(
    _ messages: [ConversationMessage], agents: [String] = ["ana"]
  ) -> Turns {
    Turns(talk(messages, agents: agents), speakers: .standard)
  }

  private func texts(_ turns: Turns) -> [String] { turns.turns.map { $0.message.text ?? "" } }

  @Test func `what was said stands in the order of time, however it came`() {
    let turns = turns([
      said("CONTACT", 20, 25, "c"), said("USER", 0, 10, "a"), said("CONTACT", 11, 19, "b"),
    ])
    #expect(texts(turns) == ["a", "b", "c"])
    #expect(turns.turns.map(\.speaker) == [.agent, .customer, .customer])
    #expect(turns.turns.map(\.agent) == ["ana", "ana", "ana"])
    #expect(turns.recordings.map(\.start) == [0] && turns.recordings.map(\.end) == [25])
  }

  @Test func `recordings stand one after the other`() {
    let turns = turns([
      said("USER", 0, 5, "c", in: 7), said("USER", 1, 5, "a", in: 2),
      said("CONTACT", 6, 9, "b", in: 2), said("CONTACT", 6, 8, "d", in: 7),
    ])
    #expect(texts(turns) == ["a", "b", "c", "d"])
    #expect(turns.recordings.map(\.start) == [1, 0] && turns.recordings.map(\.end) == [9, 8])
    #expect(turns.turns.map { $0.place?.recording } == [0, 0, 1, 1])
  }

  @Test func `a recording begins when its messages say, and what is written stands between`() {
    func at(_ minute: Int, _ message: ConversationMessage) -> ConversationMessage {
      var message = message
      message.startedAt = "2026-11-02T09:0\(minute):00Z"
      return message
    }
    let turns = turns([
      at(5, said("USER", 60, 70, "third", in: 0)), at(3, said("USER", 1, 5, "first", in: 1)),
      at(4, said("CONTACT", nil, nil, "second", in: nil, channel: "CHAT")),
    ])
    #expect(texts(turns) == ["first", "second", "third"])
    #expect(turns.turns.map { $0.place?.recording } == [1, nil, 0])
  }

  @Test func `messages without any time keep the provider's count, or their place`() {
    var chat = ["a", "b", "c"].map { said("USER", nil, nil, $0, channel: "CHAT") }
    #expect(texts(turns(chat)) == ["a", "b", "c"])
    for index in chat.indices { chat[index].index = 2 - index }
    let turns = turns(chat)
    #expect(texts(turns) == ["c", "b", "a"])
    #expect(turns.recordings.isEmpty && turns.stretches.isEmpty)
    #expect(turns.turns.allSatisfy { $0.place == nil })
  }

  @Test func `the longest monologue and story are found where they are`() {
    let messages = [
      said("USER", 0, 5), said("CONTACT", 6, 10), said("CONTACT", 10.5, 30), said("USER", 31, 50),
      said("USER", 52, 80), said("CONTACT", 81, 85),
    ]
    let stretches = turns(messages).stretches
    #expect(stretches.map(\.metric) == [.longestMonologue, .longestCustomerStory])
    #expect(stretches.map(\.turns) == [3...4, 1...2])
    #expect(stretches.map(\.seconds) == [49, 24])
    let metrics = derived(messages)
    for stretch in stretches { #expect(metrics.value(stretch.metric) == stretch.seconds) }
  }

  @Test func `each agent has a longest stretch of their own`() {
    let stretches = turns(
      [
        said("USER", 0, 5, by: "ana"), said("CONTACT", 6, 10), said("USER", 11, 20, by: "ben"),
        said("USER", 21, 23, by: "ana"),
      ], agents: ["ana", "ben"]
    ).stretches.filter { $0.metric == .longestMonologue }
    #expect(stretches.map(\.agent) == ["ana", "ben"])
    #expect(stretches.map(\.turns) == [0...0, 2...2])
  }

  @Test func `nothing is marked where a side is unknown or only one is heard`() {
    let talk = [said("USER", 0, 5), said("CONTACT", 6, 10)]
    #expect(turns(talk).stretches.count == 2)
    #expect(turns(talk + [said("SUPERVISOR", 11, 12)]).stretches.isEmpty)
    #expect(turns([said("USER", 0, 5)]).stretches.isEmpty)
  }

  @Test func `questions of any script are counted, and no words ask nothing`() {
    let turns = turns([
      said("USER", 0, 1, "Why? Really??"), said("USER", 2, 3, "是吗？"), said("USER", 4, 5, nil),
    ])
    #expect(turns.turns.map(\.questions) == [2, 1, 0])
  }
}
