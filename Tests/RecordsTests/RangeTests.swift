import Records
import Testing

@Suite struct RangeTests {
  /// A range as its two dates.
  private func text(_ span: DaySpan) -> String { "\(span.start.text)..\(span.end.text)" }

  @Test(arguments: [
    // Friday 20 November 2026.
    ("7d", "2026-11-20", "2026-11-13..2026-11-20", "2026-11-06..2026-11-13"),
    ("30d", "2026-11-20", "2026-10-21..2026-11-20", "2026-09-21..2026-10-21"),
    ("this-week", "2026-11-20", "2026-11-16..2026-11-20", "2026-11-09..2026-11-13"),
    ("last-week", "2026-11-20", "2026-11-09..2026-11-16", "2026-11-02..2026-11-09"),
    ("this-week", "2026-11-16", "2026-11-16..2026-11-16", "2026-11-09..2026-11-09"),
    ("this-week", "2026-11-22", "2026-11-16..2026-11-22", "2026-11-09..2026-11-15"),
    ("this-month", "2026-11-20", "2026-11-01..2026-11-20", "2026-10-01..2026-10-20"),
    ("last-month", "2026-11-20", "2026-10-01..2026-11-01", "2026-09-01..2026-10-01"),
    ("this-month", "2026-03-31", "2026-03-01..2026-03-31", "2026-02-01..2026-03-01"),
    ("this-quarter", "2026-11-20", "2026-10-01..2026-11-20", "2026-07-01..2026-08-20"),
    ("last-quarter", "2026-02-10", "2025-10-01..2026-01-01", "2025-07-01..2025-10-01"),
    ("this-year", "2026-11-20", "2026-01-01..2026-11-20", "2025-01-01..2025-11-20"),
    ("last-year", "2026-11-20", "2025-01-01..2026-01-01", "2024-01-01..2025-01-01"),
    ("2026-10-05..2026-10-12", "2026-11-20", "2026-10-05..2026-10-12", "2026-09-28..2026-10-05"),
    ("2026-11-18..2026-12-01", "2026-11-20", "2026-11-18..2026-11-20", "2026-11-16..2026-11-18"),
    ("2027-01-01..2027-02-01", "2026-11-20", "2026-11-20..2026-11-20", "2026-11-20..2026-11-20"),
  ])
  func `a range has its days and those it is compared with`(
    _ written: String, _ today: String, _ span: String, _ compared: String
  ) throws {
    let range = try RangeChoice(text: written)
    #expect(text(range.span(today: day(today))) == span)
    #expect(text(range.comparedSpan(today: day(today))) == compared)
    #expect(range.text(today: day("2030-01-01")) == written)
  }

  @Test(arguments: [
    ("30d", "2026-11-20", "2025-10-21..2025-11-20"),
    ("7d", "2026-01-03", "2024-12-27..2025-01-03"),
    ("this-week", "2026-11-20", "2025-11-16..2025-11-20"),
    ("last-month", "2026-11-20", "2025-10-01..2025-11-01"),
    ("this-quarter", "2026-11-20", "2025-10-01..2025-11-20"),
    ("last-year", "2026-11-20", "2024-01-01..2025-01-01"),
    ("this-week", "2026-11-16", "2025-11-16..2025-11-16"),
    // Whole months stay whole, and a day that was not is the one before it.
    ("last-month", "2025-03-10", "2024-02-01..2024-03-01"),
    ("last-month", "2024-03-10", "2023-02-01..2023-03-01"),
    ("2024-02-29..2024-03-01", "2026-11-20", "2023-02-28..2023-03-01"),
    ("2024-02-10..2024-02-29", "2026-11-20", "2023-02-10..2023-03-01"),
    ("2024-02-10..2024-02-28", "2026-11-20", "2023-02-10..2023-02-28"),
    ("2025-02-20..2025-02-28", "2026-11-20", "2024-02-20..2024-02-28"),
    ("this-month", "2024-02-29", "2023-02-01..2023-03-01"),
  ])
  func `a range can be compared with the same dates a year ago`(
    _ written: String, _ today: String, _ compared: String
  ) throws {
    let range = try RangeChoice(text: written)
    #expect(text(range.comparedSpan(today: day(today), comparison: .yearAgo)) == compared)
  }

  @Test(arguments: [
    ("", RangeError.unknown("")), ("0d", .unknown("0d")), ("3661d", .unknown("3661d")),
    ("-7d", .unknown("-7d")), ("next-week", .unknown("next-week")), ("week", .unknown("week")),
    ("this-day", .unknown("this-day")), ("2026-10-01..", .notADate("")),
    ("2026-02-30..2026-03-01", .notADate("2026-02-30")),
    ("2026-03-01..2026-03-01", .endsBeforeItStarts("2026-03-01..2026-03-01")),
  ])
  func `what is not a range is refused with the reason`(_ text: String, _ error: RangeError) {
    #expect(throws: error) { try RangeChoice(text: text) }
  }

  @Test(arguments: [
    (RangeChoice.rolling(days: 7, back: 0), "2026-11-06..2026-11-13"),
    (.unit(.week, back: 0), "2026-11-09..2026-11-16"),
    (.unit(.month, back: 1), "2026-09-01..2026-10-01"),
    (.unit(.quarter, back: 0), "2026-07-01..2026-10-01"),
    (.unit(.year, back: 0), "2025-01-01..2026-01-01"),
    (.dates(DaySpan(day("2026-10-05"), day("2026-10-12"))), "2026-09-28..2026-10-05"),
  ])
  func `a step back and one forward ends at the start`(_ range: RangeChoice, _ earlier: String) {
    let today = day("2026-11-20")
    let back = range.stepped(by: -1, today: today)
    #expect(back.map { text($0.span(today: today)) } == earlier)
    #expect(back?.stepped(by: 1, today: today) == range)
  }

  @Test func `no step leads beyond today`() {
    let today = day("2026-11-20")
    #expect(RangeChoice.rolling(days: 7, back: 0).stepped(by: 1, today: today) == nil)
    #expect(RangeChoice.unit(.month, back: 0).stepped(by: 1, today: today) == nil)
    let dates = RangeChoice.dates(DaySpan(day("2026-11-13"), day("2026-11-20")))
    #expect(dates.stepped(by: 1, today: today) == nil)
  }
}

@Suite struct PeriodTests {
  private func periods(
    _ granularity: Granularity, _ start: String, _ end: String, today: String = "2026-11-20"
  ) -> [String] {
    Period.covering(DaySpan(day(start), day(end)), by: granularity, today: day(today))
      .map { "\($0.start.text)..\($0.end.text)\($0.isCutShort ? " so far" : "")" }
  }

  @Test func `weeks start on Monday, are whole, and the current one ends today`() {
    #expect(
      periods(.week, "2026-11-04", "2026-11-20") == [
        "2026-11-02..2026-11-09", "2026-11-09..2026-11-16", "2026-11-16..2026-11-20 so far",
      ])
    #expect(
      periods(.week, "2026-12-31", "2027-01-02", today: "2027-02-01") == ["2026-12-28..2027-01-04"])
  }

  @Test func `months reach over the end of the year`() {
    #expect(
      periods(.month, "2026-12-31", "2027-02-02", today: "2027-02-02") == [
        "2026-12-01..2027-01-01", "2027-01-01..2027-02-01", "2027-02-01..2027-02-02 so far",
      ])
  }

  @Test func `days are the days before today, and a total is the span`() {
    #expect(
      periods(.day, "2026-11-18", "2026-12-01")
        == ["2026-11-18..2026-11-19", "2026-11-19..2026-11-20"])
    #expect(periods(.total, "2026-11-18", "2026-12-01") == ["2026-11-18..2026-11-20"])
    #expect(periods(.day, "2026-11-20", "2026-11-21").isEmpty)
  }

  @Test func `windows settle three days after their period, unless partial or cut short`() {
    func window(_ end: String, at time: String, isPartial: Bool = false) -> Window {
      Window(
        key: WindowKey(
          account: "a", resource: .activity, zone: "UTC",
          period: Period(.week, DaySpan(day("2026-11-09"), day(end)))),
        table: RecordTable(resource: .activity, records: []) { _ in 0 },
        fetchedAt: Zone.utc.start(of: day(time)), isPartial: isPartial)
    }
    let freshness = Freshness()
    let settled = window("2026-11-16", at: "2026-11-20")
    #expect(freshness.isSettled(settled, zone: .utc))
    #expect(!freshness.isSettled(window("2026-11-16", at: "2026-11-18"), zone: .utc))
    #expect(!freshness.isSettled(window("2026-11-14", at: "2026-11-20"), zone: .utc))
    let partial = window("2026-11-16", at: "2026-11-20", isPartial: true)
    #expect(!freshness.isSettled(partial, zone: .utc))
    let soon = partial.fetchedAt + 3599
    #expect(!freshness.isStale(partial, for: partial.key.period, zone: .utc, now: soon))
    #expect(freshness.isStale(partial, for: partial.key.period, zone: .utc, now: soon + 1))
    #expect(!freshness.isStale(settled, for: settled.key.period, zone: .utc, now: soon + 1e6))
    let grown = Period(.week, DaySpan(day("2026-11-09"), day("2026-11-15")))
    #expect(freshness.isStale(settled, for: grown, zone: .utc, now: soon))
  }
}
