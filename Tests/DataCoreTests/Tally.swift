import Records
import Simulator

/// What each agent's conversations come to by the words of the definitions, computed from what was
/// said in another way than the program does.
struct Tally {
  /// What one conversation says of one agent.
  struct Share {
    let day: Day
    let agent: String
    let isCall: Bool
    var values: [Metric: Double] = [:]
  }

  private let shares: [Share]

  static func all(of scene: TalkdeskScene, in days: DaySpan) -> Tally {
    Tally(
      shares: scene.encounters(days).flatMap { encounter in
        shares(of: scene.team.conversation(encounter), on: scene.team.zone.day(of: encounter.start))
      })
  }

  /// What a window of records says differently, in words.
  func differences(from window: Window, _ directory: Directory) -> [String] {
    let days = window.key.period.days
    var expected: [String: [Share]] = [:]
    for share in shares where days.start <= share.day && share.day < days.end {
      expected[share.agent, default: []].append(share)
    }
    var wrong: [String] = []
    let rows = (0..<window.table.count).map { window.table.record($0, directory: directory) }
    if Set(rows.map(\.user.id)) != Set(expected.keys) { wrong.append("other users") }
    for row in rows {
      let mine = expected[row.user.id] ?? []
      if window.key.resource == .activity {
        let calls = mine.count(where: \.isCall)
        if row[.counter(.callsHosted)]?.double != Double(calls) { wrong.append("calls") }
        if row.values.compactMap(\.self).count != 1 { wrong.append("other counters") }
        continue
      }
      for metric in Metric.allCases {
        let values = mine.compactMap { $0.values[metric] }
        let mean = values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
        let count = row[.additional("\(metric.rawValue)_count")]?.double
        if count != (values.isEmpty ? nil : Double(values.count)) {
          wrong.append("\(row.user.id) \(metric) of \(count ?? 0), not \(values.count)")
        }
        guard let value = row[.metric(metric)]?.double, let mean else {
          if mean != nil || row[.metric(metric)] != nil { wrong.append("\(metric) missing") }
          continue
        }
        if abs(value - mean) > 1e-9 * max(1, abs(mean)) {
          wrong.append("\(row.user.id) \(metric) \(value), not \(mean)")
        }
      }
    }
    return wrong
  }

  // MARK: - One conversation

  /// Something that is heard: by whom, and from when to when.
  private struct Sound: Equatable {
    let side: String
    let owner: String?
    var start: Double
    var end: Double

    func isOf(_ other: Sound) -> Bool { side == other.side && owner == other.owner }
  }

  private static func shares(of conversation: Conversation, on day: Day) -> [Share] {
    let agents = conversation.agents.map(\.id)
    let isCall = conversation.messages.contains { $0.channel == "VOICE" }
    var recordings: [Int: [Sound]] = [:]
    var questions: [String: Int] = [:]
    for message in conversation.messages where message.channel == "VOICE" {
      guard let start = message.startTime?.double, let end = message.endTime?.double else {
        continue
      }
      let side = message.participant ?? ""
      let owner = side == "BOT" ? nil : message.agentID ?? (agents.count == 1 ? agents[0] : nil)
      recordings[message.recordingIndex ?? -1, default: []]
        .append(Sound(side: side, owner: owner, start: start, end: end))
      if side == "USER", let owner {
        questions[owner, default: 0] += asked(message.text ?? "")
      }
    }
    let sounds = recordings.values.map(merged)
    let sides = Set(sounds.joined().map(\.side))
    let hasBothSides = sides.contains("USER") && sides.contains("CONTACT")
    return agents.map { agent in
      var share = Share(day: day, agent: agent, isCall: isCall)
      if hasBothSides { share.values = values(of: agent, sounds, questions[agent]) }
      return share
    }
  }

  /// How many questions there are: in each language the phrases of the team end in one mark.
  private static func asked(_ text: String) -> Int {
    let marks = Set("?\u{FF1F}\u{61F}\u{55E}\u{1367}\u{37E}".unicodeScalars)
    return text.unicodeScalars.split(omittingEmptySubsequences: false) { !marks.contains($0) }
      .count { !$0.isEmpty }
  }

  /// What is heard of each voice as the union of its sounds, all in order of start.
  private static func merged(_ sounds: [Sound]) -> [Sound] {
    var unions: [Sound] = []
    for sound in sounds {
      var union = sound
      // Whatever it touches becomes one with it, until nothing does.
      while let index = unions.firstIndex(where: {
        $0.isOf(union) && $0.start <= union.end && union.start <= $0.end
      }) {
        let other = unions.remove(at: index)
        union.start = min(union.start, other.start)
        union.end = max(union.end, other.end)
      }
      unions.append(union)
    }
    return unions.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  private static func values(
    of agent: String, _ recordings: [[Sound]], _ questions: Int?
  ) -> [Metric: Double] {
    func longest(_ side: String) -> Double? {
      recordings.flatMap { sounds in
        sounds.indices.compactMap { first -> Double? in
          guard sounds[first].side == side, sounds[first].owner == agent else { return nil }
          let run = sounds[first...].prefix { $0.isOf(sounds[first]) }
          return (run.last?.end ?? 0) - sounds[first].start
        }
      }.max()
    }
    guard let monologue = longest("USER") else { return [:] }
    var values: [Metric: Double] = [.longestMonologue: monologue]
    values[.longestCustomerStory] = longest("CONTACT")
    let gaps = recordings.flatMap { sounds in
      sounds.indices.compactMap { place -> Double? in
        let (sound, before) = (sounds[place], sounds[..<place])
        guard sound.side == "USER", sound.owner == agent, let end = before.map(\.end).max(),
          end < sound.start, before.contains(where: { $0.side == "CONTACT" && $0.end == end })
        else { return nil }
        return sound.start - end
      }
    }
    if !gaps.isEmpty { values[.patience] = gaps.reduce(0, +) / Double(gaps.count) }
    var changes = 0
    var seconds = 0.0
    for sounds in recordings {
      let people = sounds.filter { $0.side != "BOT" }
      guard let first = people.first, let end = people.map(\.end).max() else { continue }
      seconds += end - first.start
      changes += zip(people, people.dropFirst()).count { $0.side != $1.side }
    }
    guard seconds > 0 else { return values }
    values[.interactivity] = Double(changes) / (seconds / 60)
    values[.questionRate] = questions.map { Double($0) / (seconds / 3600) }
    return values
  }
}
