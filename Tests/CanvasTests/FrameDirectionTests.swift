import Canvas
import Testing

@Suite struct FrameDirectionTests {
  private func row(_ text: String) -> String {
    var frame = Frame(size: Size(columns: text.columns, rows: 1))
    frame.put(text, at: Point(column: 0, row: 0))
    return frame.keepingDirection().row(0).map {
      $0.character == "\u{2800}" ? "_" : "\($0.character)"
    }
    .joined()
  }

  @Test(arguments: [
    // A number behind a name, or another name, must not change places with it.
    ("x שלום   1.12 s", "x שלום_  1.12 s"),
    ("x דנה לוי   محمد علي  41", "x דנה לוי_  محمد علي_ 41"),
    ("x שלום 41", "x שלום_41"), ("x שלום · 41 calls", "x שלום_· 41 calls"),
    ("x של…  41", "x של…_ 41"), ("x (שלום)  41", "x (שלום)_ 41"),
    ("x שלום Ana 41", "x שלום_Ana 41"),
    // Nor turn the whole row round.
    (" >שלום  41", "_>שלום_ 41"), ("41  שלום", "41_ שלום"), ("שלום", "שלום"),
    // Text that is read from the left ends it by itself.
    ("x שלוםab  41", "x שלוםab  41"), ("李 שָׁלוֹם  41", "李  שָׁלוֹם_ 41"),
    ("Ana Lopes  41", "Ana Lopes  41"), ("–  41 ▂▃", "–  41 ▂▃"),
  ])
  func `a name that is written from right to left keeps to its cells`(text: String, kept: String) {
    #expect(row(text) == kept)
  }

  @Test func `nothing but those spaces changes, and they keep their style`() {
    let style = Style(foreground: .palette(1), background: .palette(2))
    var frame = Frame(size: Size(columns: 12, rows: 2), style: style)
    frame.put("Ana  41", at: Point(column: 0, row: 0), style: style)
    frame.put("a דנה  41", at: Point(column: 0, row: 1), style: style)
    frame.cursor = Point(column: 1, row: 1)
    let kept = frame.keepingDirection()
    #expect(kept.row(0) == frame.row(0))
    #expect(kept[5, 1] == Cell("\u{2800}", style: style))
    #expect(kept.cursor == frame.cursor)
    #expect(kept.keepingDirection() == kept)
  }

  @Test func `text for a terminal has it`() {
    var frame = Frame(size: Size(columns: 7, rows: 1))
    frame.put("דנה  41", at: Point(column: 0, row: 0))
    #expect(frame.ansi(depth: .none) == "דנה\u{2800} 41\n")
  }
}
