import Records
import Testing

@testable import Store

@Suite struct WindowMemoryTests {
  private let folder = TemporaryFolder()

  private func ids(_ key: WindowKey, in store: Store) async throws -> [String]? {
    guard let window = try await store.windows([key])[key] else { return nil }
    return records(window, try await store.directory(of: "acme")).map(\.id)
  }

  @Test func `what another process writes is read, and so is what this one does`() async throws {
    let (mine, theirs) = (try Store(path: folder.database), try Store(path: folder.database))
    _ = try await mine.add(page([record("1")]), after: nil, to: key(), at: noon)
    for _ in 0..<2 { #expect(try await ids(key(), in: mine) == ["1"]) }
    _ = try await theirs.add(page([record("2")]), after: nil, to: key(), at: noon + 60)
    for _ in 0..<2 { #expect(try await ids(key(), in: mine) == ["2"]) }
    _ = try await mine.add(page([record("3")]), after: nil, to: key(), at: noon + 120)
    #expect(try await ids(key(), in: mine) == ["3"])
    #expect(try await ids(key(), in: theirs) == ["3"])
  }

  @Test func `the current week is replaced however far it had grown when it was read`() async throws
  {
    let store = try Store(path: folder.database)
    let tuesday = key(.week, "2026-11-16", "2026-11-17")
    let friday = key(.week, "2026-11-16", "2026-11-20")
    _ = try await store.add(page([record("1")]), after: nil, to: tuesday, at: noon)
    #expect(try await ids(friday, in: store) == ["1"])
    _ = try await store.add(page([record("2")]), after: nil, to: friday, at: noon)
    #expect(try await ids(tuesday, in: store) == ["2"])
  }

  @Test func `what was removed is gone`() async throws {
    let store = try Store(path: folder.database)
    for removal in [0, 1] {
      _ = try await store.add(page([record("1")]), after: nil, to: key(), at: noon)
      #expect(try await ids(key(), in: store) == ["1"])
      if removal == 0 {
        try await store.prune(before: day("2027-01-01"), abandoned: noon)
      } else {
        _ = try await store.clear(nil)
      }
      #expect(try await ids(key(), in: store) == nil)
    }
  }

  @Test func `those unused for longest make room`() {
    let windows = (0..<3).map { index in
      let start = day("2026-11-02") + 7 * index
      return Window(
        key: WindowKey(
          account: "acme", resource: .activity, zone: "UTC",
          period: Period(.week, DaySpan(start, start + 7))),
        table: RecordTable(resource: .activity, records: []) { _ in 0 }, fetchedAt: noon)
    }
    var memory = WindowMemory(limit: 100)
    memory.keep(windows[0], bytes: 40)
    memory.keep(windows[1], bytes: 40)
    _ = memory.window(windows[0].key)
    memory.keep(windows[2], bytes: 40)
    var kept = windows.map { memory.window($0.key) }
    #expect(kept == [windows[0], nil, windows[2]])
    memory.keep(windows[1], bytes: 101)
    kept = windows.map { memory.window($0.key) }
    #expect(kept == [nil, nil, nil])
  }
}
