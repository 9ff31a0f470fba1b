import Canvas
import Loop
import Testing

@testable import Terminal

@Suite struct MouseReaderTests {
  /// Each text is what one look at the terminal finds, `<` beginning a report as curses says it.
  private func events(_ looks: (at: Int, text: String)...) -> [Event] {
    var reader = KeyReader()
    return looks.flatMap { now, text in
      var rest = text.utf8.map { $0 == 0x3c ? KeyCodes.mouse : Int32($0) }[...]
      return reader.events(at: now) { rest.popFirst() }
    }
  }

  private func mouse(_ action: MouseEvent.Action, _ column: Int, _ row: Int) -> Event {
    .mouse(MouseEvent(action, at: Point(column: column, row: row)))
  }

  @Test func `a press has the cell, a release says nothing`() {
    #expect(events((0, "<0;301;7M<0;301;7mj")) == [mouse(.press, 300, 6), .key(.character("j"))])
    #expect(events((0, "<4;1;1M")) == [mouse(.press, 0, 0)])
  }

  @Test func `two presses of one cell within a blink are a double press, a third begins anew`() {
    #expect(
      events((0, "<0;2;2M"), (400, "<0;2;2M"), (500, "<0;2;2M"))
        == [mouse(.press, 1, 1), mouse(.doublePress, 1, 1), mouse(.press, 1, 1)])
    #expect(
      events((0, "<0;2;2M"), (401, "<0;2;2M")) == [mouse(.press, 1, 1), mouse(.press, 1, 1)])
    #expect(events((0, "<0;2;2M<0;2;3M")) == [mouse(.press, 1, 1), mouse(.press, 1, 2)])
  }

  @Test func `turns of the wheel that wait together are one`() {
    let turns = String(repeating: "<65;9;9M", count: 40)
    #expect(events((0, turns + "<64;5;5M")) == [mouse(.wheel(39), 4, 4)])
    #expect(
      events((0, "<64;5;5M"), (1, "<64;5;5M")) == [
        mouse(.wheel(-1), 4, 4), mouse(.wheel(-1), 4, 4),
      ])
    #expect(events((0, "<64;5;5Mj<64;5;5M")).count == 3)
    #expect(events((0, "<64;5;5M<65;5;5M")) == [])
  }

  @Test func `a report may arrive in pieces`() {
    #expect(
      events((0, "<6"), (9, "4;12"), (20, ";3Mj")) == [
        mouse(.wheel(-1), 11, 2), .key(.character("j")),
      ])
  }

  @Test(arguments: [
    "<1;2;2M", "<35;2;2M", "<66;2;2M", "<0;0;1M", "<0;;M", "<0;1M", "<0;:;1M",
    "<9999999999999999999;1;1M",
  ])
  func `what means nothing here is dropped as a whole`(report: String) {
    #expect(events((0, report + "j")) == [.key(.character("j"))])
  }

  @Test func `a report without an end does not swallow the keyboard`() {
    #expect(events((0, "<" + String(repeating: "1", count: 24) + "j")) == [.key(.character("j"))])
  }

  @Test func `reports in bytes are understood`() {
    var reader = KeyReader()
    var codes: ArraySlice<Int32> = [
      KeyCodes.byteMouse, 32, 33 + 120, 33, KeyCodes.byteMouse, 97, 33, 34,
    ]
    #expect(
      reader.events(at: 0) { codes.popFirst() } == [mouse(.press, 120, 0), mouse(.wheel(1), 0, 1)])
  }
}
