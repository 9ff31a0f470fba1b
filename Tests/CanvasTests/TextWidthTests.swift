import Canvas
import Testing

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("Ana Lopes", 9), ("Zoë", 3), ("Zoe\u{308}", 3), ("李小龙", 6), ("ひらがな", 8),
    ("한국어", 6), ("\u{1112}\u{1161}\u{11AB}", 2), ("ｱｲｳ", 3), ("Ａ１", 4), ("😀", 2), ("👍🏽", 2),
    ("👨‍👩‍👧", 2), ("🇵🇹", 2), ("❤️", 1), ("❤", 1), ("⌚", 2), ("1️⃣", 1), ("नमस्ते", 4), ("שלום", 4),
    ("\u{301}", 1), ("a\u{200B}b", 2), ("\u{3000}", 2), ("–≈▲›│█⣿", 7), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("\u{1FAE8}", 1),
    ("שָׁלוֹם", 4), ("مُحَمَّد", 4), ("דנה لوي", 7), ("👩🏽‍💻👨‍👩‍👧‍👦", 4), ("🏳️‍🌈", 1), ("✔️☎️", 2), ("⭐️", 2), ("🇩🇪🇫🇷x", 5),
    ("Анна Δημήτρης", 13), ("e\u{301}\u{302}\u{303}x", 2),
  ])
  func `text takes the columns that terminals give it`(text: String, columns: Int) {
    #expect(text.columns == columns)
    #expect(text.harmless.columns == columns)
    #expect(text.reduce(0) { $0 + $1.columns } == columns)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 4, "abc…"), ("abcdef", 1, "…"), ("abcdef", 0, ""),
    ("李小龙", 6, "李小龙"), ("李小龙", 5, "李小…"), ("李小龙", 4, "李…"), ("李小龙", 2, "…"),
    ("Zoe\u{308}lla", 4, "Zoe\u{308}…"), ("a\u{1B}[31mb", 9, "a\u{FFFD}[31mb"), ("abc", -3, ""),
  ])
  func `clipping ends in an ellipsis and never halves a character`(
    text: String, columns: Int, clipped: String
  ) {
    #expect(text.clipped(to: columns) == clipped)
  }

  @Test(arguments: [
    ("ab", 5, Alignment.left, "ab   "), ("ab", 5, .right, "   ab"), ("ab", 5, .center, " ab  "),
    ("李小龙", 5, .right, "李小…"), ("李小龙", 4, .right, " 李…"), ("ab", 0, .left, ""),
  ])
  func `padding fills exactly the columns asked for`(
    text: String, columns: Int, alignment: Alignment, padded: String
  ) {
    #expect(text.padded(to: columns, alignment) == padded)
    #expect(text.padded(to: columns, alignment).columns == columns)
  }
}
