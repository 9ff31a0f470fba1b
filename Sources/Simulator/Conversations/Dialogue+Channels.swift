import Records

extension Dialogue {
  /// A call of one recording or, when it is handed on to a colleague, of two. Gives back how long it
  /// took, in seconds.
  mutating func call() -> Double {
    var length = recording(0, after: 0, turns: 8 + dice.index(below: 18))
    if dice.unit() < 0.12, team.users.count > 1 {
      agent = (agent + 1) % team.users.count
      length += 20
      length += recording(1, after: length, turns: 4 + dice.index(below: 8))
    }
    return length
  }

  /// Adds the messages of a recording, whose positions count from its own beginning.
  private mutating func recording(_ index: Int, after start: Double, turns: Int) -> Double {
    var recording = VoiceRecording(
      id: Encounter.hexadecimal(&dice), index: index, start: start, clock: 0.8)
    if index == 0, dice.unit() < 0.2 {
      speak(.bot, "Welcome. Please say in a few words how we can help.", for: 4, in: &recording)
    }
    let monologue = dice.index(below: turns / 2) * 2
    let story = dice.index(below: turns / 2) * 2 + 1
    let usual = 60 / level(.interactivity)
    for turn in 0..<turns {
      if turn == monologue {
        hold(.agent, for: level(.longestMonologue), in: &recording)
      } else if turn == story {
        hold(.customer, for: level(.longestCustomerStory), in: &recording)
      } else if turn.isMultiple(of: 2) {
        let asks = dice.unit() < level(.questionRate) / 3600 * 2 * usual
        let text = asks ? pick(book.questions) : pick(book.statements)
        speak(.agent, text, for: usual * dice.number(in: 0.4...1.4), in: &recording)
      } else {
        let request = pick(book.requests)
        speak(
          .customer, request.text, intent: request.intent,
          for: usual * dice.number(in: 0.4...1.4), in: &recording)
      }
    }
    return recording.clock
  }

  /// Several messages of one side without another in between.
  private mutating func hold(
    _ side: Side, for seconds: Double, in recording: inout VoiceRecording
  ) {
    let total = seconds * dice.number(in: 0.6...1.2)
    let pieces = 3 + dice.index(below: 2)
    for _ in 0..<pieces {
      let text = pick(side == .agent ? book.statements : book.story)
      speak(side, text, for: total / Double(pieces), in: &recording)
    }
  }

  private mutating func speak(
    _ side: Side, _ text: String, intent: String? = nil, for seconds: Double,
    in recording: inout VoiceRecording
  ) {
    let begin = rounded(max(0, recording.clock + pause(before: side, after: recording.speaker)))
    let end = rounded(begin + max(0.6, seconds))
    let (now, at) = (recording, self.text(after: recording.start + begin))
    add(side, text, intent: intent) { message in
      message.channel = "VOICE"
      message.sourceSystem = side == .bot ? "VA" : "STT"
      message.transcriptionType = "POST_CALL"
      message.recordingID = now.id
      message.recordingIndex = now.index
      message.startTime = .decimal(begin)
      message.endTime = .decimal(end)
      message.startedAt = at
    }
    recording.clock = max(recording.clock, end)
    recording.speaker = side
  }

  /// Seconds of silence; below zero where one speaks into the other's words.
  private mutating func pause(before side: Side, after other: Side?) -> Double {
    if side == other { return dice.number(in: 0.15...0.5) }
    if other != nil, dice.unit() < 0.12 { return -dice.number(in: 0.1...1.2) }
    return side == .agent
      ? level(.patience) * dice.number(in: 0.4...1.6) : dice.number(in: 0.2...1.2)
  }

  /// Messages without positions. Gives back how long it took, in seconds.
  mutating func chat() -> Double {
    let channel = pick(["WEBCHAT", "SMS", "DIGITAL_CONNECT"])
    var clock = 0.0
    for turn in 0..<(4 + dice.index(below: 10)) {
      clock += dice.number(in: 5...60)
      let isAgent = turn > 0 && turn.isMultiple(of: 2)
      let isBot = turn == 0 && channel == "WEBCHAT"
      let request = pick(book.requests)
      let text =
        isBot ? "Hi! How can we help?" : isAgent ? pick(book.questions) : request.text
      let at = self.text(after: clock)
      add(
        isBot ? .bot : isAgent ? .agent : .customer, text,
        intent: isBot || isAgent ? nil : request.intent
      ) { message in
        message.channel = channel
        message.sourceSystem = isBot ? "VA" : "DCE"
        message.startedAt = at
      }
    }
    return clock + 5
  }
}

/// A recording while it is made.
struct VoiceRecording {
  let id: String
  let index: Int
  /// Seconds from the beginning of the conversation.
  let start: Double
  /// Seconds from the beginning of the recording to the end of what was said last.
  var clock: Double
  var speaker: Dialogue.Side?
}
