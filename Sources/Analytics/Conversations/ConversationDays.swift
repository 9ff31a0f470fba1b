package import Records

/// An account's conversations by the day on which they started in its zone: what records of any
/// period are made of.
package struct ConversationDays: Equatable, Sendable {
  private let zone: Zone
  private var days: [Day: [String: ConversationTotals]] = [:]
  private var names: [String: String] = [:]

  /// Sorts conversations into days. Of two with one id the last counts; one without a start that
  /// can be read belongs to no day.
  package init(_ conversations: [ConversationMetrics], zone: Zone) {
    self.zone = zone
    var seen: Set<String> = []
    for conversation in conversations.reversed() {
      if let id = conversation.id, !seen.insert(id).inserted { continue }
      guard let day = conversation.startedAt.flatMap({ zone.day(ofWritten: $0) }) else { continue }
      for agent in conversation.agents {
        if names[agent.agent.id] == nil { names[agent.agent.id] = agent.agent.name }
        days[day, default: [:]][agent.agent.id, default: ConversationTotals()]
          .add(agent, isCall: conversation.isCall)
      }
    }
  }

  /// What the agents of a period's conversations come to, by id.
  package func totals(in span: DaySpan) -> [String: ConversationTotals] {
    ConversationDays.totals(in: span, of: [self])
  }

  /// A record for each agent who had a conversation in a period, in order of their ids.
  package func records(_ resource: Resource, in period: Period) -> [Record] {
    ConversationDays.records(resource, in: period, zone: zone, of: [self])
  }

  /// The same of conversations that are sorted into several values, as those of a month are by week.
  package static func records(
    _ resource: Resource, in period: Period, zone: Zone, of parts: [ConversationDays]
  ) -> [Record] {
    let names = parts.reduce(into: [:]) { $0.merge($1.names) { first, _ in first } }
    return totals(in: period.days, of: parts).sorted { $0.key < $1.key }.map { id, totals in
      Record(
        resource: resource, id: id, user: User(id: id, name: names[id]),
        startTime: zone.midnightText(period.start), endTime: zone.midnightText(period.end),
        timezone: zone.name, aggregationPeriod: period.granularity.rawValue,
        values: resource.fields.map(totals.number),
        additional: resource == .interactions ? totals.additional : [])
    }
  }

  private static func totals(
    in span: DaySpan, of parts: [ConversationDays]
  ) -> [String: ConversationTotals] {
    var totals: [String: ConversationTotals] = [:]
    for number in span.start.number..<span.end.number {
      for part in parts {
        for (id, day) in part.days[Day(number: number)] ?? [:] {
          totals[id, default: ConversationTotals()].add(day)
        }
      }
    }
    return totals
  }
}

extension ConversationTotals {
  /// What the records of a period say of a field: the mean of a metric; the calls that the user
  /// handled as those hosted; nil for every other counter, of which conversations say nothing.
  fileprivate func number(_ field: Field) -> Number? {
    field == .counter(.callsHosted) ? .integer(Int64(calls)) : mean(field).map(Number.decimal)
  }

  /// The means of what is measured besides metrics, and how many conversations each mean is over.
  fileprivate var additional: [Record.Additional] {
    let measures = ConversationMeasure.allCases.map { Field.additional($0.rawValue) }
    let means = measures.compactMap { field in
      number(field).map { Record.Additional(name: field.name, value: $0) }
    }
    let counts = ConversationMetrics.fields.compactMap { field in
      count(field) == 0
        ? nil : Record.Additional(name: field.countName, value: .integer(Int64(count(field))))
    }
    return means + counts
  }
}

extension Zone {
  /// The day here of an instant that an API wrote; of one without an offset the day it names.
  func day(ofWritten text: String) -> Day? {
    WrittenTime(text).map { written in written.timestamp.map(day(of:)) ?? written.day }
  }
}
