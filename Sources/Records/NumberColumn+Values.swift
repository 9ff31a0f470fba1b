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
    values.withUnsafeMutableBufferPointer { values in
      for (index, word) in presence.enumerated() {
        var absent = ~word
        while absent != 0 {
          let row = index * 64 + absent.trailingZeroBitCount
          guard row < values.count else { return }
          values[row] = .nan
          absent &= absent - 1
        }
      }
    }
    return values
  }

  private func scaled<Value: FixedWidthInteger>(_ integers: [Value]) -> [Double] {
    let power = NumberColumn.powers[Int(digits)]
    return Array(unsafeUninitializedCapacity: integers.count) { values, count in
      integers.withUnsafeBufferPointer { integers in
        if power == 1 {
          for row in integers.indices { values[row] = Double(integers[row]) }
        } else {
          for row in integers.indices { values[row] = Double(integers[row]) / power }
        }
      }
      count = integers.count
    }
  }
}
