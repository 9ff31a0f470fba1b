import Records
import Testing

/// A day that is known to exist.
func day(_ text: String) -> Day {
  guard let day = Day(text: text) else {
    Issue.record("\(text) is not a day")
    return Day(number: 0)
  }
  return day
}

@Suite struct DayTests {
  @Test func `days are counted from 1970 without a gap over four centuries`() {
    var number = day("1800-01-01").number
    #expect(number == -62_091)
    for year in 1800..<2200 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for (month, length) in zip(
        1..., [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
      {
        for date in 1...length {
          let found = Day(year: year, month: month, day: date)
          #expect(found?.number == number)
          if let found { #expect(found.civil == (year, month, date)) }
          number += 1
        }
        #expect(Day(year: year, month: month, day: length + 1) == nil)
      }
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0, 3), ("1969-12-31", -1, 2), ("2000-02-29", 11_016, 1),
    ("2026-11-20", 20_777, 4), ("2026-11-22", 20_779, 6), ("2026-11-23", 20_780, 0),
  ])
  func `a day has a number and a weekday`(_ text: String, _ number: Int, _ weekday: Int) {
    #expect(day(text).number == number)
    #expect(day(text).weekday == weekday)
    #expect(Day(number: number).text == text)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-01", "2026-1-01", "26-01-01", "2026-01-01T", "",
    "2026-01-+1", "２０２６-01-01", "2026/01/01",
  ])
  func `what is not a day is none`(_ text: String) {
    #expect(Day(text: text) == nil)
  }

  @Test func `months step over the ends of years`() {
    #expect(day("2026-01-31").startOfMonth(plus: -1) == day("2025-12-01"))
    #expect(day("2026-12-31").startOfMonth(plus: 1) == day("2027-01-01"))
    #expect(day("2026-11-20").startOfMonth(plus: -35) == day("2023-12-01"))
    #expect(day("2026-11-20").startOfMonth() == day("2026-11-01"))
  }
}

@Suite struct WrittenTimeTests {
  @Test(arguments: [
    ("2019-01-21T000:00:00-08:00", 1_548_057_600_000),
    ("2019-01-21T00:00:00-08:00", 1_548_057_600_000),
    ("2019-01-21T08:00:00Z", 1_548_057_600_000),
    ("2019-01-21t08:00:00.5z", 1_548_057_600_500),
    ("2020-03-30T00:00:30.000000Z", 1_585_526_430_000),
    ("2020-03-30 00:00:30.123456+00", 1_585_526_430_123),
    ("2020-03-30T05:30:30.04+0530", 1_585_526_430_040),
    ("2020-03-30T00:00Z", 1_585_526_400_000),
    ("2020-03-29T24:00:00Z", 1_585_526_400_000),
    ("1969-12-31T23:59:59.999Z", -1),
  ])
  func `a written time names an instant`(_ text: String, _ milliseconds: Int64) {
    #expect(WrittenTime(text)?.timestamp == Timestamp(milliseconds: milliseconds))
  }

  @Test(arguments: ["2019-01-21", "2019-01-21T00:00:00", "2019-01-21 00:00"])
  func `without an offset it is a local time alone`(_ text: String) {
    let time = WrittenTime(text)
    #expect(time?.day == day("2019-01-21"))
    #expect(time?.secondOfDay == 0)
    #expect(time?.offset == nil)
    #expect(time?.timestamp == nil)
  }

  @Test(arguments: [
    "", "yesterday", "2019-02-30T00:00:00Z", "2019-01-21T", "2019-01-21T25:00:00Z",
    "2019-01-21T10:60:00Z", "2019-01-21T10:00:00+1", "2019-01-21T10:00:00+99:00",
    "2019-01-21T10:00:00Zulu", "2019-01-21X10:00:00Z", "2019-01-21T1O:00:00Z", "20190121",
    "2019-01-21T99999999999999999999:00:00Z",
  ])
  func `what cannot be read is no time`(_ text: String) {
    #expect(WrittenTime(text) == nil)
  }
}
