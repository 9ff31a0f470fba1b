import Records
import Testing
import Wire

@Suite struct TalkdeskPageTests {
  /// The official example.
  private static let example = #"""
    {"_embedded":{"interactions":[{"id":"a45038e1-d2b7-4778-b8aa-157e31846e16","customer_id":"ba3166d1-3d01-4333-bdfa-58c238788267",
     "started_at":"2020-03-30T00:00:00.000000Z","ended_at":"2020-03-30T00:08:00.000000Z","direction":"OUT","ring_groups":["billing","reporting"],
     "messages":[{"message_id":"c9d499a2-5033-43ed-9de6-63afddee4b30","text":"Sorry for the inconvenience sir. May I have your account number please?",
      "channel":"VOICE","participant":"USER","sentiment":"POSITIVE","intent":"Apologize","intent_confidence_score":0.75,"intent_is_fallback":true,
      "start_time":30,"end_time":37,"transcription_type":"POST_CALL","source_system":"STT","recording_id":"f883958122244cbfb8ed5606e556a694",
      "recording_index":0,"message_index":4,"message_start_at":"2020-03-30T00:00:30.000000Z","agent_id":"4c607db0-167c-410a-a825-92d5f4162961"}],
     "agents":[{"id":"4c607db0-167c-410a-a825-92d5f4162961"}]}]},
     "_links":{"next":{"href":"https://conversations.talkdesk.com/interactions?cursor=Zc2pJPVrJFeH0fGPjDanmw=="}}}
    """#

  private func page(_ body: String) throws(WireError) -> Page<Conversation> {
    try TalkdeskPage.conversations(bytes(body))
  }

  private func conversation(_ members: String) throws -> Conversation {
    let page = try page(#"{"_embedded":{"interactions":[{\#(members)}]}}"#)
    return try #require(page.records.first)
  }

  private func message(_ members: String) throws -> ConversationMessage {
    try #require(try conversation(#""messages":[{\#(members)}]"#).messages.first)
  }

  @Test func `the official example is read field by field`() throws {
    let agent = "4c607db0-167c-410a-a825-92d5f4162961"
    let message = ConversationMessage(
      id: "c9d499a2-5033-43ed-9de6-63afddee4b30",
      text: "Sorry for the inconvenience sir. May I have your account number please?",
      channel: "VOICE", participant: "USER", sentiment: "POSITIVE",
      intent: .init(name: "Apologize", confidence: .decimal(0.75), isFallback: true),
      startTime: .integer(30), endTime: .integer(37), transcriptionType: "POST_CALL",
      sourceSystem: "STT", recordingID: "f883958122244cbfb8ed5606e556a694", recordingIndex: 0,
      index: 4, startedAt: "2020-03-30T00:00:30.000000Z", agentID: agent)
    let conversation = Conversation(
      id: "a45038e1-d2b7-4778-b8aa-157e31846e16",
      customerID: "ba3166d1-3d01-4333-bdfa-58c238788267",
      startedAt: "2020-03-30T00:00:00.000000Z", endedAt: "2020-03-30T00:08:00.000000Z",
      direction: "OUT", ringGroups: ["billing", "reporting"], messages: [message],
      agents: [ConversationAgent(id: agent)])
    #expect(
      try page(TalkdeskPageTests.example)
        == Page(records: [conversation], nextCursor: "Zc2pJPVrJFeH0fGPjDanmw=="))
  }

  @Test(arguments: [
    ("https://x.example/interactions?cursor=a+b/c==", "a+b/c=="),
    ("https://x.example/interactions?cursor=a%2Bb%2Fc%3D%3D", "a+b/c=="),
    ("/interactions?limit=5&cursor=a%252B&x=1#part", "a%2B"), ("?cursor=1", "1"),
  ])
  func `the cursor of a link is what it was before it was put there`(
    link: String, cursor: String
  ) throws {
    for next in [#"{"href":"\#(link)"}"#, #""\#(link)""#] {
      let body = #"{"_embedded":{"interactions":[]},"_links":{"next":\#(next)}}"#
      #expect(try page(body).nextCursor == cursor)
    }
  }

  @Test(arguments: [
    "{}", #"{"next":null}"#, #"{"next":{}}"#, #"{"next":{"href":null}}"#, #"{"next":{"href":""}}"#,
  ])
  func `without a next link this was the last page`(links: String) throws {
    let body = #"{"_embedded":{"interactions":[]},"_links":\#(links)}"#
    #expect(try page(body) == Page(records: []))
  }

  @Test(arguments: [
    #"{"_embedded":{"interactions":[]},"_links":{"next":{"href":"https://x.example/"}}}"#,
    #"{"_embedded":{"interactions":[]},"_links":{"next":{"href":"/a?cursor="}}}"#,
    #"{"_embedded":{"interactions":[]},"_links":{"next":{"href":7}}}"#,
    #"{"_embedded":{"interactions":{}}}"#, "{}", "[]", "7", #"{"_embedded":{}}"#,
  ])
  func `what is no page, or leads nowhere, is an error`(body: String) throws {
    let error = #expect(throws: WireError.self) { try page(body) }
    #expect(
      error?.sentence.hasPrefix("The answer is not what the API documents: its ") == true
        || error?.sentence.contains("“_embedded.interactions”") == true)
  }

  @Test func `an envelope without anything in it may lack the list`() throws {
    #expect(try page(#"{"_links":{}}"#) == Page(records: []))
    #expect(try page(#"{"_embedded":{"interactions":null}}"#) == Page(records: []))
    #expect(try page(#"{"interactions":[{}]}"#).records == [Conversation()])
  }

  @Test func `what is no record is left out and named, and so is a message`() throws {
    let page = try page(
      #"""
      {"_embedded":{"interactions":[null,{"id":"1","messages":[7,{"text":"a"}]},[],{"id":"2"}]}}
      """#)
    #expect(page.records.map(\.id) == ["1", "2"])
    #expect(page.records[0].messages == [ConversationMessage(text: "a")])
    #expect(
      page.skipped == [
        "record 1 of the page is not an object",
        "message 1 of record 2 of the page is not an object",
        "record 3 of the page is not an object",
      ])
  }

  @Test(arguments: [
    #""id":null,"messages":null,"agents":null,"ring_groups":null"#,
    #""id":"","messages":{},"agents":"","ring_groups":{}"#,
    #""started_at":{},"direction":[],"messages":[],"agents":[{},null,{"name":"x"}]"#,
  ])
  func `what is absent or odd costs nothing else`(members: String) throws {
    #expect(try conversation(members) == Conversation())
  }

  @Test func `values are read in whichever way they are written`() throws {
    #expect(try conversation(#""id":12345678901234567890"#).id == "12345678901234567890")
    #expect(try conversation(#""ring_groups":"billing""#).ringGroups == ["billing"])
    #expect(try conversation(#""ring_groups":["a",7,null]"#).ringGroups == ["a", "7"])
    #expect(try conversation(#""direction":"SIDEWAYS""#).direction == "SIDEWAYS")
    let odd = try message(
      #"""
      "start_time":"1.5","end_time":2e0,"recording_index":"1","message_index":2.0,
      "intent":"X","intent_confidence_score":"0.5","intent_is_fallback":"True"
      """#)
    #expect(odd.startTime == .decimal(1.5))
    #expect(odd.endTime == .decimal(2))
    #expect(odd.recordingIndex == 1)
    #expect(odd.index == 2)
    #expect(odd.intent == .init(name: "X", confidence: .decimal(0.5), isFallback: true))
    #expect(try message(#""message_index":1.5,"start_time":"soon""#) == ConversationMessage())
    #expect(try message(#""text":"""#).text == "")
  }

  @Test func `an agent's name is taken from wherever the page has it`() throws {
    let page = try page(
      #"""
      {"_embedded":{"interactions":[
       {"agents":[{"id":"1"}],"messages":[{"agent_id":"1"},{"agent_id":"2"},{}]},
       {"agents":[{"id":"1","name":"Ana"}],"messages":[{"agent_id":"2","agent_name":"Ben"}]},
       {"agents":[{"id":"1","name":"Anna"},{"id":"3"}]}]}}
      """#)
    #expect(page.records.map { $0.agents.map(\.name) } == [["Ana"], ["Ana"], ["Anna", nil]])
    #expect(page.records[0].messages.map(\.agentName) == ["Ana", "Ben", nil])
  }
}
