package import Records

/// What was said in a conversation, in the order in which it was heard or written, with what stands
/// out in it.
package struct Turns: Equatable, Sendable {
  /// What one participant said or wrote at a time.
  package struct Turn: Equatable, Sendable {
    /// The message as the provider sent it.
    package let message: ConversationMessage
    /// The side of the participant.
    package let speaker: Speaker
    /// The id of the agent whom the message belongs to.
    package let agent: String?
    /// Where it is heard; nil for what is written, and for what has no position.
    package let place: Place?
    /// How many questions its words ask.
    package let questions: Int
  }

  /// A place in one of the recordings, in seconds.
  package struct Place: Equatable, Sendable {
    /// Which of `recordings`.
    package let recording: Int
    /// From the beginning of the recording to the first word.
    package let start: Double
    /// From the beginning of the recording to the end of the last word.
    package let end: Double
  }

  /// A recording, from its first word to its last.
  package struct Recording: Equatable, Sendable {
    /// Seconds from its beginning to the first word.
    package let start: Double
    /// Seconds from its beginning to the end of the last word.
    package let end: Double
  }

  /// One of the longest stretches, from which a metric of an agent is derived.
  package struct Stretch: Equatable, Sendable {
    /// The longest monologue or the longest customer story.
    package let metric: Metric
    /// The id of the agent whose metric it is.
    package let agent: String
    /// How long it is.
    package let seconds: Double
    /// Its first turn and its last one; turns that others begin inside of it may stand between.
    package let turns: ClosedRange<Int>
    /// The side that speaks.
    package let speaker: Speaker
  }

  /// All turns in their order.
  package let turns: [Turn]
  /// The recordings in their order; none of what is only written.
  package let recordings: [Recording]
  /// The longest monologue and the longest customer story of each agent, as far as there are any.
  package let stretches: [Stretch]

  /// The turns of a conversation, whose sides a speaker table tells.
  package init(_ conversation: Conversation, speakers: SpeakerTable) {
    let messages = BelongingMessage.all(of: conversation, speakers: speakers)
    let heard = messages.filter { $0.message.isSpoken }
    let numbers = Set(
      heard.compactMap { $0.interval == nil ? nil : $0.message.recordingIndex ?? -1 }
    )
    .sorted()
    let turns = Chronology(messages).ordered.map { message in
      let number = numbers.firstIndex(of: message.message.recordingIndex ?? -1)
      let interval = message.message.isSpoken ? message.interval : nil
      return Turn(
        message: message.message, speaker: message.voice.speaker, agent: message.voice.agent,
        place: interval.flatMap { interval in
          number.map { Place(recording: $0, start: interval.start, end: interval.end) }
        },
        questions: message.message.text?.questions ?? 0)
    }
    self.turns = turns
    recordings = numbers.indices.map { number in
      let places = turns.compactMap(\.place).filter { $0.recording == number }
      return Recording(
        start: places.map(\.start).min() ?? 0, end: places.map(\.end).max() ?? 0)
    }
    // What depends on the sides is marked only where all of them are known, as with the metrics.
    let talk = TalkMetrics(messages.contains { $0.voice.speaker == .unknown } ? [] : messages)
    stretches = conversation.people(speakers).flatMap { agent -> [Stretch] in
      guard talk.value(.longestMonologue, of: agent.id) != nil else { return [] }
      return [(Metric.longestMonologue, Speaker.agent), (.longestCustomerStory, .customer)]
        .compactMap { metric, speaker in
          let voice = Voice(speaker: speaker, agent: agent.id)
          guard let (recording, stretch) = talk.place(of: voice),
            let number = numbers.firstIndex(of: recording ?? -1)
          else { return nil }
          let inside = turns.indices.filter { turns[$0].isHeard(in: stretch, recording: number) }
          guard let first = inside.first, let last = inside.last else { return nil }
          return Stretch(
            metric: metric, agent: agent.id, seconds: stretch.length, turns: first...last,
            speaker: speaker)
        }
    }
  }
}

extension Turns.Turn {
  /// Whether it is a part of a stretch.
  fileprivate func isHeard(in stretch: Interval, recording: Int) -> Bool {
    guard let place, place.recording == recording else { return false }
    return Voice(speaker: speaker, agent: agent) == stretch.voice && place.start >= stretch.start
      && place.end <= stretch.end
  }
}
