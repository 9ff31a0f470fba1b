import Canvas
import Dashboard
import Loop
import Records
import TestKit
import Testing

@Suite struct FrameTests {
  static let sizes = [(80, 24), (120, 40), (200, 60)]

  @Test(arguments: sizes)
  func `the interactions board`(columns: Int, rows: Int) {
    expect(Fixture.loadedModel(columns: columns, rows: rows), "team-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func `the activity board`(columns: Int, rows: Int) {
    expect(
      Fixture.loadedModel(columns: columns, rows: rows, resource: .activity),
      "activity-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func `the screen of a user`(columns: Int, rows: Int) {
    var model = Fixture.loadedModel(columns: columns, rows: rows)
    Fixture.press([.character("j"), .enter], on: &model)
    expect(model, "user-\(columns)x\(rows)")
  }

  @Test func `the smallest screen that fits`() {
    expect(Fixture.loadedModel(columns: 40, rows: 10), "team-40x10")
  }

  @Test func `a screen too small says so in one sentence`() {
    expect(Fixture.loadedModel(columns: 30, rows: 6), "too-small-30x6")
  }

  @Test(arguments: sizes)
  func `help is made from the tables`(columns: Int, rows: Int) {
    var model = Fixture.loadedModel(columns: columns, rows: rows)
    Fixture.press([.character("?")], on: &model)
    expect(model, "help-\(columns)x\(rows)")
  }

  @Test func `marks have hints of their own`() {
    var model = Fixture.loadedModel(columns: 80, rows: 24)
    Fixture.press([" ", " "], on: &model)
    expect(model, "team-marked-80x24")
  }

  @Test func `a sentence that is too long for a line is broken, and nothing of it lost`() {
    var model = Fixture.loadedModel(columns: 40, rows: 10)
    Fixture.press([.function(12)], on: &model)
    expect(model, "team-notice-40x10")
  }

  @Test func `without Unicode everything is drawn in ASCII`() {
    var model = Fixture.loadedModel(columns: 80, rows: 24) { $0.preferences.glyphs = .ascii }
    expect(model, "team-ascii-80x24")
    Fixture.press([.enter], on: &model)
    expect(model, "user-ascii-80x24")
  }

  @Test func `a user's counters`() {
    var model = Fixture.loadedModel(columns: 120, rows: 40, resource: .activity)
    Fixture.press([.enter], on: &model)
    expect(model, "user-activity-120x40")
  }

  @Test func `by total there is no trend`() {
    var model = Fixture.loadedModel(columns: 120, rows: 40) { $0.choices.granularity = .total }
    expect(model, "team-total-120x40")
    Fixture.press([.enter], on: &model)
    expect(model, "user-total-120x40")
  }

  private func expect(_ model: Model, _ name: String) {
    expectGolden(DashboardProgram.view(model, size: model.size), named: name)
  }
}

@Suite struct TrendTests {
  @Test func `a trend of more periods than the column is wide is drawn whole, by means`() {
    let model = Fixture.loadedModel(columns: 80, rows: 24) {
      $0.choices.range = .rolling(days: 90, back: 0)
    }
    let lines = DashboardProgram.view(model, size: model.size).text.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("> ") })
    #expect(!lines.dropFirst(3).prefix(11).contains { $0.hasSuffix("…") })
  }
}
