import Foundation
import Records
import Testing

@testable import Store

@Suite struct PageTests {
  let folder = TemporaryFolder()

  @Test func `pages become the window with the last of them, and not before`() async throws {
    let store = try Store(path: folder.database)
    _ = try await store.add(page([record("old")]), after: nil, to: key(), at: noon)
    let before = try await store.windows([key()])

    #expect(
      try await store.add(page([record("1")], next: "b"), after: nil, to: key(), at: noon + 1)
        == nil)
    #expect(try await store.add(page([], next: "c"), after: "b", to: key(), at: noon + 2) == nil)
    #expect(try await store.windows([key()]) == before)
    let inFlight = try await store.pagesInFlight(of: key())
    #expect(inFlight == PagesInFlight(count: 2, cursor: "c", since: noon + 1))

    let window = try await store.add(page([record("2")]), after: "c", to: key(), at: noon + 3)
    #expect(try await store.windows([key()]) == [key(): window])
    #expect(
      records(window, try await store.directory(of: "acme")).map(\.id) == ["1", "2"])
    #expect(window?.fetchedAt == noon + 1)
    #expect(try await store.pagesInFlight(of: key()) == nil)
  }

  @Test func `a window interrupted by the end of the program goes on at its cursor`() async throws {
    do {
      let store = try Store(path: folder.database)
      let first = Page(
        records: [patience("1", 0.5), patience("1", 0.6)], nextCursor: "b==", isPartial: true,
        skipped: ["x"])
      _ = try await store.add(first, after: nil, to: key(), at: noon)
    }
    let store = try Store(path: folder.database)
    let cursor = try await store.pagesInFlight(of: key())?.cursor
    #expect(cursor == "b==")
    let last = Page(records: [patience("2", 0.7)], skipped: ["y", "z"])
    let window = try await store.add(last, after: cursor, to: key(), at: noon + 9)
    #expect(window?.isPartial == true)
    #expect(window?.skipped == 3)
    #expect(window?.duplicates == 1)
    #expect(window?.table.values[0][0] == 0.6)
    #expect(window?.table.count == 2)
  }

  @Test func `what a killed program leaves opens clean, with all that was complete`() async throws {
    let store = try Store(path: folder.database)
    let whole = try await store.add(page([record("1")]), after: nil, to: key(), at: noon)
    let other = key(.week, "2026-11-02", "2026-11-09")
    _ = try await store.add(page([record("2")], next: "b"), after: nil, to: other, at: noon)
    // The files as they lie while the store is open are those that a kill leaves.
    let left = TemporaryFolder()
    try FileManager.default.copyItem(atPath: folder.path, toPath: left.path)
    try await store.discardPages(of: other)

    let next = try Store(path: left.database)
    #expect(await next.notice == nil)
    #expect(try await next.windows([key(), other]) == [key(): whole])
    #expect(try await next.pagesInFlight(of: other)?.cursor == "b")
    #expect(try await next.directory(of: "acme").users.map(\.id) == ["1", "2"])
  }

  @Test func `of a user and period on several pages the last wins, and the rest are counted`()
    async throws
  {
    let store = try Store(path: folder.database)
    let other = record("1", start: "2026-11-02T00:00:00+01:00")
    let first = page([patience("1", 0.1), other, patience("2", 0.2)], next: "b")
    let second = page([patience("2", 0.3), patience("1", 0.4)], next: "c")
    _ = try await store.add(first, after: nil, to: key(), at: noon)
    _ = try await store.add(second, after: "b", to: key(), at: noon)
    let window = try await store.add(page([patience("2", 0.5)]), after: "c", to: key(), at: noon)
    #expect(
      records(window, try await store.directory(of: "acme"))
        == [other, patience("1", 0.4), patience("2", 0.5)])
    #expect(window?.duplicates == 3)
  }

  @Test func `pages begun for another end are not gone on with`() async throws {
    let store = try Store(path: folder.database)
    let tuesday = key(.week, "2026-11-16", "2026-11-17")
    let friday = key(.week, "2026-11-16", "2026-11-20")
    _ = try await store.add(page([record("1")], next: "b"), after: nil, to: tuesday, at: noon)
    #expect(try await store.pagesInFlight(of: friday) == nil)
    _ = try await store.add(page([record("2")], next: "f"), after: nil, to: friday, at: noon)
    #expect(try await store.pagesInFlight(of: tuesday) == nil)
    let window = try await store.add(page([record("3")]), after: "f", to: friday, at: noon)
    #expect(
      records(window, try await store.directory(of: "acme")).map(\.id) == ["2", "3"])
  }

  @Test func `a page that does not continue those in flight is refused, and nothing changes`()
    async throws
  {
    let store = try Store(path: folder.database)
    _ = try await store.add(page([record("1")], next: "b"), after: nil, to: key(), at: noon)
    let error = await #expect(throws: StoreError.self) {
      try await store.add(page([record("2")]), after: "elsewhere", to: key(), at: noon)
    }
    #expect(error?.kind == .outOfStep)
    #expect(try await store.pagesInFlight(of: key())?.cursor == "b")
    #expect(try await store.windows([key()]).isEmpty)
    #expect(try await store.directory(of: "acme").users.map(\.id) == ["1"])
  }

  @Test func `a first page starts again, and discarded pages are gone`() async throws {
    let store = try Store(path: folder.database)
    _ = try await store.add(page([record("1")], next: "b"), after: nil, to: key(), at: noon)
    _ = try await store.add(page([record("2")], next: "c"), after: nil, to: key(), at: noon + 5)
    #expect(
      try await store.pagesInFlight(of: key())
        == PagesInFlight(count: 1, cursor: "c", since: noon + 5))
    try await store.discardPages(of: key())
    #expect(try await store.pagesInFlight(of: key()) == nil)
  }

  @Test func `two stores on one file take turns at one window`() async throws {
    let one = try Store(path: folder.database)
    let other = try Store(path: folder.database)
    _ = try await one.add(
      page([record("1", name: "Ana")], next: "b"), after: nil, to: key(), at: noon)
    #expect(try await other.pagesInFlight(of: key())?.cursor == "b")
    _ = try await other.add(page([record("2")], next: "c"), after: "b", to: key(), at: noon)
    await #expect(throws: StoreError.self) {
      try await one.add(page([record("2")], next: "c"), after: "b", to: key(), at: noon)
    }
    let window = try await one.add(page([record("3")]), after: "c", to: key(), at: noon)
    #expect(try await other.windows([key()])[key()] == window)
    #expect(try await other.directory(of: "acme").users.map(\.label) == ["Ana", "2", "3"])
  }

  @Test func `two stores that write at once lose nothing`() async throws {
    let stores = [try Store(path: folder.database), try Store(path: folder.database)]
    try await withThrowingTaskGroup { group in
      for (index, store) in stores.enumerated() {
        group.addTask {
          for round in 0..<40 {
            let start = day("2026-01-01") + (round * 2 + index)
            let key = key(.day, start.text, (start + 1).text)
            let users = [record("\(round)"), record("\(1000 * index + round)")]
            _ = try await store.add(page(users), after: nil, to: key, at: noon)
            try await store.countRequest(of: "acme", on: day("2026-01-01"))
          }
        }
      }
      try await group.waitForAll()
    }
    let keys = (0..<80).map { round in
      key(.day, (day("2026-01-01") + round).text, (day("2026-01-01") + (round + 1)).text)
    }
    #expect(try await stores[0].windows(keys).count == 80)
    #expect(try await stores[1].requestCount(of: "acme", on: day("2026-01-01")) == 80)
    let directory = try await stores[0].directory(of: "acme")
    #expect(Set(directory.users.map(\.id)).count == directory.users.count)
    #expect(directory.users.count == 80)
    #expect(try await stores[1].directory(of: "acme") == directory)
  }
}
