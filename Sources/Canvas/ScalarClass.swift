/// What becomes of one Unicode scalar when text is made harmless.
enum ScalarClass: Equatable {
  /// Takes this many columns of its own: 1 or 2.
  case spacing(Int)
  /// Joins the cell before it and takes no column: a nonspacing mark, a Hangul vowel or final.
  case joining
  /// Any kind of space or line break, drawn as a plain space.
  case space
  /// One of the 26 regional indicators, drawn as this plain capital letter.
  case regional(Unicode.Scalar)
  /// Invisible by nature, or a wish about how its neighbours look; left out.
  case dropped
  /// A control character, or one whose look or width painters do not agree on; drawn as U+FFFD.
  case doubtful

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    // What names and screens are mostly made of, so that it need not be looked up: Latin, Greek,
    // Cyrillic, Hebrew and Arabic letters, punctuation, arrows, signs and pictures of lines.
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x38E...0x3A1, 0x3A3...0x482, 0x48A...0x52F,
      0x5D0...0x5EA, 0x620...0x64A, 0x2010...0x2027, 0x2190...0x2319, 0x2500...0x25FC,
      0x2800...0x28FF:
      self = .spacing(1)
    // Kana, Chinese and Korean.
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FEF, 0xAC00...0xD7A3: self = .spacing(2)
    case 0x09...0x0D, 0x85, 0xA0: self = .space
    case 0x1160...0x11FF, 0xD7B0...0xD7FB:
      self = scalar.properties.isDefaultIgnorableCodePoint ? .dropped : .joining
    // Numbers on squares and hexagrams: the standard and the C libraries differ about the width.
    case 0x3248...0x324F, 0x4DC0...0x4DFF: self = .doubtful
    case 0x1F1E6...0x1F1FF:
      self = .regional(Unicode.Scalar(UInt8(0x41 + value - 0x1F1E6)))
    case 0x1F3FB...0x1F3FF: self = .dropped
    default: self = Self.looked(up: scalar)
    }
  }

  private static func looked(up scalar: Unicode.Scalar) -> ScalarClass {
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return .dropped }
    switch properties.generalCategory {
    case .format, .enclosingMark: return .dropped
    case .lineSeparator, .paragraphSeparator: return .space
    case .spaceSeparator: return scalar.value == 0x3000 ? .spacing(2) : .space
    case .control, .privateUse, .surrogate, .unassigned: return .doubtful
    case .nonspacingMark: return isSettled(properties) ? .joining : .doubtful
    default:
      guard isSettled(properties) else { return .doubtful }
      return .spacing(isWide(scalar.value) ? 2 : 1)
    }
  }

  /// Characters newer than Unicode 14 have no width in the C libraries and no glyph in the
  /// terminals that are in use, so a row that holds one would be drawn out of line.
  private static func isSettled(_ properties: Unicode.Scalar.Properties) -> Bool {
    guard let age = properties.age else { return false }
    return age.major <= 14
  }
}
