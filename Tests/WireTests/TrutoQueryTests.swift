import Foundation
import Records
import Testing
import Wire

@Suite struct TrutoQueryTests {
  private let account = "62f44730-dd91-461e-bd6a-aedd9e0ad79d"

  private func zone(_ name: String) throws -> Zone {
    let file = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/\(name)"))
    return try #require(Zone(name: name, tzif: Array(file)))
  }

  private func week(_ start: String) throws -> Period {
    let start = try #require(Day(text: start))
    return Period(.week, DaySpan(start, start + 7))
  }

  @Test(arguments: [
    // The clocks go back on the last Sunday, and forward.
    ("Europe/Berlin", "2026-10-19", "2026-10-19T00:00:00+02:00", "2026-10-26T00:00:00+01:00"),
    ("Europe/Berlin", "2027-03-22", "2027-03-22T00:00:00+01:00", "2027-03-29T00:00:00+02:00"),
    ("America/New_York", "2026-10-26", "2026-10-26T00:00:00-04:00", "2026-11-02T00:00:00-05:00"),
    ("Asia/Kathmandu", "2026-11-16", "2026-11-16T00:00:00+05:45", "2026-11-23T00:00:00+05:45"),
    ("Pacific/Kiritimati", "2026-11-16", "2026-11-16T00:00:00+14:00", "2026-11-23T00:00:00+14:00"),
    // There is no midnight on the Sunday that the clocks go forward at midnight.
    ("America/Havana", "2026-03-08", "2026-03-08T01:00:00-04:00", "2026-03-15T00:00:00-04:00"),
    ("UTC", "2026-12-28", "2026-12-28T00:00:00+00:00", "2027-01-04T00:00:00+00:00"),
  ])
  func `a period's bounds are local midnights with their offsets`(
    zoneName: String, start: String, startTime: String, endTime: String
  ) throws {
    var query = TrutoQuery(integratedAccount: account)
    query.ask(for: try week(start), in: try zone(zoneName))
    #expect(
      query.parameters.map { "\($0.0) \($0.1)" } == [
        "integrated_account_id \(account)", "start_time \(startTime)", "end_time \(endTime)",
      ])
  }

  @Test func `colons and the plus of an offset are escaped`() throws {
    var query = TrutoQuery(integratedAccount: account)
    query.ask(for: try week("2026-10-19"), in: try zone("Europe/Berlin"))
    query.ignoreRemoteData()
    #expect(
      query.text
        == "integrated_account_id=\(account)&start_time=2026-10-19T00%3A00%3A00%2B02%3A00"
        + "&end_time=2026-10-26T00%3A00%3A00%2B01%3A00&truto_ignore_remote_data=true")
  }

  @Test func `page one is asked for without a cursor, the others with theirs unchanged`() {
    var query = TrutoQuery(integratedAccount: "a b&c")
    query.follow(nil)
    #expect(query.text == "integrated_account_id=a%20b%26c")
    query.follow("Zc2p+JPV/rJF==&x=é")
    #expect(
      query.text
        == "integrated_account_id=a%20b%26c&next_cursor=Zc2p%2BJPV%2FrJF%3D%3D%26x%3D%C3%A9")
    #expect(
      query.text.split(separator: "=").last.map { PercentEncoding.decode(String($0)) }
        == "Zc2p+JPV/rJF==&x=é")
  }
}
