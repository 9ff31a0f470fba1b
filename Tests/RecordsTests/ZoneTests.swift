import Foundation
import Records
import Testing

@Suite struct ZoneTests {
  private func zone(_ name: String) throws -> Zone {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/" + name))
    return try #require(Zone(name: name, tzif: Array(bytes)))
  }

  @Test(arguments: [
    ("Europe/Berlin", "2026-03-29", "2026-03-29T00:00:00+01:00"),
    ("Europe/Berlin", "2026-03-30", "2026-03-30T00:00:00+02:00"),
    ("Europe/Berlin", "2026-10-25", "2026-10-25T00:00:00+02:00"),
    ("Europe/Berlin", "2026-10-26", "2026-10-26T00:00:00+01:00"),
    ("America/Sao_Paulo", "2018-11-04", "2018-11-04T01:00:00-02:00"),
    ("America/Sao_Paulo", "2018-02-18", "2018-02-18T00:00:00-03:00"),
    ("Asia/Kolkata", "2026-11-20", "2026-11-20T00:00:00+05:30"),
    ("Asia/Kathmandu", "2026-11-20", "2026-11-20T00:00:00+05:45"),
    ("Pacific/Apia", "2011-12-29", "2011-12-29T00:00:00-10:00"),
    ("Pacific/Apia", "2011-12-30", "2011-12-31T00:00:00+14:00"),
    ("Pacific/Apia", "2011-12-31", "2011-12-31T00:00:00+14:00"),
    ("America/Havana", "2026-11-01", "2026-11-01T00:00:00-04:00"),
    ("America/New_York", "2090-03-12", "2090-03-12T00:00:00-05:00"),
    ("America/New_York", "2090-03-13", "2090-03-13T00:00:00-04:00"),
    ("Australia/Sydney", "2091-01-01", "2091-01-01T00:00:00+11:00"),
    ("Australia/Sydney", "2091-07-01", "2091-07-01T00:00:00+10:00"),
    ("Europe/Dublin", "2095-07-01", "2095-07-01T00:00:00+01:00"),
    ("Europe/Dublin", "2095-12-31", "2095-12-31T00:00:00+00:00"),
    ("Etc/UTC", "2026-11-20", "2026-11-20T00:00:00+00:00"),
  ])
  func `a day starts at midnight or where the clocks land`(
    _ name: String, _ date: String, _ text: String
  ) throws {
    #expect(try zone(name).midnightText(day(date)) == text)
  }

  /// Foundation has zone data of its own, often older: only what no longer changes is compared.
  @Test(arguments: [
    "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Apia",
    "Australia/Lord_Howe", "Europe/Dublin", "America/St_Johns", "Pacific/Auckland",
  ])
  func `offsets are those that Foundation finds`(_ name: String) throws {
    let zone = try zone(name)
    let other = try #require(TimeZone(identifier: name))
    for seconds in stride(from: Int64(500_000_000), to: 1_640_000_000, by: 43_200 - 61) {
      let date = Date(timeIntervalSince1970: Double(seconds))
      if zone.offset(at: seconds) != other.secondsFromGMT(for: date) {
        Issue.record("\(name) at \(zone.text(of: Timestamp(seconds: seconds)))")
        return
      }
    }
  }

  @Test(arguments: ["Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "America/Havana"])
  func `the days follow each other and each instant lies in its day`(_ name: String) throws {
    let zone = try zone(name)
    for number in day("2005-01-01").number..<day("2045-01-01").number {
      let (start, next) = (
        zone.start(of: Day(number: number)), zone.start(of: Day(number: number + 1))
      )
      guard start < next else {
        #expect(name == "Pacific/Apia" && Day(number: number).text == "2011-12-30")
        continue
      }
      #expect(zone.day(of: start).number == number)
      #expect(zone.day(of: start + -0.001).number < number)
    }
  }

  @Test func `the time of day is the local one`() throws {
    let instant = Timestamp(seconds: 1_795_176_305)
    #expect(Zone.utc.text(of: instant) == "2026-11-20T12:05:05+00:00")
    #expect(try zone("Asia/Kolkata").clock(of: instant) == "17:35")
    #expect(try zone("Asia/Kolkata").text(of: instant) == "2026-11-20T17:35:05+05:30")
    #expect(try zone("America/St_Johns").text(of: instant) == "2026-11-20T08:35:05-03:30")
    #expect(try zone("Asia/Tokyo").day(of: instant + 10_800) == day("2026-11-21"))
    #expect(Zone.utc.day(of: Timestamp(milliseconds: -1)) == day("1969-12-31"))
  }

  @Test func `bytes that are no zone, or end early, are none`() throws {
    let bytes = Array(
      try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/Europe/Berlin")))
    #expect(Zone(name: "x", tzif: []) == nil)
    #expect(Zone(name: "x", tzif: Array("# zone.tab".utf8)) == nil)
    for count in stride(from: 0, to: bytes.count - 40, by: 7) {
      #expect(Zone(name: "x", tzif: Array(bytes[..<count])) == nil)
    }
    for place in 0..<min(bytes.count, 200) {
      var damaged = bytes
      damaged[place] ^= 0xff
      _ = Zone(name: "x", tzif: damaged)?.midnightText(day("2026-11-20"))
    }
  }
}
