/// Makes JSON readable that a strict parser refuses although its meaning is plain.
enum JSONRepair {
  /// The bytes with U+FFFD for what is not UTF-8 and for half surrogate pairs, and with quotes
  /// around numbers out of range; nil when there was nothing to repair.
  static func repaired(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    var copy = Copy(source: text)
    copy.run()
    return bytes.elementsEqual(copy.output) ? nil : copy.output
  }

  /// One pass over the text, copying it with its repairs.
  private struct Copy {
    let source: [UInt8]
    var output: [UInt8] = []
    private var position = 0

    init(source: [UInt8]) {
      self.source = source
      output.reserveCapacity(source.count + 64)
    }

    mutating func run() {
      while position < source.count {
        switch source[position] {
        case UInt8(ascii: "\""): copyString()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): copyNumber()
        default: copy(1)
        }
      }
    }

    private mutating func copy(_ count: Int) {
      let end = min(position + count, source.count)
      output += source[position..<end]
      position = end
    }

    private mutating func copyNumber() {
      let end = source[position...].firstIndex { !Self.isOfNumber($0) } ?? source.count
      let number = String(decoding: source[position..<end], as: UTF8.self)
      let quote = isOutOfRange(number) ? [UInt8(ascii: "\"")] : []
      output += quote
      copy(end - position)
      output += quote
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }

    private mutating func copyString() {
      copy(1)
      while position < source.count {
        switch source[position] {
        case UInt8(ascii: "\""):
          copy(1)
          return
        case UInt8(ascii: "\\"): copyEscape()
        default: copy(1)
        }
      }
    }

    private mutating func copyEscape() {
      guard let unit = codeUnit(at: position) else { return copy(2) }
      switch unit {
      case 0xD800...0xDBFF:
        if let low = codeUnit(at: position + 6), (0xDC00...0xDFFF).contains(low) {
          copy(12)
        } else {
          replaceEscape()
        }
      case 0xDC00...0xDFFF: replaceEscape()
      default: copy(6)
      }
    }

    private mutating func replaceEscape() {
      output += Array("\\ufffd".utf8)
      position += 6
    }

    /// What `\uXXXX` at an index stands for; nil when something else is there.
    private func codeUnit(at index: Int) -> UInt16? {
      guard index + 6 <= source.count, source[index] == UInt8(ascii: "\\"),
        source[index + 1] == UInt8(ascii: "u")
      else { return nil }
      return UInt16(String(decoding: source[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
    }
  }

  /// Whether this is a number by the rules of JSON that no 64-bit integer or double can hold.
  private static func isOutOfRange(_ number: String) -> Bool {
    let digits = number.hasPrefix("-") ? number.dropFirst() : number[...]
    let isInteger = digits.allSatisfy { $0.isASCII && $0.isNumber }
    if isInteger {
      let hasLeadingZero = digits.hasPrefix("0") && digits.count > 1
      return !digits.isEmpty && !hasLeadingZero && Int64(number) == nil && UInt64(number) == nil
    }
    // Malformed numbers are nil here and stay malformed.
    return Double(number).map { !$0.isFinite } ?? false
  }
}
