import Analytics
import Records
import Testing

@Suite struct ConversationMeasureTests {
  @Test func `sentiments are shares of the customer's messages that have one`() {
    // Of the customer's four with a known sentiment two are positive, one neutral, one negative.
    let metrics = derived([
      said("USER", 0, 1, sentiment: "NEGATIVE"), said("CONTACT", 1, 2, sentiment: "POSITIVE"),
      said("CONTACT", 2, 3, sentiment: "positive"), said("CONTACT", 3, 4, sentiment: "NEUTRAL"),
      said("CONTACT", 4, 5, sentiment: "NEGATIVE"), said("CONTACT", 5, 6),
      said("CONTACT", 6, 7, sentiment: "MIXED"), said("BOT", 7, 8, sentiment: "NEGATIVE"),
    ])
    #expect(metrics.value(.positive) == 0.5)
    #expect(metrics.value(.neutral) == 0.25)
    #expect(metrics.value(.negative) == 0.25)
    #expect(derived([said("CONTACT", 0, 1)]).value(.positive) == nil)
  }

  @Test func `sentiments of a chat count too`() {
    let metrics = derived([said("CONTACT", nil, nil, channel: "CHAT", sentiment: "NEGATIVE")])
    #expect(metrics.value(.negative) == 1)
    #expect(!metrics.isCall)
  }

  @Test func `sentiments belong to the agent whom the message names`() {
    let metrics = derived(
      [
        said("CONTACT", 0, 1, by: "ana", sentiment: "POSITIVE"),
        said("CONTACT", 1, 2, by: "bo", sentiment: "NEGATIVE"),
        said("CONTACT", 2, 3, sentiment: "NEGATIVE"),
      ], agents: ["ana", "bo"])
    #expect(metrics.value(.positive, of: "ana") == 1)
    #expect(metrics.value(.negative, of: "bo") == 1)
  }

  @Test(
    arguments: [
      ("OUT", 0, 1), ("in", 1, 0), ("SIDEWAYS", nil, nil), (nil, nil, nil),
    ] as [(String?, Double?, Double?)])
  func `a direction is one share and not the other`(
    _ word: String?, _ inbound: Double?, _ outbound: Double?
  ) {
    var conversation = talk([])
    conversation.direction = word
    let metrics = ConversationMetrics(conversation, speakers: .standard)
    #expect(metrics.value(.inbound) == inbound)
    #expect(metrics.value(.outbound) == outbound)
  }

  @Test(arguments: [
    ("VOICE", ConversationMeasure.voice), ("WEBCHAT", .webchat), ("CHAT", .chat), ("sms", .sms),
    ("DIGITAL_CONNECT", .digitalConnect),
  ])
  func `a channel is one share and none of the others`(
    _ word: String, _ measure: ConversationMeasure
  ) {
    let metrics = derived([said("BOT", 0, 1, channel: nil), said("BOT", 0, 1, channel: word)])
    for other in [ConversationMeasure.voice, .webchat, .chat, .sms, .digitalConnect] {
      #expect(metrics.value(other) == (other == measure ? 1 : 0))
    }
    #expect(derived([said("BOT", 0, 1, channel: "FAX")]).value(.voice) == nil)
  }

  @Test func `handling time is from the start to the end`() {
    var conversation = talk([])
    #expect(ConversationMetrics(conversation, speakers: .standard).value(.handlingTime) == 480.5)
    conversation.endedAt = "2026-11-02T08:00:00Z"
    #expect(ConversationMetrics(conversation, speakers: .standard).value(.handlingTime) == nil)
    conversation.endedAt = nil
    #expect(ConversationMetrics(conversation, speakers: .standard).value(.handlingTime) == nil)
  }
}

/// Numbers that look random and are the same in every run (the generator is SplitMix64).
struct Steps: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
