import Canvas
import Foundation
import TestKit
import Testing

@Suite struct GoldenTests {
  private func sample() -> Frame {
    let theme = Theme.golden
    var frame = Frame(size: Size(columns: 10, rows: 2))
    frame.fill(Rect(column: 0, row: 0, columns: 10, rows: 1), theme[.header])
    frame.put("Name", at: Point(column: 0, row: 0), style: theme[.header])
    frame.put("李", at: Point(column: 0, row: 1), style: theme[.bad].on(theme[.selection]))
    frame.put(
      "x", at: Point(column: 4, row: 1),
      style: Style(
        foreground: .palette(3), background: .rgb(red: 1, green: 2, blue: 3),
        attributes: [.bold, .underline]))
    return frame
  }

  private let golden = """
    Name
    李  x
    --
    aaaaaaaaaa
    bb..c
    --
    a = header on header
    b = bad on selection
    c = palette 3 on #010203 bold underline

    """

  @Test func `a golden file has text, styles and what they mean`() {
    #expect(goldenText(of: sample()) == golden)
  }

  @Test func `the cursor is part of it`() {
    var frame = sample()
    frame.cursor = Point(column: 3, row: 1)
    #expect(goldenText(of: frame) == golden + "cursor at column 3 row 1\n")
  }

  @Test func `a difference is shown with a caret under its first column`() {
    #expect(goldenDifference(expected: golden, actual: golden) == nil)
    #expect(
      goldenDifference(expected: "李ab\nsame", actual: "李xb\nsame\nmore") == """
        line 1
          expected |李ab
          actual   |李xb
                      ^
        line 3
          expected |(nothing)
          actual   |more
                    ^
        """)
  }

  @Test func `a file is written only when recording, and that fails too`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("sample.txt")
    let missing = try #require(compareGolden(golden, with: file, isRecording: false))
    #expect(missing.contains("no golden file"))
    #expect(!FileManager.default.fileExists(atPath: file.path))
    let recorded = try #require(compareGolden(golden, with: file, isRecording: true))
    #expect(recorded.contains("Recorded sample.txt"))
    #expect(compareGolden(golden, with: file, isRecording: false) == nil)
    #expect(
      compareGolden(golden + "x", with: file, isRecording: false)?.contains("line 10") == true)
  }

  @Test func `every role of the golden theme can be told apart`() {
    let styles = Role.allCases.map { Theme.golden[$0] }
    #expect(Set(styles).count == Role.allCases.count)
  }
}
