import Canvas
import Records
import Wire

/// Conversations as plain columns of text for a terminal, a line each.
enum ConversationTable {
  private static let columns = [
    TextTable.Column(title: "STARTED"), TextTable.Column(title: "LENGTH", rank: 7),
    TextTable.Column(title: "DIRECTION", rank: 8), TextTable.Column(title: "CHANNEL", rank: 9),
    TextTable.Column(title: "AGENTS", least: 12),
    TextTable.Column(title: "INTENTS", least: 12, rank: 1),
    TextTable.Column(title: "ID", least: 12),
    TextTable.Column(title: "MESSAGES", alignment: .right, rank: 10),
    TextTable.Column(title: "PATIENCE", alignment: .right, rank: 2),
    TextTable.Column(title: "INTERACTIVITY", alignment: .right, rank: 3),
    TextTable.Column(title: "QUESTIONS/H", alignment: .right, rank: 4),
    TextTable.Column(title: "MONOLOGUE", alignment: .right, rank: 5),
    TextTable.Column(title: "STORY", alignment: .right, rank: 6),
  ]
  private static let metrics: [Metric] = [
    .patience, .interactivity, .questionRate, .longestMonologue, .longestCustomerStory,
  ]

  static func of(
    _ conversations: [ConversationSummary], _ directory: Directory, zone: Zone
  ) -> TextTable {
    TextTable(
      columns,
      rows: conversations.map { conversation in
        let start = conversation.startedAt.map { "\(zone.day(of: $0).text) \(zone.clock(of: $0))" }
        let numbers = metrics.map { metric in
          let values = conversation.agents.compactMap { $0[.metric(metric)] }
          return values.isEmpty ? "–" : values.map(number).joined(separator: " ")
        }
        return [
          start ?? "–", conversation.seconds.map(minutes) ?? "–", conversation.direction ?? "–",
          conversation.channel ?? "–",
          conversation.agents.map { directory[$0.user].label }.joined(separator: ", "),
          conversation.intents.joined(separator: ", "), conversation.id ?? "–",
          String(conversation.messages),
        ] + numbers
      })
  }

  /// To the hundredth.
  private static func number(_ value: Double) -> String {
    Number.decimal((value * 100).rounded() / 100).text
  }

  /// As in `8:05`.
  static func minutes(_ seconds: Double) -> String {
    let seconds = Int(max(0, min(seconds, 1e9)))
    let rest = String(seconds % 60)
    return "\(seconds / 60):\(rest.utf8.count < 2 ? "0" : "")\(rest)"
  }
}

/// What was said in one conversation, turn by turn: its time, who spoke, and the words.
struct TranscriptText {
  private let transcript: Transcript
  private let directory: Directory
  private let zone: Zone

  init(_ transcript: Transcript, _ directory: Directory, zone: Zone) {
    self.transcript = transcript
    self.directory = directory
    self.zone = zone
  }

  /// Remote text in it can do no harm to a terminal.
  var text: String {
    let lines = transcript.conversation.messages.map { message in
      (time: time(of: message), speaker: speaker(of: message), words: words(of: message))
    }
    let times = lines.reduce(0) { max($0, $1.time.columns) }
    let speakers = lines.reduce(0) { max($0, $1.speaker.columns) }
    return header
      + lines.map { line in
        "\(line.time.padded(to: times, .right))  \(line.speaker.padded(to: speakers, .left))"
          + "  \(line.words)\n"
      }.joined()
  }

  private var header: String {
    let summary = transcript.summary
    let start = summary.startedAt.map { "\(zone.day(of: $0).text) \(zone.clock(of: $0))" }
    let parts: [String?] = [
      start, summary.direction, summary.channel, summary.seconds.map(ConversationTable.minutes),
      summary.agents.map { directory[$0.user].label }.joined(separator: ", "), summary.id,
    ]
    return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ").harmless + "\n"
  }

  /// The position in the recording, else the time of day.
  private func time(of message: ConversationMessage) -> String {
    if let seconds = message.startTime?.double { return ConversationTable.minutes(seconds) }
    let instant = message.startedAt.flatMap { WrittenTime($0)?.timestamp }
    return instant.map(zone.clock) ?? "–"
  }

  private func speaker(of message: ConversationMessage) -> String {
    let word =
      switch transcript.speakers[message.participant] {
      case .agent: agent(of: message) ?? "agent"
      case .customer: "customer"
      case .neither, .unknown: message.participant ?? "–"
      }
    return word.harmless
  }

  /// The name of the agent whom the message belongs to, as far as that is known.
  private func agent(of message: ConversationMessage) -> String? {
    let agents = transcript.summary.agents.map { directory[$0.user] }
    guard let id = message.agentID else { return agents.count == 1 ? agents[0].label : nil }
    return directory.number(of: id).map { directory[$0].label } ?? message.agentName ?? id
  }

  private func words(of message: ConversationMessage) -> String {
    guard let text = message.text else {
      return transcript.summary.hasWords ? "–" : "(the words are not kept)"
    }
    return text.harmless
  }
}
