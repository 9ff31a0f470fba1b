import Records

extension PackedTable {
  /// The bytes of a table; every number and text comes back exactly as it is.
  static func encode(_ table: RecordTable) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(contentsOf: magic)
    writer.append(version)
    writer.append(UInt32(table.count))
    writer.section { $0.append(users: table.users) }
    writer.section { writer in
      writer.append(UInt32(table.values.count))
      for column in table.values { writer.append(column) }
    }
    writer.section { writer in
      writer.append(UInt32(table.additional.count))
      for metric in table.additional {
        writer.append(UInt32(metric.name.utf8.count))
        writer.append(contentsOf: metric.name)
        writer.append(metric.values)
      }
    }
    writer.section { writer in
      for column in table.texts.columns { writer.append(column) }
    }
    return writer.bytes
  }
}

extension RecordTexts {
  /// The columns in the order in which they are packed.
  var columns: [TextColumn] {
    [ids, startTimes, endTimes, timezones, aggregationPeriods, createdTimes, updatedTimes]
  }
}

extension ByteWriter {
  /// Ascending numbers, each as what it adds to the one before.
  fileprivate mutating func append(users: [UserNumber]) {
    var last: UserNumber = 0
    let steps = users.map { user in
      defer { last = user }
      return user - last
    }
    let width = PackedTable.Width(unsigned: Int(steps.max() ?? 0))
    append(width.rawValue)
    switch width {
    case .one: append(contentsOf: steps.map { UInt8($0) })
    case .two: append(contentsOf: steps.map { UInt16($0) })
    case .four: append(contentsOf: steps)
    }
  }

  fileprivate mutating func append(_ column: NumberColumn) {
    var parts: PackedTable.NumberParts = []
    if !column.presence.isEmpty { parts.insert(.presence) }
    if !column.integers.isEmpty { parts.insert(.integers) }
    if !column.exact.isEmpty { parts.insert(.exact) }
    append(column.storage.kind)
    append(column.digits)
    append(parts.rawValue)
    append(contentsOf: column.presence)
    append(contentsOf: column.integers)
    switch column.storage {
    case .int8(let values): append(contentsOf: values)
    case .int16(let values): append(contentsOf: values)
    case .int32(let values): append(contentsOf: values)
    case .int64(let values): append(contentsOf: values)
    case .float64(let values): append(contentsOf: values)
    }
    guard parts.contains(.exact) else { return }
    let rows = column.exact.keys.sorted()
    append(UInt32(rows.count))
    append(contentsOf: rows)
    append(contentsOf: rows.compactMap { column.exact[$0] })
  }

  fileprivate mutating func append(_ column: TextColumn) {
    append(UInt32(column.texts.count))
    append(contentsOf: column.texts.map { UInt32($0.utf8.count) })
    for text in column.texts { append(contentsOf: text) }
    guard !column.indexes.isEmpty else { return append(UInt8(0)) }
    let width = PackedTable.Width(signed: column.texts.count - 1)
    append(width.rawValue)
    switch width {
    case .one: append(contentsOf: column.indexes.map { Int8($0) })
    case .two: append(contentsOf: column.indexes.map { Int16($0) })
    case .four: append(contentsOf: column.indexes)
    }
  }
}

extension NumberColumn.Storage {
  fileprivate var kind: UInt8 {
    switch self {
    case .int8: 0
    case .int16: 1
    case .int32: 2
    case .int64: 3
    case .float64: 4
    }
  }
}
