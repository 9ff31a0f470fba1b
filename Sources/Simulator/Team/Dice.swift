/// Repeatable randomness: what it rolls depends on its keys alone, never on what was asked before,
/// so any day of any user can be computed by itself.
///
/// The sequence is SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
struct Dice {
  private var state: UInt64

  init(_ key: UInt64, _ first: Int, _ second: Int = 0) {
    let mixed = Dice.mixed(key &+ UInt64(bitPattern: Int64(first)) &* Dice.step)
    state = Dice.mixed(mixed &+ UInt64(bitPattern: Int64(second)) &* Dice.step)
  }

  /// A key for further dice.
  mutating func bits() -> UInt64 {
    state &+= Dice.step
    return Dice.mixed(state)
  }

  /// At least 0 and under 1.
  mutating func unit() -> Double { Double(bits() >> 11) / Double(UInt64(1) << 53) }

  mutating func number(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + unit() * (range.upperBound - range.lowerBound)
  }

  /// At least 0 and under `limit`.
  mutating func index(below limit: Int) -> Int { Int(bits() % UInt64(max(1, limit))) }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Dice {
  /// The key of everything that one user does.
  static func key(_ seed: UInt64, _ user: Int) -> UInt64 {
    var dice = Dice(seed, user, 0)
    return dice.bits()
  }
}
