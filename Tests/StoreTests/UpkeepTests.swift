import Foundation
import Records
import Testing

@testable import Store

@Suite struct UpkeepTests {
  let folder = TemporaryFolder()
  let today = day("2026-11-20")

  /// A cache with two windows, a window in flight and two users of `acme`, one of each of `globex`.
  private func filled() async throws -> Store {
    let store = try Store(path: folder.database)
    for (number, account) in ["acme", "acme", "globex"].enumerated() {
      let week = key(.week, "2026-11-0\(2 + number)", "2026-11-09", account: account)
      _ = try await store.add(page([record("\(number)")]), after: nil, to: week, at: noon)
    }
    for account in ["acme", "globex"] {
      _ = try await store.add(
        page([record("2")], next: "b"), after: nil, to: key(account: account), at: noon)
      try await store.countRequest(of: account, on: today)
      try await store.succeed(account, at: noon)
    }
    return store
  }

  private func size(_ account: String, _ store: Store) async throws -> AccountSize? {
    try await store.accountSizes().first { $0.account == account }
  }

  @Test func `what is kept of each account is counted`() async throws {
    let store = try await filled()
    #expect(
      try await store.accountSizes() == [
        AccountSize(
          account: "acme", windows: 2, records: 2, conversations: 0, pagesInFlight: 1, users: 3),
        AccountSize(
          account: "globex", windows: 1, records: 1, conversations: 0, pagesInFlight: 1, users: 1),
      ])
  }

  @Test func `an account that is cleared leaves its requests, and the others alone`() async throws {
    let store = try await filled()
    let other = try await size("globex", store)
    #expect(try await store.clear("acme"))
    try await store.compact()
    #expect(
      try await size("acme", store)
        == AccountSize(
          account: "acme", windows: 0, records: 0, conversations: 0, pagesInFlight: 0, users: 0))
    #expect(try await store.history(of: "acme") == AccountHistory(account: "acme"))
    #expect(try await store.requestCount(of: "acme", on: today) == 1)
    #expect(try await size("globex", store) == other)
    #expect(try await store.history(of: "globex").lastSuccessAt == noon)
  }

  @Test func `a cleared cache is small and goes on working`() async throws {
    let store = try await filled()
    let many = (0..<20_000).map { patience("\($0)", Double($0) / 1000) }
    _ = try await store.add(page(many), after: nil, to: key(), at: noon)
    let before = try await store.size().bytes
    #expect(try await store.clear(nil))
    try await store.compact()
    let after = try await store.size()
    #expect(before > 1_000_000)
    #expect(after.bytes < 400_000)
    #expect(after.windows == 0)
    #expect(after.users == 0)
    _ = try await store.add(page([record("9")]), after: nil, to: key(), at: noon)
    #expect(try await store.directory(of: "acme").users.map(\.id) == ["9"])
    let next = try Store(path: folder.database)
    #expect(try await next.windows([key()]).count == 1)
    #expect(try folder.names().contains("rapport.sqlite-wal"))
  }

  @Test func `users keep their numbers while another process may be showing them`() async throws {
    let store = try await filled()
    let other = try Store(path: folder.database)
    let known = try await other.directory(of: "acme")
    #expect(try await !store.clear("acme"))
    try await store.compact()
    #expect(
      try await size("acme", store)
        == AccountSize(
          account: "acme", windows: 0, records: 0, conversations: 0, pagesInFlight: 0, users: 3))
    _ = try await other.add(page([record("9"), record("1")]), after: nil, to: key(), at: noon)
    let users = try await other.directory(of: "acme").users
    #expect(users.prefix(3) == known.users[...])
    #expect(users.map(\.id) == ["0", "1", "2", "9"])
  }

  @Test func `the first success of a day removes what is too old, of that account alone`()
    async throws
  {
    let store = try await filled()
    func succeed(_ text: String, _ retain: Int, days: Double = 8) async throws {
      try await store.noteSuccess(
        of: "acme", at: noon + days * 86_400, today: day(text), retain: retain)
    }
    try await succeed("2026-11-20", 1)
    #expect(try await size("acme", store)?.windows == 2)
    try await succeed("2026-11-21", 12)
    #expect(try await size("acme", store)?.windows == 2)
    // What was fetched in the last week stays: it would only be fetched again.
    try await succeed("2026-11-22", 12, days: 6)
    #expect(try await size("acme", store)?.windows == 2)
    try await succeed("2026-11-23", 12)
    #expect(try await size("acme", store)?.windows == 0)
    #expect(try await size("globex", store)?.windows == 1)
  }

  @Test func `pages that nobody adds to any more are removed, all of a window or none`()
    async throws
  {
    let store = try Store(path: folder.database)
    let other = key(.week, "2026-11-02", "2026-11-09")
    _ = try await store.add(page([record("1")], next: "b"), after: nil, to: key(), at: noon)
    _ = try await store.add(page([record("1")], next: "b"), after: nil, to: other, at: noon)
    _ = try await store.add(page([record("2")], next: "c"), after: "b", to: other, at: noon + 60)
    #expect(try await store.prune(before: day("2025-01-01"), abandoned: noon + 1) == 0)
    #expect(try await store.pagesInFlight(of: key()) == nil)
    #expect(try await store.pagesInFlight(of: other)?.count == 2)
  }

  @Test func `damage is found by looking for it`() async throws {
    #expect(try await filled().damage() == nil)
    let file = URL(fileURLWithPath: folder.database)
    var data = try Data(contentsOf: file)
    data.replaceSubrange((data.count - 16_384)..., with: Data(repeating: 0xff, count: 16_384))
    try data.write(to: file)
    #expect(try await Store(path: folder.database).damage() != nil)
  }
}
