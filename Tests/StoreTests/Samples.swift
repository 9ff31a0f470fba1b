import Foundation
import Records

@testable import Store

/// A folder of its own for the files of one test.
final class TemporaryFolder: Sendable {
  let path = NSTemporaryDirectory() + "rapport-store-" + UUID().uuidString
  var database: String { path + "/cache/rapport.sqlite" }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/cache").sorted()
  }

  func mode(_ file: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
  }
}

let noon = Timestamp(seconds: 1_795_176_000)

func day(_ text: String) -> Day { Day(text: text) ?? Day(number: 0) }

func key(
  _ granularity: Granularity = .week, _ start: String = "2026-11-09", _ end: String = "2026-11-16",
  account: String = "acme", resource: Resource = .interactions, zone: String = "Europe/Berlin"
) -> WindowKey {
  WindowKey(
    account: account, resource: resource, zone: zone,
    period: Period(granularity, DaySpan(day(start), day(end))))
}

func record(
  _ id: String, _ values: [Number?] = [.decimal(0.92), .decimal(6.4), nil, .integer(91), nil],
  name: String? = nil, start: String? = "2026-11-09T00:00:00+01:00"
) -> Record {
  Record(
    resource: .interactions, id: id, user: User(id: id, name: name), startTime: start,
    endTime: "2026-11-16T00:00:00+01:00", timezone: "Europe/Berlin", aggregationPeriod: "total",
    values: values)
}

func patience(_ id: String, _ value: Double) -> Record {
  record(id, [.decimal(value), nil, nil, nil, nil])
}

func page(_ records: [Record], next: String? = nil) -> Page<Record> {
  Page(records: records, nextCursor: next)
}

/// The records of a table, with what the directory knows of their users.
func records(_ window: Window?, _ directory: Directory) -> [Record] {
  guard let table = window?.table else { return [] }
  return (0..<table.count).map { table.record($0, directory: directory) }
}
