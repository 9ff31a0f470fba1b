import Records

extension PackedTable {
  /// Reads a table of a resource; whatever the bytes are, this ends in a table that is safe to
  /// use, or an error.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, resource: Resource
  ) throws(PackedTableError) -> RecordTable {
    var reader = ByteReader(bytes)
    guard try reader.array(magic.count, of: UInt8.self) == magic else { throw .damaged }
    guard try reader.read(UInt8.self) == version else { throw .unknownFormat }
    let rows = try reader.count()
    var section = try reader.section()
    let users = try section.users(rows)

    section = try reader.section()
    guard try section.count() == resource.fields.count else { throw .unknownFormat }
    var values: [NumberColumn] = []
    for _ in resource.fields { values.append(try section.numbers(rows)) }

    section = try reader.section()
    var additional: [RecordTable.AdditionalMetric] = []
    for _ in 0..<(try section.count()) {
      let name = String(decoding: try section.take(try section.count()), as: UTF8.self)
      additional.append(.init(name: name, values: try section.numbers(rows)))
    }

    section = try reader.section()
    return RecordTable(
      resource: resource, users: users, values: values, additional: additional,
      texts: RecordTexts(
        ids: try section.texts(rows), startTimes: try section.texts(rows),
        endTimes: try section.texts(rows), timezones: try section.texts(rows),
        aggregationPeriods: try section.texts(rows), createdTimes: try section.texts(rows),
        updatedTimes: try section.texts(rows)))
  }
}

extension ByteReader {
  fileprivate mutating func users(_ rows: Int) throws(PackedTableError) -> [UserNumber] {
    switch PackedTable.Width(rawValue: try read(UInt8.self)) {
    case .one: try ascending(array(rows, of: UInt8.self))
    case .two: try ascending(array(rows, of: UInt16.self))
    case .four: try ascending(array(rows, of: UInt32.self))
    case nil: throw .damaged
    }
  }

  private func ascending<Step: UnsignedInteger & FixedWidthInteger>(
    _ steps: [Step]
  ) throws(PackedTableError) -> [UserNumber] {
    var sum = 0
    let users = steps.map { step in
      sum += Int(step)
      return UserNumber(truncatingIfNeeded: sum)
    }
    guard sum <= UserNumber.max else { throw .damaged }
    return users
  }

  fileprivate mutating func numbers(_ rows: Int) throws(PackedTableError) -> NumberColumn {
    let kind = try read(UInt8.self)
    let digits = try read(UInt8.self)
    let parts = PackedTable.NumberParts(rawValue: try read(UInt8.self))
    guard digits <= NumberColumn.maximumDigits else { throw .damaged }
    let words = (rows + 63) / 64
    let presence: [UInt64] = try parts.contains(.presence) ? array(words) : []
    let integers: [UInt64] = try parts.contains(.integers) ? array(words) : []
    let storage: NumberColumn.Storage =
      switch kind {
      case 0: .int8(try array(rows))
      case 1: .int16(try array(rows))
      case 2: .int32(try array(rows))
      case 3: .int64(try array(rows))
      case 4: .float64(try array(rows))
      default: throw .damaged
      }
    var exact: [Int32: Int64] = [:]
    if parts.contains(.exact) {
      let count = try count()
      let places: [Int32] = try array(count)
      let values: [Int64] = try array(count)
      for (row, value) in zip(places, values) { exact[row] = value }
    }
    return NumberColumn(
      storage: storage, digits: digits, presence: presence, integers: integers, exact: exact)
  }

  fileprivate mutating func texts(_ rows: Int) throws(PackedTableError) -> TextColumn {
    let lengths: [UInt32] = try array(try count())
    var texts: [String] = []
    texts.reserveCapacity(lengths.count)
    for length in lengths {
      texts.append(String(decoding: try take(Int(length)), as: UTF8.self))
    }
    let width = try read(UInt8.self)
    guard width != 0 else {
      guard texts.count <= 1 else { throw .damaged }
      return TextColumn(texts: texts, indexes: [])
    }
    let indexes: [Int32] =
      switch PackedTable.Width(rawValue: width) {
      case .one: try array(rows, of: Int8.self).map { Int32($0) }
      case .two: try array(rows, of: Int16.self).map { Int32($0) }
      case .four: try array(rows)
      case nil: throw .damaged
      }
    guard (indexes.min() ?? 0) >= -1, (indexes.max() ?? -1) < texts.count else { throw .damaged }
    return TextColumn(texts: texts, indexes: indexes)
  }
}
