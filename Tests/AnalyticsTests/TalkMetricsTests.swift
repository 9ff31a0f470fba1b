import Analytics
import Records
import Testing

/// A conversation and what it comes to, worked out by hand in the comment above it.
struct WorkedExample: CustomTestStringConvertible, Sendable {
  let rule: String
  var agents = ["ana"]
  let messages: [ConversationMessage]
  /// The agent whose metrics are asked for.
  var of = "ana"
  let monologue: Double?
  let story: Double?
  let patience: Double?
  let interactivity: Double?
  let questionRate: Double?

  var testDescription: String { rule }
}

private let examples: [WorkedExample] = [
  // Stretches: U 0–10, C 12–30, U 31–36. Gaps of Ana: 31 − 30 = 1. Changes: U→C, C→U = 2.
  // Span: 36 s = 0.6 min = 0.01 h; 2 ÷ 0.6 = 3.333…; 1 question ÷ 0.01 h = 100.
  WorkedExample(
    rule: "two sides taking turns",
    messages: [
      said("USER", 0, 10, "Hello. How are you?"), said("CONTACT", 12, 30, "Fine, and you?"),
      said("USER", 31, 36),
    ],
    monologue: 10, story: 18, patience: 1, interactivity: 2 / 0.6, questionRate: 100),

  // As above, from the last message to the first.
  WorkedExample(
    rule: "the order in which messages came does not matter",
    messages: [
      said("USER", 31, 36), said("CONTACT", 12, 30, "Fine, and you?"),
      said("USER", 0, 10, "Hello. How are you?"),
    ],
    monologue: 10, story: 18, patience: 1, interactivity: 2 / 0.6, questionRate: 100),

  // One stretch of Ana: 0–4, 6–9, 15–20 with nobody else between, 20 s from its first start to its
  // last end, its silences included. C 20–30 follows; no agent starts after it, so no patience.
  // Changes: 1. Span: 30 s: 1 ÷ 0.5 = 2.
  WorkedExample(
    rule: "a stretch goes on over the side's own silences",
    messages: [
      said("USER", 0, 4), said("USER", 6, 9), said("USER", 15, 20), said("CONTACT", 20, 30),
    ],
    monologue: 20, story: 10, patience: nil, interactivity: 2, questionRate: 0),

  // Ana 0–10, 8–20 and 19–25 are one interval 0–25. C starts at 30, Ana at 36: gap 36 − 34 = 2.
  // Stretches: U 25, C 4, U 4. Changes 2. Span 40 s: 2 ÷ (2/3) = 3.
  WorkedExample(
    rule: "overlapping intervals of a side are one",
    messages: [
      said("USER", 0, 10), said("USER", 8, 20), said("USER", 19, 25), said("CONTACT", 30, 34),
      said("USER", 36, 40),
    ],
    monologue: 25, story: 4, patience: 2, interactivity: 3, questionRate: 0),

  // C 0–20 and 15–30 are one interval 0–30, in which Ana says something at 5–7: she started before
  // the customer stopped, so no gap. Then Ana 33–40: 33 − 30 = 3, nobody was heard between.
  // In order of start: C 0–30, U 5–7, U 33–40. Stretch of Ana 5–40 = 35; of the customer 30.
  // Changes 1. Span 40 s: 1 ÷ (2/3) = 1.5.
  WorkedExample(
    rule: "talking over the customer is no patience and does not hide the gap after",
    messages: [
      said("CONTACT", 0, 20), said("USER", 5, 7), said("CONTACT", 15, 30), said("USER", 33, 40),
    ],
    monologue: 35, story: 30, patience: 3, interactivity: 1.5, questionRate: 0),

  // Gaps: 12 − 10 = 2; 20 − 20 = 0 does not count; 29 − 30 < 0 does not count; 44 − 40 = 4.
  // Mean of 2 and 4 = 3. Stretches in order of start: C 0–10, U 12–15, C 16–20, U 20–22, C 23–30,
  // U 29–32, C 33–40, U 44–48: monologue 4, story 10. Changes 7. Span 48 s: 7 ÷ 0.8 = 8.75.
  WorkedExample(
    rule: "patience is the mean of the gaps above zero",
    messages: [
      said("CONTACT", 0, 10), said("USER", 12, 15), said("CONTACT", 16, 20), said("USER", 20, 22),
      said("CONTACT", 23, 30), said("USER", 29, 32), said("CONTACT", 33, 40), said("USER", 44, 48),
    ],
    monologue: 4, story: 10, patience: 3, interactivity: 8.75, questionRate: 0),

  // The bot at 12–14 stands between C's end 10 and Ana's start 15: no gap. It ends Ana's stretch
  // 15–20 as well: then 24–27. Bots removed: C U U C U, 3 changes. C 30–34, U 36–60: gap 2.
  // Span 0–60: 3 ÷ 1 = 3. Monologue 36–60 = 24; without the bot Ana's 15–27 would be 12.
  WorkedExample(
    rule: "a bot stands between, ends stretches and is left out of the changes",
    messages: [
      said("CONTACT", 0, 10), said("BOT", 12, 14), said("USER", 15, 20), said("BOT", 21, 22),
      said("USER", 24, 27), said("CONTACT", 30, 34), said("USER", 36, 60),
    ],
    monologue: 24, story: 10, patience: 2, interactivity: 3, questionRate: 0),

  // The bot ends the customer's stretch: 40–50 and 52–58, of which 10 is the longer. Ana 58–60.
  // The bot's 0–40 and 62–99 are outside the span: 40–60, a third of a minute: 1 change, 3 a
  // minute; 1 question in 20 s: 180 an hour.
  WorkedExample(
    rule: "a bot ends a customer's story, and its time is not in the span",
    messages: [
      said("BOT", 0, 40, "What is it about?"), said("CONTACT", 40, 50), said("BOT", 51, 51.5),
      said("CONTACT", 52, 58), said("USER", 58, 60, "Who?"), said("BOT", 62, 99),
    ],
    monologue: 2, story: 10, patience: nil, interactivity: 3, questionRate: 180),

  // Recording 0: U 0–10, C 10–20, 1 change in 20 s. Recording 1, from 0 again: C 0–4, U 5–45,
  // gap 1, 1 change in 45 s. Nothing goes across: not Ana's 0–45, not a change from C to C.
  // 2 changes ÷ (65 ÷ 60) min = 1.846…; 2 questions ÷ (65 ÷ 3600) h = 110.77.
  WorkedExample(
    rule: "each recording is on its own",
    messages: [
      said("USER", 0, 10, "You?"), said("CONTACT", 10, 20), said("CONTACT", 0, 4, in: 1),
      said("USER", 5, 45, "And they?", in: 1),
    ],
    monologue: 40, story: 10, patience: 1, interactivity: 2 * 60.0 / 65,
    questionRate: 2 * 3600.0 / 65),

  // Ana 0–10, Bo 11–15, Ana 16–20, C 20–30, Bo 33–60. Bo's start ends Ana's stretch: 10, not 20.
  // Only Bo started after the customer, so Ana has no patience. The sides change twice, U→C→U,
  // which both share: 2 ÷ 1 min. One question of Ana's: 1 ÷ (1/60) h = 60. The customer's message
  // names no agent and there are two, so the story belongs to none.
  WorkedExample(
    rule: "another agent ends a stretch", agents: ["ana", "bo"], messages: handover,
    monologue: 10, story: nil, patience: nil, interactivity: 2, questionRate: 60),

  // The same call for Bo: stretches 4 and 27, gap 33 − 30 = 3, no question.
  WorkedExample(
    rule: "the agent who starts is the one who was patient", agents: ["ana", "bo"],
    messages: handover, of: "bo",
    monologue: 27, story: nil, patience: 3, interactivity: 2, questionRate: 0),

  // C 0–10 belongs to Ana and C 12–40 to Bo, as the messages say. Ana 10–12: no gap above zero.
  // Changes 3 (C U C U). Span 60 s.
  WorkedExample(
    rule: "a story belongs to the agent whom its messages name", agents: ["ana", "bo"],
    messages: [
      said("CONTACT", 0, 10, by: "ana"), said("USER", 10, 12, by: "ana"),
      said("CONTACT", 12, 40, by: "bo"), said("USER", 40, 60, by: "bo"),
    ],
    monologue: 2, story: 10, patience: nil, interactivity: 3, questionRate: 0),

  // Bo is listed and never heard.
  WorkedExample(
    rule: "an agent who is never heard has nothing", agents: ["ana", "bo"],
    messages: [said("USER", 0, 10, by: "ana"), said("CONTACT", 10, 20, by: "ana")], of: "bo",
    monologue: nil, story: nil, patience: nil, interactivity: nil, questionRate: nil),

  // Nobody is listed and one message names Ana: she is the only agent, and all is hers.
  // Changes 2 in 30 s: 4. Gap 21 − 20 = 1.
  WorkedExample(
    rule: "the only agent may be known from a message alone", agents: [],
    messages: [said("USER", 0, 10), said("CONTACT", 10, 20), said("USER", 21, 30, by: "ana")],
    monologue: 10, story: 10, patience: 1, interactivity: 4, questionRate: 0),

  // What the bot says is given to an agent of its own, who is nobody: Ana is the only one. The
  // customer's first message, to the bot, is nobody's story. C 5–20, U 22–25, C 26–36; gap 2.
  // Changes 2 in 31 s. Span 5–36.
  WorkedExample(
    rule: "a bot is not one of the agents", agents: ["bot", "ana"],
    messages: [
      said("BOT", 0, 5, by: "bot"), said("CONTACT", 5, 20, by: "bot"), said("USER", 22, 25),
      said("CONTACT", 26, 36),
    ],
    monologue: 3, story: 10, patience: 2, interactivity: 2 * 60.0 / 31, questionRate: 0),

  // The messages without a start, with an end before the start, or with a start that is no number
  // count for nothing, their questions too: U 0–10, C 10–60. Changes 1 in a minute.
  WorkedExample(
    rule: "a message without a position counts for nothing",
    messages: [
      said("USER", 0, 10), said("USER", nil, 30, "Why?"), said("USER", 30, 20, "Why?"),
      said("USER", .nan, 20, "Why?"), said("CONTACT", 10, 60), said("USER", 70, nil, "Why?"),
    ],
    monologue: 10, story: 50, patience: nil, interactivity: 1, questionRate: 0),

  // Ten minutes of nothing between 10 and 610 are the gap that Ana let pass, and in the span:
  // C 0–10, U 610–620. 1 ÷ (620 ÷ 60).
  WorkedExample(
    rule: "silence is waited out",
    messages: [said("CONTACT", 0, 10), said("USER", 610, 620)],
    monologue: 10, story: 10, patience: 600, interactivity: 60.0 / 620, questionRate: 0),

  // What is written beside a call is not heard: U 0–30, C 30–60 alone.
  WorkedExample(
    rule: "written messages of a call count for nothing",
    messages: [
      said("USER", 0, 30), said("USER", 31, 59, "A link?", channel: "CHAT"),
      said("CONTACT", 30, 60), said("USER", 60, 90, "?", channel: nil),
    ],
    monologue: 30, story: 30, patience: nil, interactivity: 1, questionRate: 0),

  // All that is heard has no length: stretches of no seconds, a gap of none, and no rate of any.
  WorkedExample(
    rule: "a span of nothing has no rates",
    messages: [said("CONTACT", 5, 5), said("USER", 5, 5, "Yes?")],
    monologue: 0, story: 0, patience: nil, interactivity: nil, questionRate: nil),

  // The words were withheld: U 0–30, C 30–60, and how many questions were asked is not known.
  WorkedExample(
    rule: "no words, no questions",
    messages: [said("USER", 0, 30, nil), said("CONTACT", 30, 60, nil)],
    monologue: 30, story: 30, patience: nil, interactivity: 1, questionRate: nil),
]

private let handover = [
  said("USER", 0, 10, "Ready?", by: "ana"), said("USER", 11, 15, by: "bo"),
  said("USER", 16, 20, by: "ana"), said("CONTACT", 20, 30), said("USER", 33, 60, by: "bo"),
]

@Suite struct TalkMetricsTests {
  @Test(arguments: examples) func `conversations come to what is worked out`(
    _ example: WorkedExample
  ) {
    let metrics = derived(example.messages, agents: example.agents)
    func expect(_ metric: Metric, _ expected: Double?) {
      let value = metrics.value(metric, of: example.of)
      guard let value, let expected else {
        return #expect(value == expected, "\(metric)")
      }
      #expect(abs(value - expected) < 1e-9, "\(metric)")
    }
    expect(.longestMonologue, example.monologue)
    expect(.longestCustomerStory, example.story)
    expect(.patience, example.patience)
    expect(.interactivity, example.interactivity)
    expect(.questionRate, example.questionRate)
    #expect(metrics.unknownSpeaker == nil)
  }

  @Test(arguments: [
    ("a chat", [said("USER", 0, 9, channel: "CHAT"), said("CONTACT", 9, 20, channel: "CHAT")]),
    ("no channel", [said("USER", 0, 9, channel: nil), said("CONTACT", 9, 20, channel: nil)]),
    ("one speaker", [said("USER", 0, 9), said("USER", 9, 20)]),
    ("a customer and a bot", [said("CONTACT", 0, 9), said("BOT", 9, 20)]),
    ("no positions", [said("USER", nil, nil), said("CONTACT", nil, nil)]),
    ("nothing said", []),
  ])
  func `some conversations yield none`(_ why: String, _ messages: [ConversationMessage]) {
    #expect(derived(messages).metrics().isEmpty)
  }

  @Test func `the order of messages never matters`() {
    var random = Steps(state: 7)
    for _ in 0..<50 {
      let messages = (0..<12).map { _ in
        let start = Double(Int.random(in: 0..<30, using: &random))
        return said(
          ["USER", "CONTACT", "BOT"].randomElement(using: &random), start,
          start + Double(Int.random(in: 0..<6, using: &random)),
          by: ["ana", "bo", nil].randomElement(using: &random) ?? nil,
          in: Int.random(in: 0..<2, using: &random))
      }
      let agents = ["ana", "bo"]
      #expect(
        derived(messages, agents: agents)
          == derived(messages.shuffled(using: &random), agents: agents))
    }
  }

  @Test(arguments: [
    ("Where? When? Why", 2), ("What?? Really???", 2), ("你好吗？很好。", 1), ("كيف حالك؟", 1),
    ("Ինչպե՞ս ես", 1), ("እንዴት ነህ፧", 1), ("Τι κάνεις\u{37E}", 1), ("?？؟", 1), ("One; two;", 0),
    ("", 0), ("? ?", 2),
  ])
  func `questions are runs of question marks`(_ text: String, _ count: Int) {
    // 60 s of talk, so the rate is 60 times the count.
    let metrics = derived([said("AGENT", 0, 30, text), said("CUSTOMER", 30, 60, "Why?")])
    #expect(metrics.value(.questionRate) == Double(count) * 60)
  }

  @Test func `a word that the table lacks yields none and is said`() {
    let messages = [
      said("USER", 0, 9), said("SUPERVISOR", 3, 4, sentiment: "POSITIVE"), said("CONTACT", 9, 20),
    ]
    let metrics = derived(messages)
    #expect(metrics.unknownSpeaker == "SUPERVISOR")
    #expect(metrics.metrics().isEmpty)
    #expect(metrics.value(.handlingTime) == 480.5)
    #expect(derived(messages + [said(nil, 1, 2)]).unknownSpeaker == "SUPERVISOR")
    #expect(derived([said(nil, 1, 2)]).unknownSpeaker == "")

    let table = SpeakerTable(["USER": .agent, "CONTACT": .customer, "SUPERVISOR": .neither])
    let again = derived(messages, speakers: table)
    #expect(again.unknownSpeaker == nil)
    #expect(again.value(.longestMonologue) == 9)
    #expect(again.speakers == table.text && again.speakers != metrics.speakers)
  }

  @Test func `a bot is not a user`() {
    let metrics = derived([said("BOT", 0, 5, by: "bot"), said("USER", 5, 9)], agents: [])
    #expect(metrics.agents.isEmpty)
  }

  @Test func `another table turns the sides round`() {
    let messages = [said("USER", 0, 10), said("CONTACT", 12, 40)]
    let metrics = derived(messages, speakers: SpeakerTable(["user": .customer, "contact": .agent]))
    #expect(metrics.value(.longestMonologue) == 28)
    #expect(metrics.value(.longestCustomerStory) == 10)
    #expect(metrics.value(.patience) == 2)
  }
}
