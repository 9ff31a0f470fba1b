import Records
import Simulator
import Testing

@Suite struct ConversationTests {
  private func month(seed: UInt64 = 1) throws -> [Conversation] {
    let team = try Sample.team(users: 40, seed: seed)
    let times = team.zone.start(of: team.today - 10)...team.zone.start(of: team.today)
    return team.encounters(startedIn: times).map(team.conversation)
  }

  @Test func `the same team says the same, another one something else`() throws {
    #expect(try month() == month())
    #expect(try month() != month(seed: 2))
  }

  @Test func `conversations are of every kind`() throws {
    let all = try month()
    let messages = all.flatMap(\.messages)
    #expect(all.count > 300)
    #expect(Set(all.compactMap(\.id)).count == all.count)
    #expect(
      Set(messages.compactMap(\.channel)) == ["VOICE", "WEBCHAT", "SMS", "DIGITAL_CONNECT"])
    #expect(Set(messages.compactMap(\.participant)) == ["USER", "CONTACT", "BOT"])
    #expect(Set(messages.compactMap(\.sourceSystem)) == ["STT", "DCE", "VA"])
    #expect(Set(messages.compactMap(\.sentiment)) == ["POSITIVE", "NEUTRAL", "NEGATIVE"])
    #expect(messages.contains { $0.sentiment == nil })
    #expect(Set(all.compactMap(\.direction)) == ["IN", "OUT"])
    #expect(messages.contains { $0.intent?.isFallback == true })
    #expect(all.contains { Set($0.messages.compactMap(\.recordingID)).count == 2 })
    #expect(all.contains { $0.agents.count == 2 })
    #expect(all.contains { $0.everyAgent.allSatisfy { $0.name == nil } })
    #expect(all.contains { $0.messages.allSatisfy { $0.agentID == nil } })
    #expect(all.contains { $0.ringGroups == [] } && all.contains { $0.ringGroups.count == 2 })
    let endings = Set(messages.compactMap { $0.text?.unicodeScalars.last })
    #expect(endings.isSuperset(of: ["?", "？", "؟", "\u{37E}"]))
  }

  @Test func `voice has positions in its recording, chat has none`() throws {
    var overlaps = 0
    for conversation in try month() {
      var last: ConversationMessage?
      for message in conversation.messages {
        guard message.channel == "VOICE" else {
          #expect(message.startTime == nil && message.endTime == nil)
          continue
        }
        let start = try #require(message.startTime?.double)
        let end = try #require(message.endTime?.double)
        #expect(start >= 0 && end > start && end < 3600)
        if let last, last.recordingIndex == message.recordingIndex,
          start < last.endTime?.double ?? 0
        {
          overlaps += 1
        }
        last = message
      }
      #expect((conversation.startedAt ?? "") < (conversation.endedAt ?? ""))
      #expect(conversation.startedAt?.utf8.count == 27)
    }
    #expect(overlaps > 20)
  }
}
