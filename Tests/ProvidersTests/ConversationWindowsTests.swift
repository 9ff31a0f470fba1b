import Foundation
import Providers
import Records
import Testing

@Suite struct ConversationWindowsTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text: text)) }

  private func berlin() throws -> Zone {
    let url = URL(filePath: "/usr/share/zoneinfo/Europe/Berlin")
    return try #require(Zone(name: "Europe/Berlin", tzif: [UInt8](Data(contentsOf: url))))
  }

  @Test func `windows are whole weeks, newest first, of which only the current one ends early`()
    throws
  {
    // 14 and 28 October 2026 are Wednesdays.
    let days = DaySpan(try day("2026-10-14"), try day("2026-10-28"))
    let current = ConversationWindows.covering(days, in: .utc, today: try day("2026-10-28"))
    #expect(current.map(\.start.text) == ["2026-10-26", "2026-10-19", "2026-10-12"])
    #expect(current.map(\.count) == [2, 7, 7])
    let past = ConversationWindows.covering(days, in: .utc, today: try day("2026-12-01"))
    #expect(past.map(\.start) == current.map(\.start))
    #expect(past.map(\.count) == [7, 7, 7])
  }

  @Test func `nothing is asked of today and later, or for no days`() throws {
    let today = try day("2026-10-26")
    #expect(
      ConversationWindows.covering(DaySpan(today, today + 7), in: .utc, today: today) == [])
    #expect(
      ConversationWindows.covering(DaySpan(today - 9, today - 9), in: .utc, today: today) == [])
    let week = ConversationWindows.covering(DaySpan(today - 1, today + 1), in: .utc, today: today)
    #expect(week == [DaySpan(today - 7, today)])
  }

  @Test func `no window is longer than seven times 24 hours, whatever the clocks do`() throws {
    let zone = try berlin()
    let start = try day("2026-01-05")
    let days = DaySpan(start, start + 364)
    let windows = ConversationWindows.covering(days, in: zone, today: start + 400)
    #expect(windows.allSatisfy { zone.start(of: $0.end) - zone.start(of: $0.start) <= 604_800 })
    // The week in which summer time ends has an hour too many.
    #expect(windows.count == 53)
    #expect(windows.map(\.count).reduce(0, +) == days.count)
    #expect(zip(windows, windows.dropFirst()).allSatisfy { $0.start == $1.end })
    let sunday = try day("2026-10-25")
    #expect(
      ConversationWindows.covering(DaySpan(sunday, sunday + 1), in: zone, today: start + 400)
        == [DaySpan(sunday, sunday + 1)])
  }
}
