import Canvas
import Testing

@Suite struct HarmlessTextTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("\u{1B}]0;owned\u{7}", "\u{FFFD}]0;owned\u{FFFD}"),
    ("\u{9B}31m", "\u{FFFD}31m"),
    ("\u{7F}\u{0}", "\u{FFFD}\u{FFFD}"),
    ("two\nlines\r\nand\ta tab", "two lines and a tab"),
    ("a\u{2028}b\u{2029}c\u{A0}d", "a b c d"),
    ("\u{202E}txt.exe\u{202C}", "txt.exe"),
    ("\u{2066}a\u{2069}\u{200F}b\u{61C}", "ab"),
    ("pay\u{200B}pal\u{FEFF}\u{2060}", "paypal"),
    ("soft\u{AD}hyphen", "softhyphen"),
    ("\u{E0041}\u{E007F}x", "x"),
    ("\u{E000}\u{10FFFF}\u{378}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("Z\u{300}\u{301}\u{302}\u{303}\u{304}a", "Z\u{300}\u{301}a"),
    ("\u{301}x", "\u{25CC}\u{301}x"),
    ("\u{1161}", "\u{FFFD}"), ("\u{3164}\u{115F}", ""),
    ("👨‍👩‍👧‍👦!", "👨!"), ("👍🏽", "👍"), ("🇵🇹🇩", "PTD"), ("❤️", "\u{2764}"), ("1️⃣", "1"),
    ("नमस्ते", "नमस्ते"), ("مرحبا", "مرحبا"), ("한", "한"),
  ])
  func `hostile text is made harmless and ordinary text is left alone`(
    text: String, harmless: String
  ) {
    #expect(Array(text.harmless.unicodeScalars) == Array(harmless.unicodeScalars))
  }

  // All of Unicode but for the middle of its large uniform blocks.
  @Test(arguments: [
    UInt32(0)...0x33FF, 0x4DB0...0x4E10, 0x9FE0...0xAC10, 0xD780...0xE010, 0xF8F0...0x12600,
    0x16800...0x20010, 0x2A6D0...0x2A740, 0x31340...0x31360, 0xDFFF0...0xE0200, 0x10FFF0...0x10FFFF,
  ])
  func `no scalar harms, hides or changes its width when read again`(
    scalars: ClosedRange<UInt32>
  ) {
    for value in scalars {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(scalar)\u{301}\(scalar)"
      let harmless = text.harmless
      guard harmless.harmless == harmless, harmless.columns == text.columns else {
        Issue.record("U+\(String(value, radix: 16)) is not stable: \(harmless.debugDescription)")
        return
      }
      for kept in harmless.unicodeScalars {
        switch kept.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
          .unassigned:
          Issue.record("U+\(String(value, radix: 16)) leaves U+\(String(kept.value, radix: 16))")
        default: break
        }
      }
    }
  }

  @Test func `pairs of awkward scalars stay as they are once harmless`() {
    let awkward: [Unicode.Scalar] = [
      "a", " ", "\n", "\r", "\u{1B}", "\u{200D}", "\u{200B}", "\u{FE0F}", "\u{301}", "\u{93E}",
      "\u{94D}", "\u{915}", "\u{1100}", "\u{1161}", "\u{11A8}", "\u{AC00}", "\u{1F1E6}",
      "\u{1F3FD}", "\u{1F44D}", "\u{2764}", "\u{20E3}", "\u{600}", "\u{D4E}", "\u{E0061}",
      "\u{3000}",
    ]
    for first in awkward {
      for second in awkward {
        for third in awkward {
          let text = "\(first)\(second)\(third)"
          #expect(text.harmless.harmless == text.harmless, "\(text.debugDescription)")
          #expect(text.harmless.columns == text.columns, "\(text.debugDescription)")
        }
      }
    }
  }
}
