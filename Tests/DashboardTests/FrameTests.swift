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

  @Test func `help is made from the tables`() {
    var model = Fixture.loadedModel(columns: 80, rows: 24)
    Fixture.press([.character("?")], on: &model)
    expect(model, "help-80x24")
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

@Suite struct StateFrameTests {
  private let size = Size(columns: 100, rows: 14)

  private func model(_ snapshot: (Query) -> Snapshot) -> Model {
    var model = Fixture.model(columns: size.columns, rows: size.rows)
    _ = model.start()
    _ = DashboardProgram.updateAtOnce(
      &model, .snapshotArrived(request: model.request, snapshot(model.query)))
    return model
  }

  @Test func `before the first answer nothing flashes`() {
    var model = Fixture.model(columns: size.columns, rows: size.rows)
    _ = model.start()
    expectGolden(DashboardProgram.view(model, size: size), named: "state-loading")
    var later = Fixture.moment
    later.uptime += 600
    _ = DashboardProgram.updateAtOnce(&model, .ticked(later))
    expectGolden(DashboardProgram.view(model, size: size), named: "state-loading-slowly")
  }

  @Test func `shorter periods stand in for the total until it lands`() {
    let model = model { query in
      Fixture.snapshot(query, isWorking: true) { $0.role != .total }
    }
    expectGolden(DashboardProgram.view(model, size: size), named: "state-partial")
  }

  @Test func `offline data says how old it is`() {
    let model = model { Fixture.snapshot($0, isOffline: true) }
    expectGolden(DashboardProgram.view(model, size: size), named: "state-offline")
  }

  @Test func `an error is one line and the data stays`() {
    let failure = Failure(.credentials, "Truto refused the token: check TRUTO_API_TOKEN.")
    let model = model { Fixture.snapshot($0, failure: failure) }
    expectGolden(DashboardProgram.view(model, size: size), named: "state-failed-with-data")
  }

  @Test func `an error without data`() {
    let failure = Failure(.unreachable, "The host api.example.com cannot be reached.")
    let model = model { query in Fixture.snapshot(query, failure: failure) { _ in false } }
    expectGolden(DashboardProgram.view(model, size: size), named: "state-failed")
  }

  @Test func `no records at all`() {
    let model = model { query in
      Snapshot(
        query: query, zone: .utc, directory: Fixture.directory, slots: [],
        progress: Progress(done: 4, total: 4))
    }
    expectGolden(DashboardProgram.view(model, size: size), named: "state-empty")
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
