import Records
import Testing

@testable import DataCore

@Suite struct OwnPeriodTests {
  private func berlin() throws -> Zone { try #require(ZoneFiles.zone(named: "Europe/Berlin")) }

  /// The window of the week from 19 to 26 October 2026, in whose last night the clocks go back.
  private func window(_ bounds: [(String?, String?)]) -> Window {
    let records = bounds.enumerated().map { index, bounds in
      Record(
        resource: .interactions, id: "r\(index)", user: User(id: "\(index)"), startTime: bounds.0,
        endTime: bounds.1, timezone: "Europe/Berlin", aggregationPeriod: "total",
        values: [.integer(Int64(index)), nil, nil, nil, .decimal(0.5)],
        additional: [Record.Additional(name: "talk ratio", value: .integer(Int64(index)))],
        createdAt: "c\(index)", updatedAt: nil)
    }
    return Window(
      key: key(.week, "2026-10-19", "2026-10-26"),
      table: RecordTable(resource: .interactions, records: records) { UserNumber($0) ?? 0 },
      fetchedAt: Timestamp(seconds: 0), isPartial: true, skipped: 2, duplicates: 3)
  }

  private func keeps(_ start: String?, _ end: String?) throws -> Bool {
    try window([(start, end)]).limitedToOwnPeriod(zone: berlin()).table.count == 1
  }

  @Test(
    arguments: [
      ("2026-10-19T00:00:00+02:00", "2026-10-26T00:00:00+01:00"),
      ("2026-10-18T22:00:00Z", "2026-10-25T23:00:00Z"),
      ("2026-10-18T15:00:00.000-07:00", "2026-10-25T16:00:00.000-07:00"),
      ("2026-10-19", "2026-10-26"), ("2026-10-19T00:00:00Z", "2026-10-26T00:00:00Z"),
      ("2026-10-19T00:00:00", "2026-10-26T000:00:00"), (nil, nil), ("soon", "2026-10-26"),
      ("2026-10-19", nil), ("", "later"),
      // An end that is meant to be included.
      ("2026-10-19T00:00:00+02:00", "2026-10-25T23:59:59+01:00"),
      ("2026-10-19T00:00:00+02:00", "2026-10-25T23:59:59.999+01:00"),
      ("2026-10-19T00:00:00", "2026-10-25T24:00:00"),
    ] as [(String?, String?)])
  func `a record of the period that was asked for counts, however its bounds are written`(
    start: String?, end: String?
  ) throws {
    #expect(try keeps(start, end))
  }

  @Test(
    arguments: [
      ("2026-10-20T00:00:00+02:00", "2026-10-26T00:00:00+01:00"),
      ("2026-10-19T00:00:00+02:00", "2026-10-20T00:00:00+02:00"),
      ("2026-10-18T21:00:00Z", "2026-10-26"), ("2026-10-01", "2026-11-01"),
      ("2026-10-12T00:00:00+02:00", "2026-10-19T00:00:00+02:00"), (nil, "2026-11-01"),
      ("2026-10-18T23:59:59+02:00", "2026-10-26T00:00:00+01:00"),
      ("2026-10-19T00:00:00+02:00", "2026-10-25T12:00:00+01:00"),
    ] as [(String?, String?)])
  func `a record of another period does not`(start: String?, end: String?) throws {
    #expect(try !keeps(start, end))
  }

  @Test func `what remains of a window is whole rows, and what is said of it stays`() throws {
    let own = ("2026-10-19", "2026-10-26")
    let whole = window([own, ("2026-10-19", "2026-10-20"), own, ("2026-10-25", "2026-10-26")])
    let limited = try whole.limitedToOwnPeriod(zone: berlin())
    let directory = Directory((0..<4).map { User(id: "\($0)") })
    #expect(limited.table.users == [0, 2])
    #expect(
      (0..<2).map { limited.table.record($0, directory: directory) }
        == [0, 2].map { whole.table.record($0, directory: directory) })
    #expect(limited.key == whole.key)
    #expect((limited.skipped, limited.duplicates, limited.isPartial) == (2, 3, true))
    #expect((whole.ofOtherPeriods, limited.ofOtherPeriods) == (0, 2))
  }

  @Test func `a window of nothing but its own period stays as it is`() throws {
    let whole = window([("2026-10-19", "2026-10-26"), (nil, nil), ("2026-10-19", "2026-10-26")])
    #expect(try whole.limitedToOwnPeriod(zone: berlin()) == whole)
    #expect(try window([]).limitedToOwnPeriod(zone: berlin()) == window([]))
  }
}
