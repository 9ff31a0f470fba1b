import Analytics
import Canvas
import Loop
import Records

@testable import Dashboard

/// Conversations that were made up once.
enum Conversations {
  private static let intents = [
    ["refund"], ["billing_question", "cancel"], [], ["delivery"], ["\u{1B}[2J退款", "استرداد"],
    ["refund"],
  ]
  private static let ringGroups = [["Billing"], ["Support EMEA"], ["Billing", "サポート"], []]

  /// So many conversations, each some hours before the one that stands over it.
  static func summaries(_ count: Int, user: UserNumber? = nil) -> [ConversationSummary] {
    (0..<count).map { summary($0, user: user) }
  }

  private static func summary(_ place: Int, user: UserNumber?) -> ConversationSummary {
    let isCall = place % 5 != 3
    let agent = user ?? UserNumber(place * 7 % 9)
    let agents: [UserNumber] = place % 7 == 2 ? [agent, 11] : [agent]
    return ConversationSummary(
      number: ConversationNumber(1000 + place), id: "conversation-\(place)",
      startedAt: place == 22 ? nil : Fixture.noon + -Double(46_000 + place * 25_500),
      seconds: place % 11 == 9 ? nil : Double(45 + place * 397 % 2900),
      direction: place % 3 == 0 ? "OUT" : "IN", channel: isCall ? "VOICE" : "WEBCHAT",
      ringGroups: ringGroups[place % 4],
      customerID: place == 4 ? "Zoë 🚀" : "c-\(place * 7919 % 9000)",
      agents: agents.map { agent in
        .init(user: agent, values: values(place, agent: Int(agent), isCall: isCall && place != 6))
      },
      intents: intents[place % 6], messages: 12 + place, hasWords: true,
      unknownSpeaker: place == 6 ? "SUPERVISOR" : nil)
  }

  private static func values(_ place: Int, agent: Int, isCall: Bool) -> [Double?] {
    let wave = Double((place * 13 + agent * 5) % 17) / 16
    let negative = Double(place % 4) / 4
    return ConversationMetrics.fields.map { field in
      switch field {
      case .metric(.patience): isCall ? 0.3 + wave : nil
      case .metric(.interactivity): isCall ? 2 + wave * 8 : nil
      case .metric(.questionRate): isCall ? 6 + wave * 20 : nil
      case .metric(.longestMonologue): isCall ? 20 + wave * 200 : nil
      case .metric(.longestCustomerStory): isCall && place % 6 != 5 ? 15 + wave * 90 : nil
      case .additional("customer_positive_share"): place % 8 == 7 ? nil : (1 - negative) * wave
      case .additional("customer_neutral_share"): place % 8 == 7 ? nil : (1 - negative) * (1 - wave)
      case .additional("customer_negative_share"): place % 8 == 7 ? nil : negative
      default: nil
      }
    }
  }

  /// What the data core says about a question.
  static func list(
    _ query: ConversationQuery, _ count: Int = 24, isWorking: Bool = false, isOffline: Bool = false,
    failure: Failure? = nil, total: Int? = nil, oldest: Timestamp? = Fixture.noon + -120
  ) -> ConversationList {
    ConversationList(
      query: query, zone: .utc, directory: Fixture.directory,
      conversations: summaries(
        count, user: query.user.flatMap { Fixture.directory.number(of: $0) }),
      total: total ?? count, progress: Progress(done: isWorking ? 2 : 5, total: 5, secondsLeft: 40),
      oldest: oldest, failure: failure, isOffline: isOffline, isWorking: isWorking)
  }

  /// The dashboard of an account with conversations, on the screen to which keys lead, with all
  /// that it asked for.
  static func model(
    columns: Int = 120, rows: Int = 40, keys: [Key] = ["i"], count: Int = 24,
    change: (inout Model) -> Void = { _ in }
  ) -> Model {
    var model = Fixture.loadedModel(columns: columns, rows: rows, change: change)
    model.hasConversations = true
    model.standards = .talkdesk
    press(keys, on: &model) { list($0, count) }
    return model
  }

  /// Presses keys, and answers what they ask for. Gives back the commands of the last one.
  @discardableResult
  static func press(
    _ keys: [Key], on model: inout Model,
    answering list: (ConversationQuery) -> ConversationList? = { Conversations.list($0) }
  ) -> [Command] {
    var commands: [Command] = []
    for key in keys {
      commands = DashboardProgram.updateAtOnce(&model, .keyPressed(key, Fixture.moment))
      for command in commands { answer(command, on: &model, list) }
    }
    return commands
  }

  private static func answer(
    _ command: Command, on model: inout Model, _ list: (ConversationQuery) -> ConversationList?
  ) {
    switch command {
    case .watchConversations(let query?, let request):
      guard let list = list(query) else { break }
      _ = DashboardProgram.updateAtOnce(
        &model, .conversationsArrived(request: request, list))
    case .fetchTranscript(_, _, let request):
      _ = DashboardProgram.updateAtOnce(
        &model, .transcriptArrived(request: request, .success(transcript())))
    case .watch(let query, let request, _):
      _ = DashboardProgram.updateAtOnce(
        &model, .snapshotArrived(request: request, Fixture.snapshot(query)))
    default: break
    }
  }
}

extension Conversations {
  private static let hostile = "\u{1B}]0;owned\u{07}\u{202E}txet neddih\u{202C} \u{1B}[31mred"

  private static let call: [ConversationMessage] = [
    said("BOT", 0.8, 4.2, "Welcome. Please say in a few words how we can help.", nil),
    said("CONTACT", 5, 9.5, "I was charged twice for the same order.", "NEGATIVE", "refund", 0.87),
    said("USER", 10.1, 14, "I am sorry to hear that. Which order is it?", "NEUTRAL"),
    said(
      "CONTACT", 14.9, 31,
      "It is the one from last Tuesday: two chairs, a lamp, and a table that I had asked you to take"
        + " back twice already.", "NEGATIVE"),
    said("CONTACT", 31.5, 48, "طلبت استرداد المال 退款をお願いします 🚀 please.", "NEGATIVE", "refund", 0.61),
    said("USER", 48.4, 80, "Let me look at what happened there, that takes a moment.", "NEUTRAL"),
    said(
      "USER", 80.5, 131, "I see both payments. One of them goes back to your card today.",
      "POSITIVE"),
    said("CONTACT", 131.2, 133, hostile, "ODD"),
    said("USER", 133.8, 140, "Is there anything else? Shall I send you a receipt？", "POSITIVE"),
    said("CONTACT", 140.4, 142, "No. Thank you!", "POSITIVE", "thanks", 0.3, isFallback: true),
  ]

  private static func said(
    _ participant: String, _ start: Double?, _ end: Double?, _ text: String?,
    _ sentiment: String?, _ intent: String? = nil, _ confidence: Double = 0,
    isFallback: Bool = false, recording: Int = 0
  ) -> ConversationMessage {
    ConversationMessage(
      text: text, channel: start == nil ? "WEBCHAT" : "VOICE", participant: participant,
      sentiment: sentiment,
      intent: intent.map {
        .init(name: $0, confidence: .decimal(confidence), isFallback: isFallback)
      }, startTime: start.map(Number.decimal), endTime: end.map(Number.decimal),
      recordingIndex: start == nil ? nil : recording)
  }

  /// A call in which everything happens that a screen has something to say about.
  static func transcript(_ messages: [ConversationMessage] = call) -> Transcript {
    let user = Fixture.directory.users[0]
    let conversation = Conversation(
      id: "conversation-0", customerID: "c-4711", startedAt: "2026-11-19T23:13:20Z",
      endedAt: "2026-11-19T23:15:42Z", direction: "OUT", ringGroups: ["Billing", "サポート"],
      messages: messages, agents: [ConversationAgent(id: user.id, name: user.name)])
    let metrics = ConversationMetrics(conversation, speakers: .standard)
    let hasWords = messages.contains { $0.text != nil }
    let summary = ConversationSummary(
      number: 1000, id: "conversation-0",
      startedAt: conversation.startedAt.flatMap { WrittenTime($0)?.timestamp }, seconds: 142,
      direction: "OUT", channel: messages.first?.channel, ringGroups: conversation.ringGroups,
      customerID: "c-4711",
      agents: metrics.agents.map { agent in
        .init(user: Fixture.directory.number(of: agent.agent.id) ?? 0, values: agent.values)
      },
      intents: ["refund", "thanks"], messages: messages.count, hasWords: hasWords,
      unknownSpeaker: metrics.unknownSpeaker)
    return Transcript(summary: summary, conversation: conversation, speakers: .standard)
  }

  /// The same call where words are not kept.
  static var wordless: Transcript {
    transcript(
      call.map { message in
        var message = message
        message.text = nil
        return message
      })
  }

  /// A chat, which has no positions.
  static var chat: Transcript {
    transcript(
      call.enumerated().map { place, message in
        var message = message
        (message.startTime, message.endTime, message.recordingIndex) = (nil, nil, nil)
        message.channel = "WEBCHAT"
        message.startedAt = "2026-11-19T23:\(13 + place):0\(place % 10).000000Z"
        return message
      })
  }

  /// A call of two recordings by two agents.
  static var handedOn: Transcript {
    let other = call.map { message in
      var message = message
      message.recordingIndex = 1
      if message.participant == "USER" { message.agentID = Fixture.directory.users[11].id }
      return message
    }
    return transcript(
      call.map { message in
        var message = message
        if message.participant == "USER" { message.agentID = Fixture.directory.users[0].id }
        return message
      } + other)
  }

  /// A call with somebody on the line of whom the speaker table does not know.
  static var unknown: Transcript {
    transcript(call + [said("SUPERVISOR", 143, 150, "May I join?", nil)])
  }
}
