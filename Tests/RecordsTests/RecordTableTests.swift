import Records
import Testing

@Suite struct RecordTableTests {
  private func record(
    _ user: String, _ patience: Number?, start: String? = "2026-11-09", end: String? = "2026-11-16",
    id: String? = nil
  ) -> Record {
    Record(
      resource: .interactions, id: id ?? user, user: User(id: user), startTime: start, endTime: end,
      values: [patience, nil, nil, .integer(91), nil])
  }

  private func packed(_ records: [Record]) -> (table: RecordTable, directory: Directory) {
    var directory = Directory()
    let table = RecordTable(resource: .interactions, records: records) {
      directory.intern(User(id: $0))
    }
    return (table, directory)
  }

  private func unpacked(_ records: [Record]) -> [Record] {
    let (table, directory) = packed(records)
    return (0..<table.count).map { table.record($0, directory: directory) }
  }

  @Test func `records come back as they were, their own ids too`() {
    var odd = record("18446744073709551615", .decimal(0.5), start: nil, end: nil, id: "of its own")
    odd.timezone = "US/Pacific"
    odd.aggregationPeriod = "quarter"
    odd.createdAt = "2019-01-21T000:00:00-08:00"
    odd.updatedAt = "\u{1B}[2J"
    odd.additional = [.init(name: "talk ratio", value: .integer(43))]
    let records = [odd, record("2", nil)]
    #expect(unpacked(records) == records)
  }

  @Test func `an additional metric is read by its name`() {
    var odd = record("1", .decimal(0.5))
    odd.additional = [.init(name: "talk ratio", value: .integer(43))]
    let table = packed([odd, record("2", nil)]).table
    #expect(odd[.additional("talk ratio")] == .integer(43))
    #expect(table.value(.additional("talk ratio"), of: 0) == 43)
    #expect(table.value(.additional("talk ratio"), of: 1) == nil)
    #expect(table.value(.additional("patience"), of: 0) == nil)
    #expect(table.column(.counter(.callsHosted)) == nil)
  }

  @Test func `ids that are those of the users take no room`() {
    let texts = packed([record("1", nil), record("2", nil)]).table.texts
    #expect(texts.ids.texts.isEmpty)
    #expect(texts.ids.indexes.isEmpty)
  }

  @Test func `of two records of a user and period the last wins`() {
    let other = record("1", .integer(2), start: "2026-11-02")
    let longer = record("1", .integer(3), end: "2026-11-17")
    let last = record("1", .integer(4))
    let found = unpacked([record("1", .integer(1)), longer, record("2", nil), other, last])
    #expect(found == [other, last, longer, record("2", nil)])
  }

  @Test func `records without a period are one period, and not an empty text's`() {
    let (none, empty) = (record("1", .integer(1), start: nil), record("1", nil, start: ""))
    #expect(unpacked([none, empty, none, empty]) == [none, empty])
  }

  @Test func `rows are in order of the users' numbers, and found by them`() {
    var directory = Directory([User(id: "b"), User(id: "c"), User(id: "a")])
    let records = [record("a", .integer(1)), record("b", nil), record("c", .decimal(0.5))]
    let table = RecordTable(resource: .interactions, records: records) {
      directory.intern(User(id: $0))
    }
    #expect(table.users == [0, 1, 2])
    #expect(table.value(.metric(.patience), of: 2) == 1)
    #expect(table.value(.metric(.patience), of: 0) == nil)
    #expect(table.value(.metric(.longestMonologue), of: 0) == 91)
    #expect(table.value(.counter(.callsHosted), of: 1) == nil)
    #expect(table.row(of: 3) == nil)
    #expect(RecordTable(resource: .activity, records: [], number: { _ in 0 }).row(of: 0) == nil)
  }

  @Test func `a directory gives new users the next number and known ones theirs`() {
    var directory = Directory([User(id: "a", name: "Ana")])
    #expect(directory.intern(User(id: "a")) == 0)
    #expect(directory.intern(User(id: "b", name: "Bo")) == 1)
    directory[1].name = "Bob"
    #expect(directory.users.map(\.name) == ["Ana", "Bob"])
    #expect(directory.number(of: "b") == 1)
    #expect(directory.number(of: "c") == nil)
  }
}
