#if _endian(big)
  #error("The packed format is copied as it lies in memory, and is little-endian.")
#endif

/// Bytes in the making.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append<Value: BitwiseCopyable>(_ value: Value) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  mutating func append<Value: BitwiseCopyable>(contentsOf values: [Value]) {
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  mutating func append(contentsOf text: String) { bytes.append(contentsOf: text.utf8) }

  /// What `write` appends, after its length in bytes, so that a reader can step over it.
  mutating func section(_ write: (inout ByteWriter) -> Void) {
    let start = bytes.count
    append(UInt32(0))
    write(&self)
    withUnsafeBytes(of: UInt32(bytes.count - start - 4)) { length in
      bytes.replaceSubrange(start..<start + 4, with: length)
    }
  }
}
