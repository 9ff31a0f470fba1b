import Canvas
import TestKit
import Testing

@Suite struct MonthGridTests {
  /// November 2026: the 21st is today, the 12th to the 20th would be chosen.
  private var november: MonthGrid {
    let days = (1...30).map { day -> MonthGrid.Day in
      var state: MonthGrid.State = []
      if (12...20).contains(day) { state.insert(.inRange) }
      if day == 12 { state.insert(.selected) }
      if day == 21 { state.insert(.today) }
      if day > 21 { state.insert(.disabled) }
      return MonthGrid.Day(String(day), state)
    }
    let cells = Array(repeating: MonthGrid.Day(""), count: 6) + days
    return MonthGrid(
      title: "November 2026", weekdays: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
      weeks: stride(from: 0, to: cells.count, by: 7).map {
        Array(cells[$0..<min($0 + 7, cells.count)])
      })
  }

  private func frame(_ size: Size, _ glyphs: GlyphSet) -> Frame {
    var frame = Frame(size: size)
    november.draw(into: &frame, in: Rect(size), theme: .golden, glyphs: glyphs)
    return frame
  }

  @Test(arguments: [GlyphSet.block, .ascii])
  func `a month has a row for each week and signs for what is said of a day`(glyphs: GlyphSet) {
    expectGolden(
      frame(MonthGrid.size(weeks: 6), glyphs), named: "month-\(glyphs.rawValue)")
  }

  @Test func `what finds no room is left out`() {
    let text = frame(Size(columns: 10, rows: 4), .ascii).text
    #expect(text == "Novembe…\n Mo  Tu\n\n  2   3\n")
    #expect(frame(Size(columns: 3, rows: 3), .ascii).text == "\n\n\n")
  }

  @Test func `a day that is today and selected says both`() {
    var month = november
    month.weeks = [[MonthGrid.Day("7", [.today, .selected])]]
    var frame = Frame(size: Size(columns: 28, rows: 3))
    month.draw(into: &frame, in: Rect(frame.size), theme: .plain, glyphs: .ascii)
    #expect(frame.text(ofRow: 2) == "* 7]")
  }
}
