/// Finds the parts of JSON text by their places, so that some can be changed and all else stays as
/// it was written. The text has to be valid but for what `JSONRepair` repairs.
struct JSONScan {
  let bytes: [UInt8]

  /// The members of the object that begins at the first byte of the range; none when it is
  /// something else.
  func members(of value: Range<Int>) -> [(key: Range<Int>, value: Range<Int>)] {
    guard bytes[value.lowerBound] == UInt8(ascii: "{") else { return [] }
    var members: [(key: Range<Int>, value: Range<Int>)] = []
    var position = skipSpace(value.lowerBound + 1)
    while position < value.upperBound, bytes[position] == UInt8(ascii: "\"") {
      let key = self.value(at: position)
      let member = self.value(at: skipSpace(skipSpace(key.upperBound) + 1))
      members.append((key, member))
      position = skipSpace(member.upperBound)
      guard position < value.upperBound, bytes[position] == UInt8(ascii: ",") else { break }
      position = skipSpace(position + 1)
    }
    return members
  }

  /// The value of the first member with this key, of the object that begins at the first byte of the
  /// range; nil when there is none.
  func member(_ key: String, of value: Range<Int>) -> Range<Int>? {
    members(of: value).first { text(of: $0.key) == key }?.value
  }

  /// The elements of the array that begins at the first byte of the range; none when it is
  /// something else.
  func elements(of value: Range<Int>) -> [Range<Int>] {
    guard bytes[value.lowerBound] == UInt8(ascii: "[") else { return [] }
    var elements: [Range<Int>] = []
    var position = skipSpace(value.lowerBound + 1)
    while position < value.upperBound, bytes[position] != UInt8(ascii: "]") {
      let element = self.value(at: position)
      guard !element.isEmpty else { break }
      elements.append(element)
      position = skipSpace(element.upperBound)
      guard position < value.upperBound, bytes[position] == UInt8(ascii: ",") else { break }
      position = skipSpace(position + 1)
    }
    return elements
  }

  /// The outermost value.
  var root: Range<Int> {
    value(at: skipSpace(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0))
  }

  /// The text of a string; nil for another value. Escapes of anything but ASCII are left as they
  /// are.
  func text(of value: Range<Int>) -> String? {
    guard value.count >= 2, bytes[value.lowerBound] == UInt8(ascii: "\"") else { return nil }
    var text: [UInt8] = []
    var position = value.lowerBound + 1
    while position < value.upperBound - 1 {
      guard bytes[position] == UInt8(ascii: "\\") else {
        text.append(bytes[position])
        position += 1
        continue
      }
      if let code = asciiEscape(at: position) {
        text.append(code)
        position += 6
      } else {
        text.append(bytes[position + 1])
        position += 2
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// What `\u00XX` stands for when it is ASCII.
  private func asciiEscape(at position: Int) -> UInt8? {
    guard position + 6 <= bytes.count, bytes[position + 1] == UInt8(ascii: "u") else { return nil }
    let digits = String(decoding: bytes[(position + 2)..<(position + 6)], as: UTF8.self)
    return UInt8(digits, radix: 16).flatMap { $0 < 0x80 ? $0 : nil }
  }

  private func value(at start: Int) -> Range<Int> {
    var position = start
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position = endOfString(position)
        if depth == 0 { return start..<position }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // The end of what the value is in.
        if depth == 0 { return start..<position }
        depth -= 1
        position += 1
        if depth == 0 { return start..<position }
      case UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
        UInt8(ascii: "\t"):
        if depth == 0 { return start..<position }
        position += 1
      default: position += 1
      }
    }
    return start..<position
  }

  private func endOfString(_ start: Int) -> Int {
    var position = start + 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(position + 1, bytes.count)
  }

  private func skipSpace(_ start: Int) -> Int {
    var position = start
    while position < bytes.count, " \n\r\t".utf8.contains(bytes[position]) { position += 1 }
    return position
  }
}
