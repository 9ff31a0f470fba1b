import DataCore
import Records
import Testing

@Suite struct SavedCoreTests {
  private func record(
    _ start: String?, _ end: String?, user: String = "7", of resource: Resource = .interactions,
    zone: String? = nil, value: Number = .integer(1)
  ) -> Record {
    Record(
      resource: resource, id: user, user: User(id: user), startTime: start, endTime: end,
      timezone: zone, values: [value] + resource.fields.dropFirst().map { _ in nil })
  }

  private func core(_ records: [Record], zone: Zone = .utc) throws -> SavedCore {
    try #require(
      SavedCore(
        records, directory: Directory(users: [], of: records), zone: zone,
        savedAt: Timestamp(seconds: 1000)))
  }

  private func records(_ spans: [(String, String)]) -> [Record] {
    spans.map { record("\($0.0)T00:00:00Z", "\($0.1)T00:00:00Z") }
  }

  private func query(_ range: DaySpan, by granularity: Granularity, today: Day) -> Query {
    Query(
      account: "f", resource: .interactions, range: range,
      compared: DaySpan(range.start - range.count, range.start), granularity: granularity,
      today: today)
  }

  @Test(
    arguments: [
      ([("2026-10-05", "2026-10-06"), ("2026-10-06", "2026-10-07")], [.day]),
      ([("2026-10-05", "2026-10-12")], [.week]),
      ([("2026-10-06", "2026-10-13")], [.total]),
      ([("2026-10-01", "2026-11-01")], [.month]),
      ([("2026-10-01", "2026-10-31")], [.total]),
      // The current week ends early; it is Thursday, or Tuesday, or there was no week before.
      ([("2026-10-05", "2026-10-12"), ("2026-10-12", "2026-10-15")], [.week]),
      ([("2026-10-05", "2026-10-12"), ("2026-10-12", "2026-10-13")], [.week]),
      ([("2026-09-28", "2026-10-05"), ("2026-10-12", "2026-10-15")], [.week, .total]),
      ([("2026-09-01", "2026-10-01"), ("2026-10-01", "2026-10-20")], [.month]),
      ([("2026-10-05", "2026-10-12"), ("2026-09-12", "2026-10-12")], [.week, .total]),
    ] as [([(String, String)], Set<Granularity>)])
  func `the granularity is that of the periods`(
    spans: [(String, String)], granularities: Set<Granularity>
  ) throws {
    #expect(try core(records(spans)).extent.granularities == granularities)
  }

  @Test func `the newest total is shown first, by the finest granularity`() throws {
    let extent = try core(
      records([
        ("2026-09-01", "2026-10-01"), ("2026-09-02", "2026-10-02"), ("2026-09-25", "2026-10-02"),
        ("2026-10-02", "2026-10-03"), ("2026-08-03", "2026-09-02"),
      ])
    ).extent
    #expect(extent.range == days("2026-09-02", "2026-10-02"))
    #expect(extent.days == days("2026-08-03", "2026-10-03"))
    #expect(extent.finest == .day)
  }

  @Test func `without a total everything is shown, but for what is absurdly long ago`() throws {
    let near = try core(records([("2026-10-05", "2026-10-12"), ("2026-10-26", "2026-11-02")]))
    #expect(near.extent.range == days("2026-10-05", "2026-11-02"))
    let far = try core(records([("0001-01-01", "0001-01-02"), ("2026-10-05", "2026-10-06")]))
    #expect(far.extent.range.count == 3660)
    #expect(far.extent.range.end == day("2026-10-06"))
  }

  @Test func `a query gets windows of exactly its periods and no others`() throws {
    let core = try core(
      records([
        ("2026-10-05", "2026-10-12"), ("2026-10-12", "2026-10-19"), ("2026-10-05", "2026-10-19"),
      ]))
    let today = day("2026-10-19")
    let exact = core.snapshot(
      for: query(days("2026-10-05", "2026-10-19"), by: .week, today: today))
    #expect(exact.window(.total, of: .interactions)?.table.count == 1)
    #expect(exact.window(.compared, of: .interactions) == nil)
    #expect(exact.window(.total, of: .activity) == nil)
    #expect(exact.trend(of: .interactions).map { $0.window != nil } == [true, true])
    #expect(exact.oldest == Timestamp(seconds: 1000))
    #expect(exact.isOffline && !exact.isWorking)
    let other = core.snapshot(
      for: query(days("2026-10-06", "2026-10-19"), by: .week, today: today))
    #expect(other.window(.total, of: .interactions) == nil)
    #expect(other.trend(of: .interactions).allSatisfy { $0.window != nil })
  }

  @Test(arguments: [
    ("2026-10-05T00:00:00+02:00", "2026-10-06T00:00:00+02:00", "2026-10-05", "2026-10-06"),
    ("2026-10-04T22:00:00Z", "2026-10-05T22:00:00Z", "2026-10-05", "2026-10-06"),
    ("2026-10-05T00:00:00Z", "2026-10-06T00:00:00Z", "2026-10-05", "2026-10-06"),
    ("2026-10-05", "2026-10-06", "2026-10-05", "2026-10-06"),
    ("2026-10-05T000:00:00", "2026-10-05T24:00:00", "2026-10-05", "2026-10-06"),
    ("2026-10-05T00:00:00", "2026-10-05T23:59:59", "2026-10-05", "2026-10-06"),
    ("2026-10-05T08:00:00Z", "2026-10-05T22:30:00Z", "2026-10-05", "2026-10-07"),
  ])
  func `bounds are days of the zone, however they are written`(
    start: String, end: String, first: String, next: String
  ) throws {
    let berlin = try #require(ZoneFiles.zone(named: "Europe/Berlin"))
    #expect(try core([record(start, end)], zone: berlin).extent.days == days(first, next))
  }

  @Test(
    arguments: [
      (nil, "2026-10-05"), ("2026-10-05", nil), ("soon", "later"),
      ("2026-10-05", "2026-10-05"), ("2026-10-06", "2026-10-05"),
    ] as [(String?, String?)])
  func `a record without a period is counted and on no screen`(
    start: String?, end: String?
  ) throws {
    let stray = record(start, end)
    #expect(
      SavedCore(
        [stray], directory: Directory(users: [], of: [stray]), zone: .utc,
        savedAt: Timestamp(seconds: 0)) == nil)
    let core = try core([stray, record("2026-10-05", "2026-10-06")])
    #expect(core.unplaced == 1)
    #expect(core.period(of: stray) == nil)
  }

  @Test func `of two records of a user and period the last one wins`() throws {
    let core = try core([
      record("2026-10-05", "2026-10-06"),
      record("2026-10-05T00:00:00Z", "2026-10-06T00:00:00Z", value: .integer(2)),
      record("2026-10-05", "2026-10-06", of: .activity, value: .integer(9)),
    ])
    let today = day("2026-10-06")
    let snapshot = core.snapshot(
      for: query(days("2026-10-05", "2026-10-06"), by: .day, today: today))
    let table = try #require(snapshot.window(.total, of: .interactions)?.table)
    #expect(table.count == 1)
    #expect(table.value(.metric(.patience), of: 0) == 2)
    #expect(core.resources == [.interactions, .activity])
  }

  @Test func `the zone is the records', then the chosen one, then that of the offsets`() throws {
    let berlin = try #require(ZoneFiles.zone(named: "Europe/Berlin"))
    let stated = record("2026-10-05", "2026-10-06", zone: "Europe/Berlin")
    let odd = record("2026-10-05", "2026-10-06", zone: "Nowhere/Land")
    let offset = record("2026-10-05T00:00:00+05:30", "2026-10-06T00:00:00+05:30")
    let plain = record("2026-10-05", "2026-10-06")
    #expect(Zone.ofSaved([stated, plain], chosen: .utc, system: .utc) == berlin)
    #expect(Zone.ofSaved([odd, offset], chosen: berlin, system: .utc) == berlin)
    #expect(Zone.ofSaved([odd, offset], chosen: nil, system: berlin).name == "UTC+05:30")
    #expect(Zone.ofSaved([plain], chosen: nil, system: berlin) == berlin)
  }

  @Test func `users are named by whoever names them`() {
    let named = User(
      id: "7", name: "Ana", emails: [User.Email(address: "a@b.c", isPrimary: true)])
    let silent = record("2026-10-05", "2026-10-06")
    var talking = record("2026-10-05", "2026-10-06", user: "8")
    talking.user.name = "Lee"
    let directory = Directory(
      users: [named, User(id: "8", emails: [])], of: [silent, talking])
    #expect(directory.users.map(\.label) == ["Ana", "Lee"])
    #expect(directory.users[0].email == "a@b.c")
  }
}
