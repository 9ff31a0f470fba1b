/// Builds JSON text. Commas are its affair; that every `begin` has its `end` is the caller's.
package struct JSONWriter: Sendable {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// A writer that has written nothing.
  package init() {}

  /// Opens an object, as a value.
  package mutating func beginObject() { open(UInt8(ascii: "{")) }

  /// Closes the innermost object.
  package mutating func endObject() { close(UInt8(ascii: "}")) }

  /// Opens an array, as a value.
  package mutating func beginArray() { open(UInt8(ascii: "[")) }

  /// Closes the innermost array.
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes the key of the member whose value is written next.
  package mutating func key(_ key: String) {
    separate()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string. Control characters are escaped, those above U+007E too, so that a terminal
  /// can show the text as it is.
  package mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  /// Writes an integer of up to 64 bits.
  package mutating func integer(_ value: some FixedWidthInteger) { literal(String(value)) }

  /// Writes a number in the fewest digits that give it back, without a point if it is integral;
  /// what is not finite becomes `null`.
  package mutating func double(_ value: Double) {
    if value.isFinite { literal(JSONWriter.text(of: value)) } else { null() }
  }

  /// A finite number in the fewest digits that give it back, without a point if it is integral.
  package static func text(of value: Double) -> String {
    let digits = value.description
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }

  /// Writes `true` or `false`.
  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  /// Writes `null`.
  package mutating func null() { literal("null") }

  /// Writes text that is one JSON value already, as it is.
  package mutating func raw(_ json: String) { literal(json) }

  /// Writes bytes that are one JSON value already, as they are.
  package mutating func raw(_ json: some Sequence<UInt8>) {
    separate()
    bytes += json
  }

  /// Ends a line between two outermost values.
  package mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Takes what has been written and goes on after it, for output that is written in pieces.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes += text.utf8
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { appendEscaped($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var copied = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      // U+0080 to U+009F are the two bytes C2 80 to C2 9F.
      let isHighControl = byte == 0xC2 && text[index + 1] < 0xA0
      let length = isHighControl ? 2 : 1
      if isHighControl || byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"")
        || byte == UInt8(ascii: "\\")
      {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
        appendEscape(isHighControl ? text[index + 1] : byte)
        copied = index + length
      }
      index += length
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<text.count]))
  }

  private mutating func appendEscape(_ character: UInt8) {
    switch character {
    case UInt8(ascii: "\""): bytes += "\\\"".utf8
    case UInt8(ascii: "\\"): bytes += "\\\\".utf8
    case UInt8(ascii: "\n"): bytes += "\\n".utf8
    case UInt8(ascii: "\r"): bytes += "\\r".utf8
    case UInt8(ascii: "\t"): bytes += "\\t".utf8
    default:
      bytes += "\\u00".utf8
      bytes += (character < 0x10 ? "0" : "").utf8
      bytes += String(character, radix: 16).utf8
    }
  }
}
