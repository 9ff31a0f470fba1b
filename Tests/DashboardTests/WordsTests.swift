import Records
import Testing

@testable import Dashboard

@Suite struct WordsTests {
  @Test(arguments: [
    (1.118, Unit.seconds, "1.12 s"), (91.4, .duration, "1:31"), (3725, .duration, "1:02:05"),
    (6.44, .score, "6.4"), (41, .count, "41"), (0.5, .count, "0.5"), (-0.001, .seconds, "0.00 s"),
    (17.25, .perHour, "17.3/h"), (59.9, .duration, "1:00"),
  ])
  func `values are written in their unit`(value: Double, unit: Unit, text: String) {
    #expect(NumberText.value(value, unit) == text)
  }

  @Test(arguments: [
    (59.5, Unit.duration, 60.0, "0:59"), (59.97, .duration, 60, "0:59"),
    (150.04, .duration, 150, "2:31"), (1.0004, .seconds, 1, "1.001 s"),
    (0.5999, .seconds, 0.6, "0.599 s"), (61, .duration, 60, "1:01"), (60, .duration, 60, "1:00"),
    (6.04, .score, 6, "6.04"),
  ])
  func `a value just beyond a bound does not look like it`(
    value: Double, unit: Unit, bound: Double, text: String
  ) {
    #expect(NumberText.value(value, unit, beside: bound) == text)
  }

  @Test(arguments: [
    (0.214, Unit.seconds, "+0.21"), (-12.0, .duration, "-0:12"), (0.001, .seconds, "±0.00"),
    (-3, .count, "-3"),
  ])
  func `changes carry their sign`(change: Double, unit: Unit, text: String) {
    #expect(NumberText.change(change, unit) == text)
  }

  @Test func `what is absent is not zero`() {
    #expect(NumberText.value(nil, .count) == "–")
    #expect(NumberText.change(nil, .count) == "–")
  }

  @Test func `spans name their last day, and years only where they differ`() throws {
    let today = try #require(Day(text: "2026-11-20"))
    let span = { (start: String, end: String) throws -> String in
      DateText.span(
        DaySpan(try #require(Day(text: start)), try #require(Day(text: end))), today: today)
    }
    #expect(try span("2026-10-21", "2026-11-20") == "21 Oct – 19 Nov")
    #expect(try span("2026-11-19", "2026-11-20") == "19 Nov")
    #expect(try span("2025-12-20", "2026-01-10") == "20 Dec 2025 – 9 Jan 2026")
    #expect(try span("2025-03-01", "2025-04-01") == "1 Mar – 31 Mar 2025")
    #expect(try span("2026-11-20", "2026-11-20") == "no days yet")
  }

  @Test(arguments: [
    (5.0, "just now"), (119, "1 min ago"), (7200, "2 h ago"), (300_000, "3 days ago"),
  ])
  func `ages are rounded down`(seconds: Double, text: String) {
    #expect(DateText.age(seconds: seconds) == text)
  }
}
