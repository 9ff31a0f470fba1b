import Records
import Testing

@Suite struct NumberColumnTests {
  @Test(
    arguments: [
      [], [nil], [.integer(0)], [nil, .integer(5), nil],
      [.integer(.max), .integer(.min), nil],
      [.integer(.max), .decimal(3)],
      [.integer(9_007_199_254_740_993), .decimal(0.123_456_789_1), .integer(2)],
      [.decimal(0.92), .integer(3), .decimal(-12.5), nil],
      [.decimal(-0.0), .decimal(0), .integer(0)],
      [.decimal(1e300), .decimal(.leastNonzeroMagnitude), .integer(7)],
      [.decimal(1e15), .decimal(0.000_001)], [.decimal(0.1 + 0.2)],
      [.decimal(2), .decimal(3)],
    ] as [[Number?]])
  func `every number comes back as it came`(_ numbers: [Number?]) {
    let column = NumberColumn(numbers)
    #expect(column.count == numbers.count)
    for (row, number) in numbers.enumerated() {
      #expect(column.number(row) == number)
      #expect(column[row]?.bitPattern == number?.double.bitPattern)
    }
    let values = column.values.map { $0.isNaN ? nil : $0.bitPattern }
    #expect(values == numbers.map { $0?.double.bitPattern })
  }

  @Test func `numbers take the narrowest storage that holds them`() {
    func storage(_ numbers: [Number?]) -> NumberColumn.Storage { NumberColumn(numbers).storage }
    #expect(storage([.integer(-128), .integer(127), nil]) == .int8([-128, 127, 0]))
    #expect(storage([.integer(128)]) == .int16([128]))
    #expect(storage([.integer(32_768)]) == .int32([32_768]))
    #expect(storage([.integer(2_147_483_648)]) == .int64([2_147_483_648]))
    #expect(storage([.decimal(0.92), .decimal(12.5)]) == .int16([92, 1250]))
    #expect(NumberColumn([.decimal(0.92), .decimal(12.5)]).digits == 2)
    #expect(storage([.decimal(1.0 / 3)]) == .float64([1.0 / 3]))
  }

  @Test func `absent rows are told from zeros past the first 64`() {
    let numbers = (0..<200).map { $0 % 65 == 64 ? nil : Number.integer(0) }
    let column = NumberColumn(numbers)
    #expect((0..<200).filter { column[$0] == nil } == [64, 129, 194])
    #expect((0..<200).filter { column.values[$0].isNaN } == [64, 129, 194])
    #expect(NumberColumn([.integer(1)]).presence.isEmpty)
  }
}

@Suite struct TextColumnTests {
  @Test(
    arguments: [
      [], [nil], [nil, nil], ["a"], ["a", "a"], ["a", nil], [nil, "a", "b", "a"],
      ["e\u{301}", "é", "e\u{301}"], ["", nil, "\u{0}"],
    ] as [[String?]])
  func `every text comes back byte by byte`(_ texts: [String?]) {
    let column = TextColumn(texts)
    for (row, text) in texts.enumerated() {
      #expect(column[row].map { Array($0.utf8) } == text.map { Array($0.utf8) })
    }
  }

  @Test func `a text is kept once, and one for all rows needs no indexes`() {
    let mixed = TextColumn(["a", "b", nil, "a"])
    #expect(mixed.texts == ["a", "b"])
    #expect(mixed.indexes == [0, 1, -1, 0])
    #expect(TextColumn(["a", "a"]).indexes.isEmpty)
    #expect(TextColumn([nil, nil]).texts.isEmpty)
  }
}
