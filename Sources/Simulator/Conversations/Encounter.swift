package import Records

/// A conversation of a made-up team, before anybody asks what was said.
package struct Encounter: Sendable {
  /// The id of the conversation.
  package let id: String
  /// When it began.
  package let start: Timestamp
  /// The place in the team of the agent who took it.
  package let agent: Int
  /// What is said follows from this.
  let key: UInt64
}

extension SimulatedTeam {
  /// The conversations that began between two instants, both included, the oldest first. Agents have
  /// one for each call that they host; some of them begin on the stroke of midnight.
  package func encounters(startedIn times: ClosedRange<Timestamp>) -> [Encounter] {
    let first = max(zone.day(of: times.lowerBound), history.start)
    let last = min(zone.day(of: times.upperBound), history.end - 1)
    guard first <= last else { return [] }
    return (first.number...last.number).flatMap { encounters(on: Day(number: $0)) }
      .filter { times.contains($0.start) }
      .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  private func encounters(on day: Day) -> [Encounter] {
    users.indices.flatMap { agent -> [Encounter] in
      let counts = activity(of: agent, in: DaySpan(day, day + 1))
      let calls = counts?[Counter.callsHosted.column]?.double ?? 0
      return (0..<Int(calls)).map { encounter($0, of: agent, on: day) }
    }
  }

  private func encounter(_ number: Int, of agent: Int, on day: Day) -> Encounter {
    var dice = Dice(Dice.key(seed, agent) ^ 0x7A1C, day.number, number)
    let isAtMidnight = number == 0 && agent % 5 == 1
    let second = isAtMidnight ? 0 : 8 * 3600 + dice.unit() * 9.5 * 3600
    return Encounter(
      id: Encounter.uuid(&dice), start: zone.start(of: day) + second, agent: agent,
      key: dice.bits())
  }
}

extension Encounter {
  /// 36 characters in the shape of a random UUID.
  static func uuid(_ dice: inout Dice) -> String {
    let digits = hexadecimal(&dice)
    var parts: [Substring] = []
    var rest = digits[...]
    for length in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: "-")
  }

  /// 32 digits.
  static func hexadecimal(_ dice: inout Dice) -> String {
    (0..<2).map { _ in
      let digits = String(dice.bits(), radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }
}
