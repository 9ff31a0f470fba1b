/// The shape of a block, line or braille character as SVG path data, so that pictures made of
/// characters look the same whatever fonts there are.
struct GlyphShape: Equatable {
  var path: String
  /// Less than 1 for the shades `░▒▓`.
  var opacity = 1.0

  /// The size of a cell in pixels: what a monospace font of 15 pixels takes.
  static let cellWidth = 9.0
  static let cellHeight = 20.0

  /// The shape of a character whose cell has its top left corner at this place; nil for
  /// characters that a font has to draw.
  init?(_ character: Character, x: Double, y: Double) {
    let (width, height) = (Self.cellWidth, Self.cellHeight)
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return nil
    }
    let value = scalar.value
    switch value {
    case 0x2580: path = Self.rect(x, y, width, height / 2)
    case 0x2581...0x2588:
      let tall = height * Double(value - 0x2580) / 8
      path = Self.rect(x, y + height - tall, width, tall)
    case 0x2589...0x258F: path = Self.rect(x, y, width * Double(0x2590 - value) / 8, height)
    case 0x2591...0x2593:
      path = Self.rect(x, y, width, height)
      opacity = Double(value - 0x2590) / 4
    case 0x2594: path = Self.rect(x, y, width, height / 8)
    case 0x2595: path = Self.rect(x + width * 7 / 8, y, width / 8, height)
    case 0x2801...0x28FF: path = Self.braille(value - 0x2800, x, y)
    case 0x25A0: path = Self.rect(x + 1, y + 7, width - 2, width - 2)
    case 0x25B2:
      path = "M\(x + 1) \(y + 14)L\(x + width / 2) \(y + 7)L\(x + width - 1) \(y + 14)z"
    case 0x25BC:
      path = "M\(x + 1) \(y + 7)L\(x + width / 2) \(y + 14)L\(x + width - 1) \(y + 7)z"
    case 0x25CF: path = Self.circle(x + width / 2, y + height / 2, 3.5)
    default:
      guard let lines = Self.lines(value, x, y) else { return nil }
      path = lines
    }
  }

  private static func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    "M\(x) \(y)h\(width)v\(height)h\(-width)z"
  }

  private static func circle(_ x: Double, _ y: Double, _ radius: Double) -> String {
    "M\(x - radius) \(y)a\(radius) \(radius) 0 1 0 \(2 * radius) 0"
      + "a\(radius) \(radius) 0 1 0 \(-2 * radius) 0z"
  }

  private static func braille(_ dots: UInt32, _ x: Double, _ y: Double) -> String {
    let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    var path = ""
    for (bit, place) in places.enumerated() where dots >> UInt32(bit) & 1 == 1 {
      path += circle(
        x + (Double(place.0) + 0.5) * cellWidth / 2, y + (Double(place.1) + 0.5) * cellHeight / 4,
        1.5)
    }
    return path
  }

  /// Box-drawing characters, by the arms that reach from the middle of the cell to its edges.
  private static func lines(_ value: UInt32, _ x: Double, _ y: Double) -> String? {
    let (middleX, middleY) = (x + cellWidth / 2, y + cellHeight / 2)
    switch value {
    case 0x2504: return dashes(3, x, middleY)
    case 0x250A:
      return (0..<4).map { rect(middleX - 0.5, y + Double($0) * cellHeight / 4, 1, 3) }.joined()
    case 0x254C: return dashes(2, x, middleY)
    case 0x2550: return rect(x, middleY - 2, cellWidth, 1) + rect(x, middleY + 1, cellWidth, 1)
    default: break
    }
    let arms: [UInt32: String] = [
      0x2500: "lr", 0x2502: "ud", 0x250C: "rd", 0x2510: "ld", 0x2514: "ru", 0x2518: "lu",
      0x251C: "rud", 0x2524: "lud", 0x252C: "lrd", 0x2534: "lru", 0x253C: "lrud",
    ]
    guard let arms = arms[value] else { return nil }
    return arms.map { arm in
      switch arm {
      case "l": rect(x, middleY - 0.5, cellWidth / 2 + 0.5, 1)
      case "r": rect(middleX - 0.5, middleY - 0.5, cellWidth / 2 + 0.5, 1)
      case "u": rect(middleX - 0.5, y, 1, cellHeight / 2 + 0.5)
      default: rect(middleX - 0.5, middleY - 0.5, 1, cellHeight / 2 + 0.5)
      }
    }.joined()
  }

  private static func dashes(_ count: Int, _ x: Double, _ y: Double) -> String {
    let step = cellWidth / Double(count)
    return (0..<count).map { rect(x + Double($0) * step, y - 0.5, step * 0.6, 1) }.joined()
  }
}
