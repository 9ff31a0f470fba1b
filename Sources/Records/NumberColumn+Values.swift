extension NumberColumn {
  /// The value of every row for arithmetic, NaN where it is absent: a team over a year is read
  /// faster by whole columns.
  package var values: [Double] {
    var values =
      switch storage {
      case .int8(let integers): scaled(integers)
      case .int16(let integers): scaled(integers)
      case .int32(let integers): scaled(integers)
      case .int64(let integers): scaled(integers)
      case .float64(let values): values
      }
    for (index, word) in presence.enumerated() where word != .max {
      for bit in 0..<min(64, values.count - index * 64) where word >> UInt64(bit) & 1 == 0 {
        values[index * 64 + bit] = .nan
      }
    }
    return values
  }

  private func scaled<Value: FixedWidthInteger>(_ integers: [Value]) -> [Double] {
    let power = NumberColumn.powers[Int(digits)]
    return Array(unsafeUninitializedCapacity: integers.count) { values, count in
      integers.withUnsafeBufferPointer { integers in
        for row in integers.indices { values[row] = Double(integers[row]) / power }
      }
      count = integers.count
    }
  }
}
