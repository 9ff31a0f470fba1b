import Analytics
import Canvas
import Loop
import Records
import TestKit
import Testing

@testable import Dashboard

@Suite struct DistributionTests {
  private func model(
    columns: Int = 120, rows: Int = 40, change: (inout Model) -> Void = { _ in }
  ) -> Model {
    var model = Fixture.loadedModel(columns: columns, rows: rows, change: change)
    Fixture.press(["j", "j", "D"], on: &model)
    return model
  }

  /// The dashboard with a team of which only these values of patience are known.
  private func model(patience: [Double]) -> Model {
    var model = Fixture.model(columns: 80, rows: 24)
    _ = model.start()
    let record = { (resource: Resource, index: Int, period: Period) -> Record? in
      guard resource == .interactions else { return Fixture.record(resource, index, period) }
      guard patience.indices.contains(index) else { return nil }
      let user = Fixture.directory.users[index]
      return Record(
        resource: resource, id: user.id, user: user,
        values: [.decimal(patience[index]), nil, nil, nil, nil])
    }
    let snapshot = Fixture.snapshot(model.query, record: record)
    _ = DashboardProgram.updateAtOnce(
      &model, .snapshotArrived(request: model.request, snapshot))
    Fixture.press(["D"], on: &model)
    return model
  }

  private func expect(_ model: Model, _ name: String) {
    expectGolden(DashboardProgram.view(model, size: model.size), named: name)
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func `a metric over the team`(columns: Int, rows: Int) {
    expect(model(columns: columns, rows: rows), "distribution-\(columns)x\(rows)")
  }

  @Test func `without Unicode the histogram is drawn in ASCII`() {
    let model = model(columns: 80, rows: 24) { $0.preferences.glyphs = .ascii }
    expect(model, "distribution-ascii-80x24")
  }

  @Test func `a counter has no target and leaves nobody out`() {
    let model = model(columns: 80, rows: 24) { $0.choices.resource = .activity }
    expect(model, "distribution-activity-80x24")
  }

  @Test(
    arguments: [
      ("none", []), ("one", [0.8]), ("alike", [0.8, 0.8]),
    ] as [(String, [Double])])
  func `few values`(name: String, patience: [Double]) {
    expect(model(patience: patience), "distribution-\(name)-80x24")
  }

  @Test func `the selected user's bar is selected, and keys move from there`() throws {
    var model = model()
    let distribution = try #require(model.distribution)
    let own = try #require(model.team.selected.flatMap { distribution.bin(of: $0) })
    guard case .distribution(let screen) = model.screens.last else { return }
    #expect(model.bar(screen, of: distribution) == own)
    Fixture.press(["k"], on: &model)
    guard case .distribution(let moved) = model.screens.last else { return }
    #expect(model.bar(moved, of: distribution) == own - 1)
    Fixture.press(["l"], on: &model)
    #expect(model.chosenField == .metric(.interactivity))
  }

  @Test(arguments: ["g", "G", "k"] as [Key])
  func `Enter leaves the users of the bar over on the team`(key: Key) throws {
    var model = model()
    Fixture.press([key], on: &model)
    let distribution = try #require(model.distribution)
    guard case .distribution(let screen) = model.screens.last else { return }
    let users = distribution.bins[model.bar(screen, of: distribution)].users
    Fixture.press([.enter], on: &model)
    #expect(model.kind == .team)
    #expect(!users.isEmpty)
    #expect(model.team.matches == Set(users))
    // Back is where it was, bar and all; and once back there, on to where that came from.
    Fixture.press(["j", .escape], on: &model)
    #expect(model.screens == [.distribution(screen)])
    #expect(model.choices.filter.isEmpty)
    Fixture.press([.escape], on: &model)
    #expect(model.kind == .team)
  }

  @Test func `Esc clears a filter that was typed over the one of a bar`() {
    var model = model()
    Fixture.press([.enter, "/", " ", "a", "n", "a", .enter, .escape], on: &model)
    #expect(model.kind == .team)
    #expect(model.choices.filter.isEmpty)
  }

  @Test func `an empty bar leads nowhere`() {
    var model = model()
    Fixture.press(["j", .enter], on: &model)
    #expect(model.kind == .distribution)
    #expect(model.notice != nil)
  }

  @Test func `users whose values are alike are left over by their value`() {
    var model = model(patience: [0.8, 0.8])
    Fixture.press([.enter], on: &model)
    #expect(model.team.matches == [0, 1])
  }
}
