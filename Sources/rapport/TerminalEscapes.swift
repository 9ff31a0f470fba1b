/// Makes JSON that arrives in pieces fit for a terminal: what could move the cursor, set a colour or
/// change direction becomes an escape such as `\u001b`, which means the same to a reader of JSON.
struct TerminalEscapes {
  /// The beginning of a character whose end is in the next piece.
  private var unfinished: [UInt8] = []

  /// What can be shown of the bytes so far.
  mutating func escaped(_ bytes: [UInt8]) -> [UInt8] {
    let all = unfinished + bytes
    let end = all.count - TerminalEscapes.unfinishedCount(all)
    unfinished = Array(all[end...])
    var shown = ""
    for scalar in String(decoding: all[..<end], as: UTF8.self).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar == "\n" || scalar == "\t": shown.unicodeScalars.append(scalar)
      // The other half of a line's end.
      case .control where scalar == "\r": continue
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          let digits = String(unit, radix: 16)
          shown += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return Array(shown.utf8)
  }

  /// How many bytes at the end begin a character without ending it.
  private static func unfinishedCount(_ bytes: [UInt8]) -> Int {
    for (index, byte) in bytes.suffix(3).reversed().enumerated() {
      let length = byte < 0x80 ? 1 : byte < 0xC0 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      if length > 0 { return length > index + 1 ? index + 1 : 0 }
    }
    return 0
  }
}
