import Records
import Testing

@testable import Store

@Suite struct PackedTableTests {
  private func decoded(_ bytes: [UInt8]) throws -> RecordTable {
    try bytes.withUnsafeBytes { bytes throws(PackedTableError) in
      try PackedTable.decode(bytes, resource: .interactions)
    }
  }

  private func table(
    _ columns: [[Number?]], rows: Int, texts: [String?]? = nil, users: [UserNumber]? = nil
  ) -> RecordTable {
    let texts = TextColumn(texts ?? [String?](repeating: nil, count: rows))
    let same = TextColumn([String?](repeating: "same for all", count: rows))
    let filled = columns + Array(repeating: [Number?](repeating: nil, count: rows), count: 5)
    return RecordTable(
      resource: .interactions, users: users ?? (0..<rows).map { UserNumber($0) },
      values: filled.prefix(5).map { NumberColumn($0) },
      additional: columns.dropFirst(5).enumerated().map { index, column in
        .init(name: "metric \(index) é", values: NumberColumn(column))
      },
      texts: RecordTexts(
        ids: texts, startTimes: same, endTimes: same, timezones: texts, aggregationPeriods: texts,
        createdTimes: texts, updatedTimes: same))
  }

  @Test(
    arguments: [
      [.integer(1), nil, .integer(-128)],
      [.integer(127), .integer(-32_768), nil],
      [.integer(.max), .integer(.min), .integer(0)],
      [.integer(70_000), .decimal(0.5), nil],
      [.integer(.max), .decimal(3), .decimal(-4)],
      [.integer(.max), .decimal(0.123_456_789_012_3), .integer(9_007_199_254_740_993)],
      [.decimal(0.92), .decimal(-12.25), .integer(3)],
      [.decimal(-0.0), .integer(0), .decimal(0)],
      [.decimal(1e300), .decimal(.leastNonzeroMagnitude), .decimal(-.greatestFiniteMagnitude)],
      [.decimal(0.1 + 0.2), .decimal(1 / 3), .integer(5)],
      [nil, nil, nil],
    ] as [[Number?]])
  func `numbers come back as they are`(_ numbers: [Number?]) throws {
    let made = table([numbers, [nil, .decimal(1.5), nil], numbers, [], [], numbers], rows: 3)
    let whole = RecordTable(
      resource: made.resource, users: made.users,
      values: made.values.map { $0.count == 3 ? $0 : NumberColumn([nil, nil, nil]) },
      additional: made.additional, texts: made.texts)
    let found = try decoded(PackedTable.encode(whole))
    #expect(found == whole)
    for (row, number) in numbers.enumerated() {
      #expect(found.values[0].number(row) == number)
      #expect(found.additional[0].values.number(row) == number)
      if case .decimal(let value) = number {
        #expect(found.values[0].number(row)?.double.bitPattern == value.bitPattern)
      }
    }
  }

  @Test(arguments: [1, 63, 64, 65, 127, 128, 129, 130, 300, 40_000])
  func `tables of any height come back`(_ rows: Int) throws {
    let numbers = (0..<rows).map { $0 % 3 == 0 ? nil : Number.decimal(Double($0) / 8) }
    let texts = (0..<rows).map { $0 % 5 == 1 ? nil : "text \($0)" }
    let users = (0..<rows).map { UserNumber($0 / 2 * 70_000 / max(1, rows / 700)) }
    let made = table([numbers], rows: rows, texts: texts, users: users)
    #expect(try decoded(PackedTable.encode(made)) == made)
  }

  @Test func `a table without rows comes back`() throws {
    let made = table([], rows: 0)
    #expect(try decoded(PackedTable.encode(made)) == made)
  }

  @Test func `texts come back byte by byte`() throws {
    let odd: [String?] = [
      "", nil, "\u{0}", "a\u{0}b", "\u{1B}[31m", "e\u{301}", "é", "👩‍👩‍👧", "\u{202E}rtl", "李小龍",
      String(repeating: "x", count: 70_000),
    ]
    let found = try decoded(PackedTable.encode(table([], rows: odd.count, texts: odd)))
    for (row, text) in odd.enumerated() {
      #expect(found.texts.ids[row].map { Array($0.utf8) } == text.map { Array($0.utf8) })
    }
  }

  @Test func `what repeats costs next to nothing`() {
    let records = (0..<1000).map { patience("id of user \($0)", Double($0 % 100) / 100) }
    var directory = Directory()
    let made = RecordTable(resource: .interactions, records: records) {
      directory.intern(User(id: $0))
    }
    // A step and a number are a byte each, besides the absent ones of the other four columns.
    #expect(PackedTable.encode(made).count < 1000 * 2 + 4 * 1000 + 6 * 128 * 2 + 400)
  }

  private var sample: [UInt8] {
    let numbers = (0..<20).map { $0 == 3 ? nil : Number.decimal(Double($0) * 1.1) }
    let wide: [Number?] = (0..<20).map { $0 == 5 ? .integer(.max) : .decimal(1 / Double($0 + 3)) }
    let texts = (0..<20).map { $0 % 4 == 0 ? nil : "t\($0 % 7)" }
    return PackedTable.encode(
      table([numbers, wide, numbers, wide, numbers, wide], rows: 20, texts: texts))
  }

  @Test func `bytes that end early are an error`() {
    for count in sample.indices {
      #expect(throws: PackedTableError.self) { try decoded(Array(sample[..<count])) }
    }
  }

  @Test func `damaged bytes are an error or a table that is safe to read`() {
    let sample = sample
    for place in sample.indices {
      for value in [0, 0x7f, 0xff, sample[place] ^ 1, sample[place] &+ 1] as [UInt8] {
        var bytes = sample
        bytes[place] = value
        guard let found = try? decoded(bytes) else { continue }
        let highest = found.users.last ?? 0
        guard highest < 100_000 else { continue }
        let directory = Directory((0...highest).map { User(id: "\($0)") })
        for row in 0..<found.count { _ = found.record(row, directory: directory) }
      }
    }
  }

  @Test func `a format of another version is not guessed at`() {
    var bytes = sample
    bytes[PackedTable.magic.count] = PackedTable.version + 1
    #expect(throws: PackedTableError.unknownFormat) { try decoded(bytes) }
    #expect(throws: PackedTableError.unknownFormat) {
      try sample.withUnsafeBytes { bytes throws(PackedTableError) in
        try PackedTable.decode(bytes, resource: .activity)
      }
    }
  }
}
