import DataCore
import Records
import Testing

@Suite struct ZoneFilesTests {
  @Test(arguments: [
    ("Europe/Berlin", 3600), ("America/Argentina/Buenos_Aires", -10_800), ("US/Pacific", -28_800),
    ("Etc/GMT+5", -18_000), ("UTC", 0), ("Asia/Kathmandu", 20_700),
  ])
  func `a zone is known by its name`(name: String, winterOffset: Int) throws {
    let zone = try #require(ZoneFiles.zone(named: name))
    #expect(zone.name == name)
    // 1 December 2026.
    #expect(zone.offset(at: 1_796_083_200) == winterOffset)
  }

  @Test(arguments: [
    "", "Mars/Olympus", "Europe", "../../../etc/passwd", "/etc/localtime", "/Europe/Berlin",
    "Europe/Berlin\u{0}", "Europe/Ber lin", "tzdata.zi", "Europe/Zürich", "zone.tab",
  ])
  func `what is not the name of a zone gives none`(name: String) {
    #expect(ZoneFiles.zone(named: name) == nil)
  }

  @Test(arguments: [
    ("Asia/Tokyo", "Asia/Tokyo"), (":Asia/Tokyo", "Asia/Tokyo"),
    ("/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"),
    (":/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"),
    ("", "UTC"),
  ])
  func `TZ says what zone this machine is in`(text: String, name: String) {
    #expect(ZoneFiles.systemZone(environment: ["TZ": text]).name == name)
  }

  @Test func `a TZ that names no zone counts as none`() {
    let zone = ZoneFiles.systemZone(environment: [:])
    #expect(ZoneFiles.systemZone(environment: ["TZ": "Mars/Olympus"]) == zone)
    #expect(ZoneFiles.zone(named: zone.name) == zone)
  }
}
