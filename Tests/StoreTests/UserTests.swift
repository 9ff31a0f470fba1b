import Records
import Testing

@testable import Store

@Suite struct UserTests {
  let folder = TemporaryFolder()
  let ana = User(
    id: "1", name: "Ana Lopes",
    emails: [
      .init(address: "ana@example.com", isPrimary: true), .init(address: "", isPrimary: nil),
      .init(address: "a@example.com", isPrimary: false),
    ], createdAt: "2020-01-01", updatedAt: "")

  @Test func `the provider's list comes back with all it says, also after reopening`() async throws
  {
    do {
      let store = try Store(path: folder.database)
      #expect(try await store.usersFetchedAt(of: "acme") == nil)
      try await store.replaceUsers([ana, User(id: "2")], of: "acme", at: noon)
    }
    let store = try Store(path: folder.database)
    #expect(try await store.directory(of: "acme").users == [ana, User(id: "2")])
    #expect(try await store.usersFetchedAt(of: "acme") == noon)
    #expect(try await store.directory(of: "globex").users.isEmpty)
  }

  @Test func `numbers stay, and so do users that the list lacks`() async throws {
    let store = try Store(path: folder.database)
    _ = try await store.add(
      page([record("9", name: "Nine"), record("1")]), after: nil, to: key(), at: noon)
    try await store.replaceUsers([User(id: "5"), ana], of: "acme", at: noon)
    try await store.replaceUsers([User(id: "6")], of: "acme", at: noon + 9)
    let directory = try await store.directory(of: "acme")
    #expect(directory.users == [User(id: "9", name: "Nine"), ana, User(id: "5"), User(id: "6")])
    #expect(try await store.usersFetchedAt(of: "acme") == noon + 9)
    #expect(
      records(try await store.windows([key()])[key()], directory).map(\.user.label)
        == ["Nine", "Ana Lopes"])
  }

  @Test func `the list replaces what was known where it says something`() async throws {
    let store = try Store(path: folder.database)
    try await store.replaceUsers([ana], of: "acme", at: noon)
    let renamed = User(
      id: "1", name: "Ana Reis", emails: [.init(address: "r@x.y", isPrimary: true)])
    try await store.replaceUsers([User(id: "1")], of: "acme", at: noon)
    #expect(try await store.directory(of: "acme").users == [ana])
    try await store.replaceUsers([renamed], of: "acme", at: noon)
    let found = try await store.directory(of: "acme").users
    #expect(found.map(\.name) == ["Ana Reis"])
    #expect(found.first?.emails == renamed.emails)
  }

  @Test func `records teach a name only where none was known`() async throws {
    let store = try Store(path: folder.database)
    _ = try await store.add(page([record("1")]), after: nil, to: key(), at: noon)
    _ = try await store.add(page([record("1", name: "Ana")]), after: nil, to: key(), at: noon)
    _ = try await store.add(page([record("1", name: "Other")]), after: nil, to: key(), at: noon)
    #expect(try await store.directory(of: "acme").users.map(\.name) == ["Ana"])
  }

  @Test func `ids that differ only in their bytes do not break the numbers`() async throws {
    let store = try Store(path: folder.database)
    _ = try await store.add(page([record("é"), record("2")]), after: nil, to: key(), at: noon)
    _ = try await store.add(page([record("e\u{301}")]), after: nil, to: key(), at: noon)
    let again = try Store(path: folder.database)
    #expect(try await again.directory(of: "acme") == (try await store.directory(of: "acme")))
    #expect(try await again.windows([key()])[key()]?.table.count == 1)
  }

  @Test func `requests are counted by account and day`() async throws {
    let (monday, tuesday) = (day("2026-11-16"), day("2026-11-17"))
    do {
      let store = try Store(path: folder.database)
      #expect(try await store.requestCount(of: "acme", on: monday) == 0)
      #expect(try await store.countRequest(of: "acme", on: monday) == 1)
      #expect(try await store.countRequest(of: "acme", on: monday) == 2)
    }
    let store = try Store(path: folder.database)
    #expect(try await store.countRequest(of: "acme", on: monday) == 3)
    #expect(try await store.requestCount(of: "acme", on: tuesday) == 0)
    #expect(try await store.requestCount(of: "globex", on: monday) == 0)
  }

  @Test func `the zone of an account is remembered beside its list of users`() async throws {
    let store = try Store(path: folder.database)
    #expect(try await store.zone(of: "acme") == nil)
    try await store.replaceUsers([], of: "acme", at: noon)
    #expect(try await store.zone(of: "acme") == nil)
    try await store.remember(zone: "US/Pacific", of: "acme")
    try await store.remember(zone: "Europe/Berlin", of: "acme")
    #expect(try await store.zone(of: "acme") == "Europe/Berlin")
    #expect(try await store.usersFetchedAt(of: "acme") == noon)
  }

  @Test func `whose manager somebody is comes back, and is what the list says last`() async throws {
    let managed = User(id: "2", managerID: "1")
    do {
      let store = try Store(path: folder.database)
      try await store.replaceUsers([ana, managed], of: "acme", at: noon)
    }
    let store = try Store(path: folder.database)
    #expect(try await store.directory(of: "acme").users == [ana, managed])
    // Records know no managers.
    _ = try await store.add(page([record("2", name: "Bo")]), after: nil, to: key(), at: noon)
    #expect(try await store.directory(of: "acme").users.map(\.managerID) == [nil, "1"])
    try await store.replaceUsers([ana, User(id: "2")], of: "acme", at: noon)
    #expect(try await store.directory(of: "acme").users.map(\.managerID) == [nil, nil])
  }

  @Test func `a cache from before managers keeps its users, whose list is fetched again`()
    async throws
  {
    try StoreFile(path: folder.database).prepare()
    do {
      let old = try Connection(path: folder.database)
      for migration in Schema.migrations.prefix(2) { try old.execute(migration) }
      try old.execute(
        """
        PRAGMA user_version = 2;
        INSERT INTO accounts (name, users_fetched_at) VALUES ('acme', 1795176000000);
        INSERT INTO users VALUES ('acme', 0, '1', 'Ana', NULL, NULL);
        """)
    }
    let store = try Store(path: folder.database)
    #expect(try await store.directory(of: "acme").users == [User(id: "1", name: "Ana")])
    #expect(try await store.usersFetchedAt(of: "acme") == nil)
  }
}
