import Analytics
import Canvas
import Loop
import Records
import TestKit
import Testing

@testable import Dashboard

@Suite struct CompareTests {
  /// The dashboard with the first rows marked and compared.
  private func model(
    columns: Int, rows: Int, users: Int, resource: Resource = .interactions,
    change: (inout Model) -> Void = { _ in }
  ) -> Model {
    var model = Fixture.loadedModel(
      columns: columns, rows: rows, resource: resource, change: change)
    Fixture.press(Array(repeating: .character(" "), count: users) + ["c"], on: &model)
    return model
  }

  private func expect(_ model: Model, _ name: String) {
    expectGolden(DashboardProgram.view(model, size: model.size), named: name)
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func `users side by side`(columns: Int, rows: Int) {
    expect(model(columns: columns, rows: rows, users: 3), "compare-\(columns)x\(rows)")
  }

  @Test func `four users on a narrow screen`() {
    expect(model(columns: 80, rows: 24, users: 4), "compare-four-80x24")
  }

  @Test func `counters leave no room for a chart on a low screen`() {
    expect(
      model(columns: 80, rows: 24, users: 2, resource: .activity), "compare-activity-80x24")
  }

  @Test func `without Unicode users are compared in ASCII`() {
    let model = model(columns: 80, rows: 24, users: 2) { $0.preferences.glyphs = .ascii }
    expect(model, "compare-ascii-80x24")
  }

  @Test func `bars, and colours by how high values are`() {
    var model = model(columns: 120, rows: 40, users: 2) { $0.choices.coloring = .heat }
    Fixture.press(["b"], on: &model)
    expect(model, "compare-bars-120x40")
  }

  @Test func `who has no records in the range is said to have none`() {
    var model = Fixture.loadedModel(columns: 80, rows: 24) { $0.choices.granularity = .total }
    model.screens = [.compare(CompareScreen(users: [0, 9]))]
    expect(model, "compare-silent-80x24")
  }

  @Test func `keys choose a field, a user and the other board, and open the user`() {
    var model = model(columns: 120, rows: 40, users: 3)
    guard case .compare(let screen) = model.screens.last else {
      Issue.record("No comparison is open.")
      return
    }
    Fixture.press(["j", "l", "l", "l"], on: &model)
    #expect(model.choices.board.chosen == .value(.metric(.interactivity)))
    Fixture.press([.enter], on: &model)
    #expect(model.screens.last == .user(UserScreen(user: screen.users[2])))
    #expect(!Fixture.press([.escape, .tab], on: &model).isEmpty)
    #expect(model.kind == .compare)
    #expect(model.team.board?.resource == .activity)
  }

  @Test func `without marks the selected user stands beside the first other one`() {
    var model = Fixture.loadedModel()
    let users = model.team.order.compactMap { model.team.board?.rows[$0].user }
    Fixture.press(["c"], on: &model)
    #expect(model.screens.last == .compare(CompareScreen(users: [users[1], users[0]])))
    Fixture.press([.escape, "G", "c"], on: &model)
    #expect(model.screens.last == .compare(CompareScreen(users: [users[0], users[9]])))
  }

  @Test func `five marks are too many`() {
    let model = model(columns: 120, rows: 40, users: 5)
    #expect(model.kind == .team)
    #expect(model.notice != nil)
  }
}
