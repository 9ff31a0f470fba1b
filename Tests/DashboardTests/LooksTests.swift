import Analytics
import Canvas
import Loop
import Records
import TestKit
import Testing

@testable import Dashboard

@Suite struct LooksTests {
  private func expect(_ model: Model, _ name: String) {
    expectGolden(DashboardProgram.view(model, size: model.size), named: name)
  }

  @Test func `H colours by targets, by how high values are, and not at all`() {
    var model = Fixture.loadedModel(columns: 120, rows: 20)
    #expect(model.team.heat == nil)
    Fixture.press(["H"], on: &model)
    #expect(model.choices.coloring == .heat)
    expect(model, "team-heat-120x20")
    Fixture.press(["H"], on: &model)
    #expect(model.team.heat == nil)
    expect(model, "team-uncoloured-120x20")
    Fixture.press(["H"], on: &model)
    #expect(model.choices.coloring == .targets)
  }

  @Test func `b draws a user's chart as bars`() {
    var model = Fixture.loadedModel(columns: 80, rows: 24)
    Fixture.press([.enter, "b"], on: &model)
    expect(model, "user-bars-80x24")
  }

  @Test func `B goes through the characters of pictures`() {
    var model = Fixture.loadedModel()
    var seen: [GlyphSet] = []
    for _ in GlyphSet.allCases {
      Fixture.press(["B"], on: &model)
      seen.append(model.preferences.glyphs)
    }
    #expect(seen == [.block, .ascii, .braille])
  }

  @Test func `a user's counters with their balance on a low screen`() {
    var model = Fixture.loadedModel(columns: 80, rows: 24, resource: .activity)
    Fixture.press([.enter], on: &model)
    expect(model, "user-activity-80x24")
  }

  @Test func `P compares with the year before, and back`() {
    var model = Fixture.loadedModel(columns: 80, rows: 24)
    let before = model.query.compared
    #expect(!Fixture.press(["P"], on: &model).isEmpty)
    #expect(model.query.compared == model.query.range.yearEarlier)
    #expect(
      DashboardProgram.view(model, size: Size(columns: 120, rows: 24)).text.contains("vs year"))
    Fixture.press(["P"], on: &model)
    #expect(model.query.compared == before)
  }

  @Test func `a value of periods without calls is said to be unweighted`() {
    var model = Fixture.model(columns: 120, rows: 40)
    _ = model.start()
    let snapshot = Fixture.snapshot(
      model.query,
      keeping: { $0.key.resource == .interactions && $0.role != .total })
    _ = DashboardProgram.updateAtOnce(
      &model, .snapshotArrived(request: model.request, snapshot))
    Fixture.press([.enter], on: &model)
    let text = DashboardProgram.view(model, size: model.size).text
    #expect(text.contains("≃1."))
    #expect(text.contains("unweighted"))
  }

  @Test(arguments: [
    (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
    (21, "21st"), (89, "89th"), (93, "93rd"),
  ])
  func `an ordinal number`(number: Int, text: String) {
    #expect(PlaceText.ordinal(number) == text)
  }

  @Test func `the lowest and the highest value have the first and the last degree`() throws {
    let model = Fixture.loadedModel { $0.choices.coloring = .heat }
    let board = try #require(model.team.board)
    let heat = try #require(model.team.heat)
    let values = board.rows.compactMap { $0[.metric(.interactivity)].value }.sorted()
    #expect(heat.role(of: values[0], .metric(.interactivity)) == .heat1)
    #expect(heat.role(of: values[values.count - 1], .metric(.interactivity)) == .heat5)
    #expect(heat.role(of: 1, .counter(.callsHosted)) == nil)
  }
}
