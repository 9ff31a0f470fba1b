import Records
import Testing

@testable import Store

@Suite struct WindowTests {
  let folder = TemporaryFolder()

  @Test func `what was never fetched is not there`() async throws {
    let store = try Store(path: folder.database)
    #expect(try await store.windows([key()]).isEmpty)
    #expect(try await store.pagesInFlight(of: key()) == nil)
    #expect(try await store.directory(of: "acme").users.isEmpty)
    #expect(await store.notice == nil)
  }

  @Test func `a window of one page comes back as it was made, also after reopening`() async throws {
    let made: Window?
    do {
      let store = try Store(path: folder.database)
      var odd = record("18446744073709551615", name: "李小龍")
      odd.additional = [.init(name: "talk ratio", value: .decimal(0.4321))]
      odd.createdAt = "2019-01-21T000:00:00-08:00"
      let sent = Page(
        records: [odd, record("7")], isPartial: true, skipped: ["a record without a user"])
      made = try await store.add(sent, after: nil, to: key(), at: noon)
      #expect(try await store.windows([key()]) == [key(): made])
    }
    let store = try Store(path: folder.database)
    let found = try await store.windows([key()])[key()]
    #expect(found == made)
    #expect(found?.isPartial == true)
    #expect(found?.skipped == 1)
    #expect(found?.fetchedAt == noon)
    let all = records(found, try await store.directory(of: "acme"))
    #expect(all.map(\.id) == ["18446744073709551615", "7"])
    #expect(all.first?.user.name == "李小龍")
    #expect(all.first?.additional == [.init(name: "talk ratio", value: .decimal(0.4321))])
    #expect(all.first?.createdAt == "2019-01-21T000:00:00-08:00")
    #expect(all.first?.values == [.decimal(0.92), .decimal(6.4), nil, .integer(91), nil])
  }

  @Test func `a window without records is a window`() async throws {
    let store = try Store(path: folder.database)
    #expect(try await store.add(page([]), after: nil, to: key(), at: noon)?.table.count == 0)
    #expect(try await store.windows([key()])[key()]?.table.count == 0)
  }

  @Test func `absent and zero stay two things`() async throws {
    let store = try Store(path: folder.database)
    let sent = record("7", [.integer(0), nil, .decimal(0), .decimal(-0.0), .integer(.min)])
    _ = try await store.add(page([sent]), after: nil, to: key(), at: noon)
    let found = try await store.windows([key()])[key()]
    #expect(records(found, try await store.directory(of: "acme")) == [sent])
    #expect(found?.table.values[3][0]?.sign == .minus)
  }

  @Test func `a window is replaced as a whole, vanished users and all`() async throws {
    let store = try Store(path: folder.database)
    _ = try await store.add(page([record("1"), record("2")]), after: nil, to: key(), at: noon)
    _ = try await store.add(page([record("3")]), after: nil, to: key(), at: noon + 60)
    let found = try await store.windows([key()])[key()]
    let directory = try await store.directory(of: "acme")
    #expect(records(found, directory).map(\.id) == ["3"])
    #expect(found?.fetchedAt == noon + 60)
    #expect(directory.users.map(\.id) == ["1", "2", "3"])
  }

  @Test func `a trend window is found whatever its end is, a total only at both its days`()
    async throws
  {
    let store = try Store(path: folder.database)
    let tuesday = key(.week, "2026-11-16", "2026-11-17")
    let friday = key(.week, "2026-11-16", "2026-11-20")
    _ = try await store.add(page([record("1")]), after: nil, to: tuesday, at: noon)
    #expect(try await store.windows([friday])[friday]?.key == tuesday)
    _ = try await store.add(page([record("2")]), after: nil, to: friday, at: noon)
    #expect(try await store.windows([tuesday])[tuesday]?.key == friday)

    let total = key(.total, "2026-11-16", "2026-11-20")
    let shorter = key(.total, "2026-11-16", "2026-11-19")
    _ = try await store.add(page([record("3")]), after: nil, to: total, at: noon)
    #expect(try await store.windows([total, shorter]).keys.map(\.self) == [total])
  }

  @Test func `windows of other accounts, resources, zones and granularities are others`()
    async throws
  {
    let store = try Store(path: folder.database)
    _ = try await store.add(page([record("1")]), after: nil, to: key(), at: noon)
    let others = [
      key(account: "globex"), key(resource: .activity), key(zone: "UTC"),
      key(.day, "2026-11-09", "2026-11-10"), key(.week, "2026-11-02", "2026-11-09"),
      key(.total, "2026-11-09", "2026-11-16"),
    ]
    #expect(try await store.windows(others).isEmpty)
  }

  @Test func `ten thousand users come back in order, each with their own numbers`() async throws {
    let store = try Store(path: folder.database)
    let sent = (0..<10_000).map { patience("\(1_000_000 - $0)", Double($0) / 100) }
    let half = sent.count / 2
    let first = page(Array(sent[..<half]), next: "c")
    #expect(try await store.add(first, after: nil, to: key(), at: noon) == nil)
    _ = try await store.add(page(Array(sent[half...])), after: "c", to: key(), at: noon)
    let found = try await store.windows([key()])[key()]
    #expect(records(found, try await store.directory(of: "acme")) == sent)
  }
}
