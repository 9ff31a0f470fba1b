/// Numbers of one field, a row each, some of them absent, in as few bytes as hold them losslessly.
///
/// Decimals such as 0.92 are kept as the integer 92 with two digits after the point whenever that
/// gives back exactly the same `Double`; so a year of a large team fits in memory.
package struct NumberColumn: Equatable, Sendable {
  /// The numbers as stored; an absent one is a zero here.
  package enum Storage: Equatable, Sendable {
    case int8([Int8])
    case int16([Int16])
    case int32([Int32])
    case int64([Int64])
    case float64([Double])
  }

  /// The numbers in the narrowest form that holds them losslessly.
  package let storage: Storage
  /// How many digits of the stored integers stand after the decimal point; 0 to 6.
  package let digits: UInt8
  /// A bit per row, set where a number is present; empty when all are.
  package let presence: [UInt64]
  /// A bit per row, set where the provider wrote an integer; empty when `digits` is 0 and the
  /// storage is of integers, where all are.
  package let integers: [UInt64]
  /// By row, the integers of a `float64` storage that are too long for a `Double`.
  package let exact: [Int32: Int64]

  /// Rebuilds a column from its parts, as the cache does.
  package init(
    storage: Storage, digits: UInt8, presence: [UInt64], integers: [UInt64],
    exact: [Int32: Int64] = [:]
  ) {
    self.storage = storage
    self.digits = digits
    self.presence = presence
    self.integers = integers
    self.exact = exact
  }

  /// Packs numbers, one a row, nil where it is absent.
  package init(_ numbers: [Number?]) {
    presence = numbers.contains(nil) ? NumberColumn.bits(numbers) { $0 != nil } : []
    let isIntegers = !numbers.contains { if case .decimal = $0 { true } else { false } }
    guard let (scaled, digits) = NumberColumn.scaled(numbers) else {
      storage = .float64(numbers.map { $0?.double ?? 0 })
      digits = 0
      integers = NumberColumn.bits(numbers, NumberColumn.isInteger)
      exact = NumberColumn.exact(numbers)
      return
    }
    exact = [:]
    self.digits = digits
    integers = isIntegers ? [] : NumberColumn.bits(numbers, NumberColumn.isInteger)
    let low = scaled.min() ?? 0
    let high = scaled.max() ?? 0
    if low >= Int8.min, high <= Int8.max {
      storage = .int8(scaled.map { Int8($0) })
    } else if low >= Int16.min, high <= Int16.max {
      storage = .int16(scaled.map { Int16($0) })
    } else if low >= Int32.min, high <= Int32.max {
      storage = .int32(scaled.map { Int32($0) })
    } else {
      storage = .int64(scaled)
    }
  }

  /// How many rows there are, absent numbers included.
  package var count: Int {
    switch storage {
    case .int8(let values): values.count
    case .int16(let values): values.count
    case .int32(let values): values.count
    case .int64(let values): values.count
    case .float64(let values): values.count
    }
  }

  /// The value of a row for arithmetic; nil where it is absent.
  package subscript(row: Int) -> Double? {
    guard presence.isEmpty || presence[row >> 6] >> UInt64(row & 63) & 1 == 1 else { return nil }
    switch storage {
    case .int8(let values): return Double(values[row]) / NumberColumn.powers[Int(digits)]
    case .int16(let values): return Double(values[row]) / NumberColumn.powers[Int(digits)]
    case .int32(let values): return Double(values[row]) / NumberColumn.powers[Int(digits)]
    case .int64(let values): return Double(values[row]) / NumberColumn.powers[Int(digits)]
    case .float64(let values): return values[row]
    }
  }

  /// The number of a row as it came.
  package func number(_ row: Int) -> Number? {
    guard let value = self[row] else { return nil }
    let isInteger =
      integers.isEmpty ? !isFloat : integers[row >> 6] >> UInt64(row & 63) & 1 == 1
    guard isInteger else { return .decimal(value) }
    if case .int64(let values) = storage, digits == 0 { return .integer(values[row]) }
    if let value = exact[Int32(truncatingIfNeeded: row)] { return .integer(value) }
    return Int64(exactly: value).map(Number.integer) ?? .decimal(value)
  }

  private var isFloat: Bool { if case .float64 = storage { true } else { false } }

  /// How many digits after the point a column can have at most.
  package static var maximumDigits: Int { powers.count - 1 }

  static let powers: [Double] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

  private static func isInteger(_ number: Number?) -> Bool {
    if case .integer = number { true } else { false }
  }

  private static func bits(_ numbers: [Number?], _ test: (Number?) -> Bool) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: (numbers.count + 63) / 64)
    for (row, number) in numbers.enumerated() where test(number) {
      bits[row >> 6] |= 1 << UInt64(row & 63)
    }
    return bits
  }

  private static func exact(_ numbers: [Number?]) -> [Int32: Int64] {
    var exact: [Int32: Int64] = [:]
    for (row, number) in numbers.enumerated() {
      guard case .integer(let value) = number, Int64(exactly: Double(value)) != value else {
        continue
      }
      exact[Int32(row)] = value
    }
    return exact
  }

  /// The numbers as integers with a common number of digits after the point; nil when no such
  /// number gives back exactly what came.
  private static func scaled(_ numbers: [Number?]) -> ([Int64], UInt8)? {
    let limit = 9e15
    search: for digits in 0..<powers.count {
      let power = powers[digits]
      var scaled: [Int64] = []
      scaled.reserveCapacity(numbers.count)
      for number in numbers {
        switch number {
        case nil: scaled.append(0)
        case .integer(let value) where digits == 0: scaled.append(value)
        case .integer(let value):
          guard abs(Double(value)) * power < limit else { return nil }
          scaled.append(value * Int64(power))
        case .decimal(let value):
          let product = (value * power).rounded()
          guard abs(product) < limit else { return nil }
          guard product / power == value, !(value == 0 && value.sign == .minus) else {
            continue search
          }
          scaled.append(Int64(product))
        }
      }
      return (scaled, UInt8(digits))
    }
    return nil
  }
}
