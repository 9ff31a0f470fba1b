/// Why packed bytes cannot be read.
enum PackedTableError: Error, Equatable {
  /// They end before what they promise, or promise what cannot be.
  case damaged
  /// They are of a format that this program does not know.
  case unknownFormat
}

/// Reads bytes front to back and never past their end; valid as long as the bytes are.
struct ByteReader {
  private var rest: Slice<UnsafeRawBufferPointer>

  init(_ bytes: UnsafeRawBufferPointer) { rest = bytes[...] }

  var remaining: Int { rest.count }

  mutating func take(_ count: Int) throws(PackedTableError) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= rest.count else { throw .damaged }
    defer { rest = rest.dropFirst(count) }
    return UnsafeRawBufferPointer(rebasing: rest.prefix(count))
  }

  mutating func read<Value: BitwiseCopyable>(_: Value.Type) throws(PackedTableError) -> Value {
    try take(MemoryLayout<Value>.size).loadUnaligned(as: Value.self)
  }

  /// A count or length, written as 32 bits.
  mutating func count() throws(PackedTableError) -> Int { Int(try read(UInt32.self)) }

  /// So many values in one copy.
  mutating func array<Value: BitwiseCopyable>(
    _ count: Int, of _: Value.Type = Value.self
  ) throws(PackedTableError) -> [Value] {
    let size = MemoryLayout<Value>.stride
    guard count >= 0, count <= remaining / size else { throw .damaged }
    let bytes = try take(count * size)
    return [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
      initialized = count
    }
  }

  /// A reader of the next section alone.
  mutating func section() throws(PackedTableError) -> ByteReader {
    ByteReader(try take(try count()))
  }

  /// A text, or nil.
  mutating func text() throws(PackedTableError) -> String? {
    let length = try read(UInt32.self)
    guard length != ByteWriter.noText else { return nil }
    return String(decoding: try take(Int(length)), as: UTF8.self)
  }

  /// A value that need not be there.
  mutating func optional<Value: BitwiseCopyable>(
    _: Value.Type
  ) throws(PackedTableError) -> Value? {
    try read(UInt8.self) == 0 ? nil : try read(Value.self)
  }

  /// Elements that stand after their count, each at least a byte long.
  mutating func list<Element>(
    _ element: (inout ByteReader) throws(PackedTableError) -> Element
  ) throws(PackedTableError) -> [Element] {
    let count = try count()
    guard count <= remaining else { throw .damaged }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try element(&self)) }
    return elements
  }
}
