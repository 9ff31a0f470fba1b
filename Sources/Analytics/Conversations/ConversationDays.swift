package import Records

/// An account's conversations by the day on which they started in its zone: what records of any
/// period are made of.
package struct ConversationDays: Equatable, Sendable {
  private var days: [Day: [String: ConversationTotals]] = [:]

  /// Sorts conversations into days. Of two with one id the last counts; one without a start that
  /// can be read belongs to no day.
  package init(_ conversations: [ConversationMetrics], zone: Zone) {
    var seen: Set<String> = []
    for conversation in conversations.reversed() {
      if let id = conversation.id, !seen.insert(id).inserted { continue }
      guard let day = conversation.startedAt.flatMap({ zone.day(ofWritten: $0) }) else { continue }
      for agent in conversation.agents {
        days[day, default: [:]][agent.agent.id, default: ConversationTotals()]
          .add(agent, isCall: conversation.isCall)
      }
    }
  }

  /// What the agents of a period's conversations come to, by id.
  package func totals(in span: DaySpan) -> [String: ConversationTotals] {
    ConversationDays.totals(in: span, of: [self])
  }

  /// A record for each agent who had a conversation in a period, made of conversations that are
  /// sorted into several values, as those of a month are by week. `number` says the number of an
  /// agent's id; who has none is left out.
  package static func table(
    _ resource: Resource, in period: Period, zone: Zone, of parts: [ConversationDays],
    number: (String) -> UserNumber?
  ) -> RecordTable {
    let rows = totals(in: period.days, of: parts)
      .compactMap { id, totals in number(id).map { (user: $0, totals: totals) } }
      .sorted { $0.user < $1.user }
    let totals = rows.map(\.totals)
    return RecordTable(
      resource: resource, users: rows.map(\.user), values: resource.fields.map(totals.column),
      additional: resource == .interactions ? totals.additional : [],
      texts: RecordTexts(
        ids: .absent, startTimes: .all(zone.midnightText(period.start)),
        endTimes: .all(zone.midnightText(period.end)), timezones: .all(zone.name),
        aggregationPeriods: .all(period.granularity.rawValue), createdTimes: .absent,
        updatedTimes: .absent))
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

extension [ConversationTotals] {
  /// What records say of a field: the mean of a metric; the calls that the user handled as those
  /// hosted; nothing for every other counter, of which conversations say nothing.
  fileprivate func column(_ field: Field) -> NumberColumn {
    if field == .counter(.callsHosted) {
      return NumberColumn(map { .integer(Int64($0.calls)) })
    }
    let place = ConversationMetrics.fields.firstIndex(of: field)
    return NumberColumn(map { totals in place.flatMap { totals.mean(at: $0).map(Number.decimal) } })
  }

  /// The means of what is measured besides metrics, and how many conversations each mean is over,
  /// as far as anybody has them.
  fileprivate var additional: [RecordTable.AdditionalMetric] {
    let places = ConversationMetrics.fields.indices.filter { place in
      contains { $0.count(at: place) > 0 }
    }
    let measured = places.map { (place: $0, field: ConversationMetrics.fields[$0]) }
    let means = measured.filter { $0.place >= Metric.allCases.count }.map { _, field in
      RecordTable.AdditionalMetric(name: field.name, values: column(field))
    }
    let counts = measured.map { place, field in
      RecordTable.AdditionalMetric(
        name: field.countName,
        values: NumberColumn(
          map { $0.count(at: place) == 0 ? nil : .integer(Int64($0.count(at: place))) }))
    }
    return means + counts
  }
}

extension TextColumn {
  /// No row has a text.
  fileprivate static let absent = TextColumn(texts: [], indexes: [])

  /// All rows have the same.
  fileprivate static func all(_ text: String) -> TextColumn {
    TextColumn(texts: [text], indexes: [])
  }
}

extension Zone {
  /// The day here of an instant that an API wrote; of one without an offset the day it names.
  func day(ofWritten text: String) -> Day? {
    WrittenTime(text).map { written in written.timestamp.map(day(of:)) ?? written.day }
  }
}
