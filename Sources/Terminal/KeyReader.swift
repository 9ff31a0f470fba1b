internal import Loop

/// Makes events of the bytes and key numbers that curses reads. It keeps what is incomplete, for a
/// slow line may deliver a character or a paste in pieces.
struct KeyReader {
  private static let escape: Int32 = 0x1b

  /// The bytes so far of a character that takes several.
  private var partial: [UInt8] = []
  /// The bytes so far of a paste; nil outside of one.
  private var paste: [UInt8]?
  private var mouse = MouseReader()

  /// Reads until `next` has nothing left for now; `now` is in milliseconds of uptime.
  mutating func events(at now: Int, next: () -> Int32?) -> [Event] {
    var events: [Event] = []
    while let code = next() {
      if paste != nil {
        takePasted(code, into: &events)
      } else if mouse.isReading {
        mouse.take(code, at: now, into: &events)
      } else {
        take(code, into: &events, next: next)
      }
    }
    return events
  }

  private mutating func takePasted(_ code: Int32, into events: inout [Event]) {
    switch code {
    // Terminals strip escapes from what they paste, so one means that the end was lost.
    case KeyCodes.pasteEnd, Self.escape:
      events.append(.pasted(String(decoding: paste ?? [], as: UTF8.self)))
      paste = nil
    case 0...0xff: paste?.append(UInt8(code))
    default: break
    }
  }

  private mutating func take(_ code: Int32, into events: inout [Event], next: () -> Int32?) {
    if code == KeyCodes.pasteStart {
      paste = []
    } else if mouse.begins(with: code) {
      partial = []
    } else if code == Self.escape {
      takeEscape(into: &events, next: next)
    } else if let key = key(code) {
      events.append(.key(key))
    }
  }

  /// Curses has waited for the rest of every sequence it knows. What follows at once belongs to
  /// the Escape: a character makes it Alt, and a sequence that nobody knows is dropped as a whole
  /// rather than taken for keys.
  private mutating func takeEscape(into events: inout [Event], next: () -> Int32?) {
    guard let code = next() else { return events.append(.key(.escape)) }
    switch code {
    case Self.escape:
      events.append(.key(.escape))
      takeEscape(into: &events, next: next)
    case 0x5b: takeControlSequence(into: &events, next: next)
    case 0x4f: if next() == nil { events.append(.key(.alt("O"))) }
    default:
      var key = key(code)
      while key == nil, !partial.isEmpty, let code = next() { key = self.key(code) }
      if case .character(let character) = key { key = .alt(character) }
      if let key { events.append(.key(key)) }
    }
  }

  private func takeControlSequence(into events: inout [Event], next: () -> Int32?) {
    guard var code = next() else { return events.append(.key(.alt("["))) }
    while !(0x40...0x7e).contains(code) {
      guard let following = next() else { return }
      code = following
    }
  }

  /// The key that is complete with this byte or key number; nil if more bytes must come, or if it
  /// is none.
  private mutating func key(_ code: Int32) -> Key? {
    guard let byte = UInt8(exactly: code) else {
      partial = []
      return KeyCodes.key(code)
    }
    if byte < 0x80 {
      partial = []
      return Self.key(ascii: byte)
    }
    partial = byte >= 0xc0 ? [byte] : partial.isEmpty ? [] : partial + [byte]
    guard let lead = partial.first else { return nil }
    let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    guard partial.count == length else { return nil }
    defer { partial = [] }
    guard let text = String(validating: partial, as: UTF8.self),
      let scalar = text.unicodeScalars.first,
      scalar.properties.generalCategory != .control
    else { return nil }
    return .character(Character(scalar))
  }

  private static func key(ascii byte: UInt8) -> Key? {
    switch byte {
    case 0x00: .control(" ")
    case 0x08, 0x7f: .backspace
    case 0x09: .tab
    case 0x0a, 0x0d: .enter
    case 0x01...0x1a: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1b...0x1f: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: .character(Character(Unicode.Scalar(byte)))
    }
  }
}
