extension Color {
  /// The first 16 colours as xterm has them.
  package static let xterm16: [Color] = rgb([
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ])

  /// Sixteen colours that are pleasant to read on a dark picture.
  static let export16: [Color] = rgb([
    0x15181E, 0xE8707A, 0x8CC265, 0xE0B35C, 0x6CA8F0, 0xC58CE0, 0x5CC4C4, 0xD5D8DE,
    0x6B7280, 0xFF8A93, 0xA5DB7E, 0xF5CC7A, 0x8BBEFF, 0xD9A8F0, 0x7ADEDE, 0xFFFFFF,
  ])

  static let black = Color.rgb(red: 0, green: 0, blue: 0)
  static let white = Color.rgb(red: 255, green: 255, blue: 255)

  private static func rgb(_ values: [UInt32]) -> [Color] {
    values.map {
      .rgb(red: UInt8($0 >> 16 & 0xFF), green: UInt8($0 >> 8 & 0xFF), blue: UInt8($0 & 0xFF))
    }
  }

  /// The levels of red, green and blue in the 6×6×6 cube of the 256 colours.
  static let cubeLevels: [Int] = [0, 95, 135, 175, 215, 255]

  /// An entry of the 256 colours; the first sixteen as xterm has them.
  static func xterm(_ index: UInt8) -> Color {
    let index = Int(index)
    if index < 16 { return xterm16[index] }
    if index >= 232 {
      let level = UInt8(8 + (index - 232) * 10)
      return .rgb(red: level, green: level, blue: level)
    }
    let place = index - 16
    return .rgb(
      red: UInt8(cubeLevels[place / 36]), green: UInt8(cubeLevels[place / 6 % 6]),
      blue: UInt8(cubeLevels[place % 6]))
  }
}
