import Loop
import Testing

@Suite struct KeyNameTests {
  static let names: [(Key, String)] = [
    (.character("j"), "j"), (.character("G"), "G"), (.character("-"), "-"), (.character("é"), "é"),
    (.character(" "), "Space"), (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"),
    (.backTab, "S-Tab"), (.backspace, "Backspace"), (.delete, "Del"), (.insert, "Ins"),
    (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"),
    (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.function(1), "F1"),
    (.function(12), "F12"), (.control("d"), "C-d"), (.control(" "), "C-Space"), (.alt("x"), "A-x"),
    (.alt("X"), "A-X"), (.alt("-"), "A--"),
  ]

  @Test(arguments: names)
  func `a key's name leads back to the key`(key: Key, name: String) {
    #expect(key.name == name)
    #expect(Key(name: name) == key)
  }

  @Test(arguments: [
    ("esc", Key.escape), ("RETURN", .enter), ("space", .character(" ")), ("pagedown", .pageDown),
    ("Ctrl-D", .control("d")), ("C-D", .control("d")), ("alt-x", .alt("x")), ("M-x", .alt("x")),
    ("f5", .function(5)), ("F", .character("F")),
  ])
  func `other ways to write a key are understood`(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: ["", "F0", "F99", "F-1", "Hyper", "C-", "C-Up", "C-é", "C-m", "C-i", "A-", "jj"])
  func `what no terminal reports is no key`(name: String) {
    #expect(Key(name: name) == nil)
  }
}
