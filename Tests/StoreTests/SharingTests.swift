import Foundation
import Records
import Testing

@testable import Store

@Suite struct SharingTests {
  private let folder = NSTemporaryDirectory() + "rapport-sharing-\(UUID().uuidString)"
  private var path: String { folder + "/rapport.sqlite" }
  private let noon = Timestamp(seconds: 1_795_176_000)

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func key(_ start: Int, _ end: Int, _ granularity: Granularity = .week) -> WindowKey {
    WindowKey(
      account: "a", resource: .activity, zone: "UTC",
      period: Period(granularity, DaySpan(Day(number: start), Day(number: end))))
  }

  @Test func `a window is locked for everyone else until it is let go of`() {
    let (mine, theirs) = (FetchLocks(besides: path), FetchLocks(besides: path))
    #expect(mine.take("a", key(10, 17)))
    #expect(!theirs.take("a", key(10, 17)))
    #expect(theirs.take("a", key(17, 24)))
    #expect(theirs.take("a", nil))
    #expect(theirs.take("b", key(10, 17)))
    mine.release("a", key(10, 17))
    #expect(theirs.take("a", key(10, 17)))
  }

  @Test func `the current week is one window however far it has grown`() {
    let (mine, theirs) = (FetchLocks(besides: path), FetchLocks(besides: path))
    #expect(mine.take("a", key(10, 13)))
    #expect(!theirs.take("a", key(10, 14)))
    #expect(theirs.take("a", key(10, 14, .total)))
  }

  @Test func `whoever is gone holds nothing`() {
    var mine: FetchLocks? = FetchLocks(besides: path)
    #expect(mine?.take("a", nil) == true)
    mine = nil
    #expect(FetchLocks(besides: path).take("a", nil))
  }

  @Test func `a folder without room for locks does not stop the work`() {
    let locks = FetchLocks(besides: "/proc/none/rapport.sqlite")
    #expect(locks.take("a", nil))
    #expect(RequestTurns(besides: "/proc/none/x").take(of: "a", now: noon, interval: 9) == noon)
  }

  @Test func `turns are apart among all who share the cache, and each account has its own`() {
    let (mine, theirs) = (RequestTurns(besides: path), RequestTurns(besides: path))
    #expect(mine.take(of: "a", now: noon, interval: 0.5) == noon)
    #expect(theirs.take(of: "a", now: noon, interval: 0.5) == noon + 0.5)
    #expect(mine.take(of: "a", now: noon + 0.2, interval: 0.5) == noon + 1)
    #expect(theirs.take(of: "b", now: noon, interval: 0.5) == noon)
    #expect(mine.take(of: "a", now: noon + 10, interval: 0.5) == noon + 10)
  }

  @Test func `a clock that was set back does not stop the work`() {
    let turns = RequestTurns(besides: path)
    _ = turns.take(of: "a", now: noon + 7200, interval: 0.5)
    #expect(turns.take(of: "a", now: noon, interval: 0.5) == noon)
  }

  @Test func `what cannot be kept in the file goes on in memory, with what the file has`()
    async throws
  {
    let store = try Store(path: path)
    try await store.replaceUsers(
      [User(id: "1", name: "Ana"), User(id: "2", name: "Lee")], of: "a", at: noon)
    let error = StoreError(.full, path: path, message: "disk full")
    try await store.continueInMemory(because: error)
    #expect(await store.isInMemory)
    #expect(await store.notice?.contains("full") == true)
    #expect(try await store.directory(of: "a").number(of: "2") == 1)
    try await store.replaceUsers([User(id: "3", name: "Eve")], of: "a", at: noon)
    #expect(try await store.directory(of: "a").users.count == 3)
    #expect(try await Store(path: path).directory(of: "a").users.count == 2)
  }

  @Test func `a cache that cannot be opened is read as far as it can be`() async throws {
    let first = try Store(path: path)
    try await first.replaceUsers([User(id: "1", name: "Ana")], of: "a", at: noon)
    let error = StoreError(.unwritable, path: path, message: "read-only")
    let empty = try Store(inMemoryInsteadOf: folder + "/none/rapport.sqlite", because: error)
    #expect(try await empty.directory(of: "a").users.isEmpty)
    let store = try Store(inMemoryInsteadOf: path, because: error)
    #expect(try await store.directory(of: "a").users.map(\.name) == ["Ana"])
    #expect(await store.isInMemory)
  }
}
