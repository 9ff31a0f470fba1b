import Records
import Testing

@testable import Store

@Suite struct AccountTests {
  let folder = TemporaryFolder()
  let refused = Failure(.credentials, "Truto refused the token: check TRUTO_API_TOKEN.")

  @Test func `how work ended is remembered, the last of each kind`() async throws {
    do {
      let store = try Store(path: folder.database)
      try await store.succeed("acme", at: noon)
      try await store.noteFailure(Failure(.server, "It broke."), of: "acme", at: noon + 1)
      try await store.noteFailure(refused, of: "acme", at: noon + 2)
      try await store.succeed("acme", at: noon + 3)
    }
    let history = try await Store(path: folder.database).history(of: "acme")
    #expect(history.lastSuccessAt == noon + 3)
    #expect(history.lastFailure == PastFailure(at: noon + 2, failure: refused))
  }

  @Test(arguments: Failure.Kind.allCases)
  func `every kind of failure comes back as it was`(kind: Failure.Kind) async throws {
    let store = try Store(path: folder.database)
    try await store.noteFailure(Failure(kind, "“So” it was."), of: "acme", at: noon)
    #expect(
      try await store.history(of: "acme").lastFailure?.failure == Failure(kind, "“So” it was."))
  }

  @Test func `an account that is not known has no history`() async throws {
    let store = try Store(path: folder.database)
    #expect(try await store.history(of: "acme") == AccountHistory(account: "acme"))
    #expect(try await store.accountNames().isEmpty)
  }

  @Test func `the zone and the users' age stay when an outcome is noted`() async throws {
    let store = try Store(path: folder.database)
    try await store.remember(zone: "Europe/Berlin", of: "acme")
    try await store.replaceUsers([User(id: "1")], of: "acme", at: noon)
    try await store.succeed("acme", at: noon + 1)
    try await store.noteFailure(refused, of: "acme", at: noon + 2)
    #expect(try await store.zone(of: "acme") == "Europe/Berlin")
    #expect(try await store.usersFetchedAt(of: "acme") == noon)
    #expect(try await store.history(of: "acme").zone == "Europe/Berlin")
    #expect(try await store.history(of: "acme").users == 1)
  }

  @Test func `the windows of an account are told without their records`() async throws {
    let store = try Store(path: folder.database)
    let total = key(.total, "2026-11-02", "2026-11-16", resource: .activity)
    let partial = Page(records: [record("1")], isPartial: true)
    _ = try await store.add(partial, after: nil, to: key(), at: noon)
    _ = try await store.add(page([]), after: nil, to: total, at: noon + 5)
    _ = try await store.add(page([]), after: nil, to: key(account: "globex"), at: noon)
    #expect(
      try await store.history(of: "acme").windows == [
        WindowSummary(key: total, fetchedAt: noon + 5),
        WindowSummary(key: key(), fetchedAt: noon, isPartial: true),
      ])
  }

  @Test func `windows in flight are told by the age of their first page`() async throws {
    let store = try Store(path: folder.database)
    _ = try await store.add(page([record("1")], next: "b"), after: nil, to: key(), at: noon)
    _ = try await store.add(page([record("2")], next: "c"), after: "b", to: key(), at: noon + 9)
    let history = try await store.history(of: "acme")
    #expect(history.begunAt == [noon])
    #expect(history.pagesInFlight == 2)
    #expect(history.windows.isEmpty)
  }

  @Test func `an account is known by whatever is kept of it`() async throws {
    let store = try Store(path: folder.database)
    try await store.countRequest(of: "counted", on: day("2026-11-20"))
    try await store.succeed("noted", at: noon)
    _ = try await store.add(page([]), after: nil, to: key(account: "fetched"), at: noon)
    _ = try await store.add(
      page([record("1")], next: "b"), after: nil, to: key(account: "begun"), at: noon)
    #expect(try await store.accountNames() == ["begun", "counted", "fetched", "noted"])
  }

  @Test func `a file of the first version is brought up to date and keeps what it holds`()
    async throws
  {
    let path = folder.database
    try makeFolder()
    do {
      let old = try Connection(path: path)
      try old.execute(Schema.migrations[0])
      try old.execute(
        """
        PRAGMA user_version = 1;
        INSERT INTO accounts VALUES ('acme', 'Europe/Berlin', 1795176000000);
        INSERT INTO requests VALUES ('acme', 20777, 412);
        INSERT INTO users VALUES ('acme', 0, '7', 'Ana', NULL, NULL);
        """)
    }
    let store = try Store(path: path)
    #expect(await store.notice == nil)
    #expect(try await store.zone(of: "acme") == "Europe/Berlin")
    // The list has to come again, since it says more by now.
    #expect(try await store.usersFetchedAt(of: "acme") == nil)
    #expect(try await store.requestCount(of: "acme", on: Day(number: 20_777)) == 412)
    #expect(try await store.directory(of: "acme").users.map(\.name) == ["Ana"])
    #expect(try await store.history(of: "acme").lastFailure == nil)
    try await store.noteFailure(refused, of: "acme", at: noon)
    #expect(try await store.history(of: "acme").lastFailure?.failure == refused)
    #expect(try Connection(path: path).integer("PRAGMA user_version") == Schema.version)
  }

  private func makeFolder() throws {
    try StoreFile(path: folder.database).prepare()
  }
}

extension Store {
  /// Notes a success on the day of `noon`.
  func succeed(_ account: String, at time: Timestamp) throws(StoreError) {
    try noteSuccess(of: account, at: time, today: day("2026-11-20"), retain: 400)
  }
}
