import Foundation
import Records
import Testing

@testable import Store

@Suite struct StoreFileTests {
  let folder = TemporaryFolder()

  private func failure(_ path: String) -> StoreError? {
    do {
      _ = try Store(path: path)
      return nil
    } catch { return error }
  }

  private func put(_ data: Data) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/cache", withIntermediateDirectories: true)
    try data.write(to: URL(fileURLWithPath: folder.database))
  }

  @Test func `folders and files are the owner's alone`() async throws {
    let store = try Store(path: folder.database)
    _ = try await store.add(page([record("1")]), after: nil, to: key(), at: noon)
    #expect(try folder.mode(folder.path) == 0o700)
    #expect(try folder.mode(folder.path + "/cache") == 0o700)
    #expect(
      try folder.names() == ["", "-shm", "-wal", ".locks", ".turns"].map { "rapport.sqlite" + $0 })
    for name in try folder.names() {
      #expect(try folder.mode(folder.path + "/cache/" + name) == 0o600, "\(name)")
    }
  }

  @Test func `a file that others could read is closed to them`() throws {
    _ = try Store(path: folder.database)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: folder.database)
    _ = try Store(path: folder.database)
    #expect(try folder.mode(folder.database) == 0o600)
  }

  @Test func `a file that is no database is set aside, and said`() async throws {
    try put(Data(repeating: 0x41, count: 5000))
    let store = try Store(path: folder.database)
    let notice = try #require(await store.notice)
    let aside = try #require(
      try folder.names().first { $0.hasPrefix("rapport.sqlite.corrupt-") })
    #expect(notice.contains(aside))
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: folder.path + "/cache/" + aside)).count == 5000)
    _ = try await store.add(page([record("1")]), after: nil, to: key(), at: noon)
    #expect(try await store.windows([key()]).count == 1)
    #expect(await (try Store(path: folder.database)).notice == nil)
  }

  @Test func `a database whose first page is damaged is set aside`() async throws {
    _ = try Store(path: folder.database)
    var data = try Data(contentsOf: URL(fileURLWithPath: folder.database))
    data.replaceSubrange(100..<400, with: Data(repeating: 0xff, count: 300))
    try put(data)
    #expect(await (try Store(path: folder.database)).notice != nil)
  }

  @Test func `damage met in use is an error, and the next start has a new file`() async throws {
    let keys = (0..<200).map { key(.day, "20\(10 + $0 / 12)-\(10 + $0 % 3)-01", "2040-01-01") }
    do {
      let store = try Store(path: folder.database)
      for key in keys {
        _ = try await store.add(page([record("1")]), after: nil, to: key, at: noon)
      }
    }
    var data = try Data(contentsOf: URL(fileURLWithPath: folder.database))
    data.replaceSubrange(
      16_384..<data.count, with: Data(repeating: 0xff, count: data.count - 16_384))
    try put(data)
    let store = try Store(path: folder.database)
    let error = await #expect(throws: StoreError.self) { try await store.windows(keys) }
    #expect(error?.kind == .corrupt)
    #expect(try folder.names().contains { $0.hasPrefix("rapport.sqlite.corrupt-") })
    let next = try Store(path: folder.database)
    #expect(try await next.windows(keys).isEmpty)
  }

  @Test func `a file of a later version is refused and left as it is`() async throws {
    _ = try Store(path: folder.database)
    do {
      let connection = try Connection(path: folder.database)
      try connection.execute("PRAGMA user_version = 99")
    }
    let error = failure(folder.database)
    #expect(error?.kind == .newer(version: 99))
    #expect(error?.sentence.contains("later version of Rapport (format 99)") == true)
    #expect(try Connection(path: folder.database).integer("PRAGMA user_version") == 99)
    #expect(try !folder.names().contains { $0.contains("corrupt") })
  }

  @Test(arguments: ["/proc/rapport/rapport.sqlite", "/dev/null/rapport.sqlite", "/proc/version"])
  func `a place that cannot be written is said to be so`(_ path: String) {
    let error = failure(path)
    #expect(error?.kind == .unwritable)
    #expect(error?.sentence.contains(path) == true)
  }

  @Test func `a folder in the place of the file is said to be so`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.database, withIntermediateDirectories: true)
    #expect(failure(folder.database)?.kind == .unwritable)
  }

  @Test func `a full disk is an error that changes nothing`() async throws {
    let store = try Store(path: folder.database)
    let kept = try await store.add(page([record("1")]), after: nil, to: key(), at: noon)
    try await store.execute("PRAGMA max_page_count = 1")
    let many = (0..<20_000).map { patience("\($0)", Double($0) / 1000) }
    let error = await #expect(throws: StoreError.self) {
      try await store.add(page(many), after: nil, to: key(), at: noon)
    }
    #expect(error?.kind == .full)
    #expect(error?.sql?.contains("INSERT") == true)
    #expect(error?.description.contains("19999") == false)
    #expect(try await store.windows([key()]) == [key(): kept])
    #expect(try await store.directory(of: "acme").users.map(\.id) == ["1"])
  }

  @Test func `a damaged window is as if it were not there, and said`() async throws {
    let store = try Store(path: folder.database)
    let other = key(.week, "2026-11-02", "2026-11-09")
    _ = try await store.add(page([record("1")]), after: nil, to: key(), at: noon)
    _ = try await store.add(page([record("1")]), after: nil, to: other, at: noon)
    try await store.execute(
      "UPDATE windows SET records = substr(records, 1, 40) WHERE start_day = 20766")
    #expect(day("2026-11-09").number == 20_766)
    #expect(try await store.windows([key(), other]).keys.map(\.self) == [other])
    #expect(await store.notice?.contains("could not be read") == true)
    _ = try await store.add(page([record("1")]), after: nil, to: key(), at: noon)
    #expect(try await store.windows([key(), other]).count == 2)
  }

  @Test func `a window of users that nobody knows is as if it were not there`() async throws {
    let store = try Store(path: folder.database)
    _ = try await store.add(page([record("1")]), after: nil, to: key(), at: noon)
    try await store.execute("DELETE FROM users")
    let again = try Store(path: folder.database)
    #expect(try await again.windows([key()]).isEmpty)
  }

  @Test func `a damaged page in flight starts the window again`() async throws {
    let store = try Store(path: folder.database)
    _ = try await store.add(page([record("1")], next: "b"), after: nil, to: key(), at: noon)
    try await store.execute("UPDATE pages SET records = x'00'")
    let error = await #expect(throws: StoreError.self) {
      try await store.add(page([record("2")]), after: "b", to: key(), at: noon)
    }
    #expect(error?.kind == .outOfStep)
    #expect(try await store.pagesInFlight(of: key()) == nil)
    #expect(try await store.windows([key()]).isEmpty)
  }

  @Test func `old windows are pruned`() async throws {
    let other = key(.week, "2026-11-02", "2026-11-09")
    let store = try Store(path: folder.database)
    _ = try await store.add(page([record("1"), record("2")]), after: nil, to: key(), at: noon)
    _ = try await store.add(page([record("1")]), after: nil, to: other, at: noon)
    let size = try await store.size()
    #expect(
      size == StoreSize(bytes: size.bytes, windows: 2, records: 3, conversations: 0, users: 2))
    #expect(size.bytes > 16_384)
    #expect(try await store.prune(before: day("2026-11-10"), abandoned: noon) == 1)
    #expect(
      try await store.windows([key(), other]).keys.map(\.period.start) == [day("2026-11-09")])
  }

  @Test func `stores that are opened at once on a new file all open`() async throws {
    let path = folder.database
    try await withThrowingTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          let store = try Store(path: path)
          try await store.countRequest(of: "acme", on: day("2026-01-01"))
        }
      }
      try await group.waitForAll()
    }
    let store = try Store(path: path)
    #expect(try await store.requestCount(of: "acme", on: day("2026-01-01")) == 8)
  }
}

extension Store {
  /// Does to the file what only damage or a test would do.
  func execute(_ script: String) throws(StoreError) { try connection.execute(script) }
}
