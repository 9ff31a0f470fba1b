internal import CNcurses
internal import Loop

/// The numbers by which curses tells keys that are more than a character, and what they mean here.
enum KeyCodes {
  /// Above every number that curses gives out itself.
  static let pasteStart: Int32 = 0x4001
  static let pasteEnd: Int32 = 0x4002
  /// How a report of the mouse begins whose numbers are written out.
  static let mouse: Int32 = 0x4003
  /// How one begins whose numbers are bytes, from terminals that know no other.
  static let byteMouse: Int32 = 0x4004

  /// The key of a number that curses reports; nil for those that mean nothing here.
  static func key(_ code: Int32) -> Key? { keys[code] }

  private static let keys: [Int32: Key] = {
    var keys: [Int32: Key] = [
      KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home,
      KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_IC: .insert, KEY_DC: .delete,
      KEY_BTAB: .backTab, KEY_BACKSPACE: .backspace, KEY_ENTER: .enter,
      // The keypad's corners, and the names that a VT220 has for Home and End.
      KEY_A1: .home, KEY_C1: .end, KEY_A3: .pageUp, KEY_C3: .pageDown,
      KEY_FIND: .home, KEY_SELECT: .end,
    ]
    for number in 1...63 { keys[shim_key_function(Int32(number))] = .function(number) }
    return keys
  }()

  /// Teaches curses what terminals send besides what their description says. A sequence that
  /// means a key already, or that begins one, is left alone.
  static func define() {
    let sequences: [(Int32, [String])] = [
      (KEY_UP, ["[A", "OA"]), (KEY_DOWN, ["[B", "OB"]), (KEY_RIGHT, ["[C", "OC"]),
      (KEY_LEFT, ["[D", "OD"]), (KEY_HOME, ["[H", "OH", "[1~", "[7~"]),
      (KEY_END, ["[F", "OF", "[4~", "[8~"]), (KEY_IC, ["[2~"]), (KEY_DC, ["[3~"]),
      (KEY_PPAGE, ["[5~"]), (KEY_NPAGE, ["[6~"]), (KEY_BTAB, ["[Z"]), (KEY_ENTER, ["OM"]),
      (shim_key_function(1), ["OP", "[11~"]), (shim_key_function(2), ["OQ", "[12~"]),
      (shim_key_function(3), ["OR", "[13~"]), (shim_key_function(4), ["OS", "[14~"]),
      (shim_key_function(5), ["[15~"]), (shim_key_function(6), ["[17~"]),
      (shim_key_function(7), ["[18~"]), (shim_key_function(8), ["[19~"]),
      (shim_key_function(9), ["[20~"]), (shim_key_function(10), ["[21~"]),
      (shim_key_function(11), ["[23~"]), (shim_key_function(12), ["[24~"]),
      (pasteStart, ["[200~"]), (pasteEnd, ["[201~"]), (mouse, ["[<"]),
      (byteMouse, ["[M"]),
    ]
    for (code, tails) in sequences {
      for sequence in tails.map({ "\u{1b}" + $0 }) {
        let known = key_defined(sequence)
        if known >= 0, key(known) == nil { define_key(sequence, code) }
      }
    }
  }
}
