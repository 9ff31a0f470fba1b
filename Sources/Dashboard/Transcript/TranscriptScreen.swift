import Analytics
package import Records

/// The state of the screen of one conversation with all that was said.
package struct TranscriptScreen: Equatable, Sendable {
  /// How far the question for the conversation has come.
  package enum State: Equatable, Sendable {
    /// Asked at so many milliseconds of uptime.
    case asked(at: Int)
    case arrived(TranscriptPage)
    case failed(Failure)
  }

  /// The conversation as the list has it.
  package let summary: ConversationSummary
  /// The user whose conversations were listed; nil for everyone's.
  let user: UserNumber?
  /// The number of the question; an answer to another changes nothing.
  package var request: Int
  /// How far it has come.
  package var state: State
  /// The selected turn.
  package var selected = 0
  /// The first line of the turns on screen.
  package var first = 0

  /// The screen as it opens.
  init(summary: ConversationSummary, user: UserNumber?, request: Int, askedAt: Int) {
    self.summary = summary
    self.user = user
    self.request = request
    state = .asked(at: askedAt)
  }

  /// What is there to read; nil until it has arrived.
  package var page: TranscriptPage? { if case .arrived(let page) = state { page } else { nil } }
}

/// A transcript as it is read: its turns, and where each of them begins on the screen.
package struct TranscriptPage: Equatable, Sendable {
  /// The conversation.
  package let transcript: Transcript
  /// Its turns.
  let turns: Turns
  /// What each agent is called, by id.
  let names: [String: String]
  /// The account's zone.
  let zone: Zone
  /// The width that the lines are laid out for.
  private(set) var columns = 0
  /// The first line of each turn, and the one after the last turn.
  private(set) var starts = [0]

  init(_ transcript: Transcript, directory: Directory, zone: Zone) {
    self.transcript = transcript
    self.zone = zone
    turns = Turns(transcript.conversation, speakers: transcript.speakers)
    let agents = transcript.conversation.everyAgent.map { agent in
      let known = directory.number(of: agent.id).map { directory[$0].label }
      return (agent.id, agent.name ?? known ?? agent.id)
    }
    names = Dictionary(agents) { first, _ in first }
  }

  /// Lays the turns out in a width.
  mutating func layOut(columns: Int) {
    guard columns != self.columns else { return }
    self.columns = columns
    let lines = TurnLines(self, columns: columns)
    starts = turns.turns.indices.reduce(into: [0]) { starts, turn in
      starts.append((starts.last ?? 0) + lines.count(of: turn))
    }
  }

  /// How many lines all turns take.
  var lineCount: Int { starts.last ?? 0 }

  /// The lines of a turn.
  func lines(of turn: Int) -> Range<Int> { starts[turn]..<starts[turn + 1] }

  /// The turn that a line belongs to.
  func turn(at line: Int) -> Int {
    max(0, (starts.firstIndex { $0 > line } ?? starts.count) - 1)
  }

  /// What a participant is called: an agent's name, or the side, or the word as it came.
  func name(of turn: Turns.Turn) -> String {
    switch turn.speaker {
    case .agent: turn.agent.flatMap { names[$0] } ?? "Agent"
    case .customer: "Customer"
    case .neither, .unknown: turn.message.participant?.providerWord ?? "Unknown"
    }
  }
}
