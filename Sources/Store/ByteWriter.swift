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

  /// A text after its length; nil as a length that no text has.
  mutating func append(text: String?) {
    guard let text else { return append(ByteWriter.noText) }
    append(UInt32(text.utf8.count))
    append(contentsOf: text)
  }

  /// A value after a byte that says whether it is there.
  mutating func append<Value: BitwiseCopyable>(optional value: Value?) {
    append(UInt8(value == nil ? 0 : 1))
    if let value { append(value) }
  }

  /// Elements after their count.
  mutating func append<Element>(
    list: [Element], _ write: (inout ByteWriter, Element) -> Void
  ) {
    append(UInt32(list.count))
    for element in list { write(&self, element) }
  }

  /// The length that stands for no text.
  static let noText = UInt32.max
}
