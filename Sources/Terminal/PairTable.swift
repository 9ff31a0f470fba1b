internal import CNcurses
internal import Canvas

/// How curses shows a style: its attributes and the number of a colour pair.
struct Appearance {
  var attributes: attr_t
  var pair: Int32
}

/// The colour pairs that curses has been given, by what they look like. Curses' own allocator would
/// recycle a pair that is still on screen, and crashes on terminals without colours.
struct PairTable {
  private struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  /// What curses has as pair 0, to which it goes back by a reset of everything; a pair of its own
  /// costs half the bytes.
  private static let terminalsOwn = Pair(foreground: -1, background: -1)

  /// What a style is reduced to before it gets here.
  let depth: ColorDepth
  private let capacity: Int
  private let hasDefaultColors: Bool
  private var numbers: [Pair: Int32] = [:]
  private var appearances: [Style: Appearance] = [:]

  /// Starts colours on the current screen, with no more than `limit` if it has more.
  init(limit: ColorDepth) {
    guard limit > .none, has_colors(), start_color() == OK else {
      (depth, capacity, hasDefaultColors) = (.none, 0, false)
      return
    }
    hasDefaultColors = use_default_colors() == OK
    depth = min(limit, Self.depth(colors: Int(shim_colors())))
    capacity = max(0, Int(shim_color_pairs()) - 1)
  }

  /// How a style is shown. When the terminal has no pairs left, this is nil, or as near as the
  /// pairs in use allow.
  mutating func appearance(_ style: Style, settlingForNearest: Bool) -> Appearance? {
    if let known = appearances[style] { return known }
    let reduced = style.quantised(to: depth)
    let pair = pair(reduced)
    let attributes = Self.attributes(reduced.attributes)
    guard let number = number(pair) else {
      return settlingForNearest ? Appearance(attributes: attributes, pair: nearest(pair)) : nil
    }
    let appearance = Appearance(attributes: attributes, pair: number)
    appearances[style] = appearance
    return appearance
  }

  /// Whether there are pairs enough for all of these, if there were no others.
  func canHold(_ styles: Set<Style>) -> Bool {
    Set(styles.map { pair($0.quantised(to: depth)) }).count <= capacity
  }

  /// Forgets every pair. What is on screen must be painted anew afterwards.
  mutating func reset() {
    numbers = [:]
    appearances = [:]
  }

  private mutating func number(_ pair: Pair) -> Int32? {
    if depth == .none { return 0 }
    if let number = numbers[pair] { return number }
    guard numbers.count < capacity else { return pair == Self.terminalsOwn ? 0 : nil }
    let number = Int32(numbers.count + 1)
    guard init_extended_pair(number, pair.foreground, pair.background) == OK else { return nil }
    numbers[pair] = number
    return number
  }

  /// A pair with the same background, which sets regions apart, else one with the same foreground,
  /// else the terminal's own; of several the oldest, so that the choice does not flicker.
  private func nearest(_ wanted: Pair) -> Int32 {
    let behind = numbers.filter { $0.key.background == wanted.background }
    let before = numbers.filter { $0.key.foreground == wanted.foreground }
    return behind.values.min() ?? before.values.min() ?? 0
  }

  private static func attributes(_ attributes: Attributes) -> attr_t {
    var all: attr_t = 0
    if attributes.contains(.bold) { all |= shim_bold() }
    if attributes.contains(.dim) { all |= shim_dim() }
    if attributes.contains(.italic) { all |= shim_italic() }
    if attributes.contains(.underline) { all |= shim_underline() }
    if attributes.contains(.reverse) { all |= shim_reverse() }
    return all
  }

  private func pair(_ style: Style) -> Pair {
    Pair(
      foreground: number(style.foreground, terminal: hasDefaultColors ? -1 : COLOR_WHITE),
      background: number(style.background, terminal: hasDefaultColors ? -1 : COLOR_BLACK))
  }

  private func number(_ color: Color, terminal: Int32) -> Int32 {
    switch color {
    case .terminal: terminal
    case .palette(let index) where depth == .truecolor && index >= 8: Self.direct(index)
    case .palette(let index): Int32(index)
    case .rgb(let red, let green, let blue): Self.direct(Int32(red), Int32(green), Int32(blue))
    }
  }

  /// A direct-colour terminal takes a colour's parts for its number, but for the lowest eight, which
  /// are its palette: blacks all but alike.
  private static func direct(_ red: Int32, _ green: Int32, _ blue: Int32) -> Int32 {
    max(8, red << 16 | green << 8 | blue)
  }

  /// The rest of the palette such a terminal only has as xterm's colours.
  private static func direct(_ index: UInt8) -> Int32 {
    if index < 16 {
      guard case .rgb(let red, let green, let blue) = Color.xterm16[Int(index)] else { return 8 }
      return direct(Int32(red), Int32(green), Int32(blue))
    }
    if index >= 232 {
      let grey = 8 + 10 * (Int32(index) - 232)
      return direct(grey, grey, grey)
    }
    let cube = Int32(index) - 16
    let parts = [cube / 36, cube / 6 % 6, cube % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 }
    return direct(parts[0], parts[1], parts[2])
  }

  private static func depth(colors: Int) -> ColorDepth {
    // The flag says that a colour's number is made of its parts; with this many, of 8 bits each.
    if tigetflag("RGB") > 0 { return colors == 1 << 24 ? .truecolor : .eight }
    return colors >= 256 ? .palette256 : colors >= 16 ? .sixteen : colors >= 8 ? .eight : .none
  }
}
