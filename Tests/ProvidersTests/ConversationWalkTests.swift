import Foundation
import Providers
import Records
import Simulator
import Testing

@Suite(.timeLimit(.minutes(2))) struct ConversationWalkTests {
  private func berlin() throws -> Zone {
    let url = URL(filePath: "/usr/share/zoneinfo/Europe/Berlin")
    return try #require(Zone(name: "Europe/Berlin", tzif: [UInt8](Data(contentsOf: url))))
  }

  @Test func `windows are weeks, cut at both ends, newest first`() throws {
    // 14 October 2026 is a Wednesday.
    let start = try #require(Day(text: "2026-10-14"))
    let windows = ConversationWindows.covering(DaySpan(start, start + 14), in: .utc)
    #expect(
      windows.map(\.start.text) == ["2026-10-26", "2026-10-19", "2026-10-14"])
    #expect(windows.map(\.count) == [2, 7, 5])
    #expect(ConversationWindows.covering(DaySpan(start, start), in: .utc) == [])
  }

  @Test func `no window is longer than seven times 24 hours, whatever the clocks do`() throws {
    let zone = try berlin()
    let start = try #require(Day(text: "2026-01-05"))
    let days = DaySpan(start, start + 364)
    let windows = ConversationWindows.covering(days, in: zone)
    #expect(windows.allSatisfy { zone.start(of: $0.end) - zone.start(of: $0.start) <= 604_800 })
    // The week in which summer time ends has an hour too many.
    #expect(windows.count == 53)
    #expect(windows.map(\.count).reduce(0, +) == days.count)
    #expect(zip(windows, windows.dropFirst()).allSatisfy { $0.start == $1.end })
  }

  @Test func `sixty days of conversations come once each, through every fault`() async throws {
    let counterpart = try TalkdeskCounterpart(users: 42, days: 60, zone: berlin()) {
      $0.tokenLifetime = 3
      $0.pageSize = 40
    }
    let days = DaySpan(counterpart.team.today - 60, counterpart.team.today)
    let faults: [Fault?] = [
      .rateLimit, .serverError, .badGateway, .unauthorized, .cutBody, .html, .emptyPage, .duplicate,
      .unavailable, .invalidUTF8, .extraFields, .numberStrings, .oddDate, .unknownPeriod,
    ]
    counterpart.server.script([nil] + faults.flatMap { [$0, nil, nil] })
    let ids = try await counterpart.fetch(days).map { $0.id ?? "none" }
    let expected = counterpart.expected(days).map(\.id)
    #expect(expected.count >= 2500)
    #expect(ids.count == expected.count)
    #expect(Set(ids) == Set(expected))
    #expect(counterpart.server.violations == [])
    #expect(!counterpart.server.requests.contains { $0.status == 400 })
    #expect(!counterpart.server.requests.contains { $0.path == "/interactions" })
  }

  @Test func `duplicates are counted, and records without an id are all kept`() throws {
    let day = Day(number: 20_000)
    var walk = ConversationWalk([DaySpan(day, day + 7), DaySpan(day - 7, day)])
    let one = Conversation(id: "1")
    #expect(try walk.take(Page(records: [one, Conversation()], nextCursor: "a")).count == 2)
    #expect(walk.cursor == "a")
    #expect(try walk.take(Page(records: [one, Conversation(), Conversation(id: "2")])).count == 2)
    #expect(walk.window == DaySpan(day - 7, day))
    #expect(walk.cursor == nil)
    #expect(try walk.take(Page(records: [one])) == [])
    #expect(walk.window == nil)
    #expect(walk.duplicates == 2)
  }

  @Test func `a walk has no more pages than its limit`() throws {
    let day = Day(number: 20_000)
    var walk = ConversationWalk([DaySpan(day, day + 7)], pageLimit: 3)
    _ = try walk.take(Page(records: [], nextCursor: "a"))
    _ = try walk.take(Page(records: [], nextCursor: "b"))
    #expect(throws: Failure.self) { _ = try walk.take(Page(records: [], nextCursor: "c")) }
  }
}
