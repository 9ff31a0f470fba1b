import Analytics
import Records
import Testing

/// What was derived from a call of Ana's that began at a time.
private func call(
  _ startedAt: String?, id: String? = nil, of agents: [String] = ["ana"], isCall: Bool = true,
  _ values: [Field: Double] = [:]
) -> ConversationMetrics {
  ConversationMetrics(
    id: id, startedAt: startedAt, isCall: isCall, unknownSpeaker: nil, speakers: "",
    agents: agents.map { id in
      ConversationMetrics.Agent(
        agent: ConversationAgent(id: id, name: id.uppercased()),
        values: ConversationMetrics.fields.map { values[$0] })
    })
}

private let patience = Field.metric(.patience)
private let handlingTime = Field.additional("handling_time")
private let november = Period(.month, DaySpan(monday.startOfMonth(), monday.startOfMonth(plus: 1)))

extension ConversationDays {
  /// The records of a period in order of the agents' ids, who are numbered alike.
  fileprivate func records(
    _ resource: Resource, in period: Period, zone: Zone = .utc
  ) -> [Record] {
    let directory = Directory(totals(in: period.days).keys.sorted().map { User(id: $0) })
    let table = ConversationDays.table(
      resource, in: period, zone: zone, of: [self], number: directory.number)
    return (0..<table.count).map { table.record($0, directory: directory) }
  }
}

private func day(_ number: Int) -> Period { Period(.day, days(number, number + 1)) }

@Suite struct ConversationDaysTests {
  @Test func `a value is the mean over the conversations that have one`() throws {
    let days = ConversationDays(
      [
        call("2026-11-02T09:00:00Z", [patience: 1, handlingTime: 60]),
        call("2026-11-02T10:00:00Z", [patience: 2, handlingTime: 120]),
        call("2026-11-02T11:00:00Z", [handlingTime: 240]),
        call("2026-11-02T12:00:00Z", isCall: false),
      ], zone: .utc)
    let record = try #require(days.records(.interactions, in: day(0)).first)
    #expect(record[patience] == .decimal(1.5))
    #expect(record[.additional("patience_count")] == .integer(2))
    #expect(record[handlingTime] == .decimal(140))
    #expect(record[.additional("handling_time_count")] == .integer(3))
    #expect(record[.metric(.interactivity)] == nil)
    #expect(record[.additional("interactivity_count")] == nil)
    #expect(record.user == User(id: "ana"))
    #expect(record.startTime == "2026-11-02T00:00:00+00:00")
    #expect(record.endTime == "2026-11-03T00:00:00+00:00")
    #expect(record.timezone == "UTC")
    #expect(record.aggregationPeriod == "day")
  }

  @Test func `activity is the calls handled and nothing else`() throws {
    let days = ConversationDays(
      [
        call("2026-11-02T09:00:00Z", of: ["bo", "ana"]), call("2026-11-02T10:00:00Z"),
        call("2026-11-02T11:00:00Z", isCall: false),
      ], zone: .utc)
    let records = days.records(.activity, in: day(0))
    #expect(records.map(\.user.id) == ["ana", "bo"])
    #expect(records.map { $0[.counter(.callsHosted)] } == [.integer(2), .integer(1)])
    for record in records {
      #expect(record.values.compactMap { $0 }.count == 1)
      #expect(record.additional.isEmpty)
    }
  }

  @Test(arguments: [
    // Berlin is an hour ahead in November: what begins at 23:30 UTC begins on Tuesday there.
    ("2026-11-02T22:59:59.999999Z", 0), ("2026-11-02T23:30:00.000000Z", 1),
    ("2026-11-03T01:00:00+02:00", 1), ("2026-11-02T23:30:00", 0), ("2026-11-02", 0),
  ])
  func `a conversation belongs to the day of its start in the zone`(
    _ startedAt: String, _ number: Int
  ) {
    let days = ConversationDays([call(startedAt)], zone: Zone(secondsEast: 3600))
    for other in -1...2 {
      #expect(days.records(.activity, in: day(other)).count == (other == number ? 1 : 0))
    }
  }

  @Test func `a conversation without a start belongs to no period`() {
    let days = ConversationDays([call(nil), call("yesterday")], zone: .utc)
    #expect(days.records(.activity, in: november).isEmpty)
  }

  @Test func `of two conversations with one id the last counts`() throws {
    let days = ConversationDays(
      [
        call("2026-11-02T09:00:00Z", id: "c", [patience: 9]),
        call("2026-11-02T09:00:00Z", id: "c", [patience: 1]),
        call("2026-11-02T09:00:00Z", [patience: 2]), call("2026-11-02T09:00:00Z", [patience: 3]),
      ], zone: .utc)
    let totals = try #require(days.totals(in: day(0).days)["ana"])
    #expect(totals.count(patience) == 3)
    #expect(totals.mean(patience) == 2)
  }

  @Test(arguments: 1...20) func `a month of days is the mean over its conversations`(_ seed: UInt64)
    throws
  {
    var random = Steps(state: seed)
    let zone = Zone(secondsEast: -5 * 3600)
    let calls = (0..<200).map { _ in
      let seconds = Int64.random(in: 0..<(30 * 86_400), using: &random)
      let values = ConversationMetrics.fields.compactMap { field in
        Bool.random(using: &random) ? (field, Double.random(in: 0...900, using: &random)) : nil
      }
      return call(
        Zone.utc.text(of: Timestamp(seconds: zone.start(of: november.start).seconds + seconds)),
        of: Bool.random(using: &random) ? ["ana"] : ["bo", "ana"],
        Dictionary(uniqueKeysWithValues: values))
    }
    let days = ConversationDays(calls, zone: zone)
    let month = try #require(days.records(.interactions, in: november).first)
    let records = Period.covering(november.days, by: .day, today: november.end).compactMap {
      days.records(.interactions, in: $0).first { $0.user.id == "ana" }
    }
    for field in ConversationMetrics.fields {
      let values = calls.compactMap { $0.agents.last?[field] }
      let mean = values.reduce(0, +) / Double(values.count)
      #expect(abs(try #require(month[field]).double / mean - 1) < 1e-12)

      // The same from the records of the days alone, each weighted with its count.
      let counted = records.compactMap { record in
        record[field].map { ($0.double, record[.additional(field.countName)]?.double ?? 0) }
      }
      let weighted = counted.reduce(0) { $0 + $1.0 * $1.1 } / counted.reduce(0) { $0 + $1.1 }
      #expect(abs(weighted / mean - 1) < 1e-12)
    }
  }

  @Test func `days that stand in for a range make its exact mean`() throws {
    let conversations = ConversationDays(
      [
        call("2026-11-02T09:00:00Z", [patience: 1]), call("2026-11-02T09:00:00Z", [patience: 2]),
        call("2026-11-02T09:00:00Z"), call("2026-11-03T09:00:00Z", [patience: 6]),
        call("2026-11-03T09:00:00Z"), call("2026-11-03T09:00:00Z"),
      ], zone: .utc)
    let slots = [Resource.interactions, .activity].flatMap { resource in
      (0...1).map { number in
        slot(
          .trend, resource, day(number).days,
          RecordTable(
            resource: resource, records: conversations.records(resource, in: day(number))
          ) { _ in 0 }, by: .day)
      }
    }
    let board = TeamBoard(
      snapshot(slots, range: days(0, 2), users: 1), resource: .interactions, targets: [:],
      minimumCalls: 0)
    let row = try #require(board.rows.first)
    // (1 + 2 + 6) ÷ 3; by calls alone it would be (1.5 × 3 + 6 × 3) ÷ 6 = 3.75.
    #expect(row[patience].value == 3)
    #expect(board.fields == Resource.interactions.fields)
    #expect(row.calls == 6)
  }
}
