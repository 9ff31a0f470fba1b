import Canvas
import Loop
import Records
import Testing

@testable import Dashboard

/// The dashboard on records of a file, which end long before today.
@Suite struct SavedTests {
  static let start = Day(number: 19_000)
  static let end = start + 60

  private func model(_ change: (inout Model) -> Void = { _ in }) -> Model {
    Fixture.loadedModel { model in
      model.saved = SavedExtent(
        days: DaySpan(Self.start, Self.end), granularities: [.day, .week],
        range: DaySpan(Self.end - 30, Self.end))
      model.choices.range = .dates(DaySpan(Self.end - 30, Self.end))
      change(&model)
    }
  }

  @Test(
    arguments: [
      (["["], 30, nil), (["[", "["], 30, "no older"), (["]"], 0, "newest range of the file"),
      (["[", "]"], 0, nil), (["{"], 0, nil),
    ] as [([Key], Int, String?)])
  func `ranges stay within the file`(keys: [Key], daysBack: Int, notice: String?) {
    var model = model()
    let commands = Fixture.press(keys, on: &model)
    #expect(model.query.range.end == Self.end - daysBack)
    #expect(commands.isEmpty == (notice != nil))
    #expect(notice.map { model.notice?.contains($0) == true } ?? (model.notice == nil))
  }

  @Test(arguments: [("d", nil), ("M", "no records by month"), ("t", nil)])
  func `only the granularities of the file can be chosen`(key: String, notice: String?) {
    var model = model()
    let commands = Fixture.press([Key(stringLiteral: key)], on: &model)
    #expect(commands.isEmpty == (notice != nil))
    #expect(notice.map { model.notice?.contains($0) == true } ?? (model.notice == nil))
  }

  @Test func `without the range's own window there is no total to choose`() {
    var model = model()
    let snapshot = Fixture.snapshot(model.query, isOffline: true) { $0.role == .trend }
    _ = DashboardProgram.updateAtOnce(&model, .snapshotArrived(request: model.request, snapshot))
    #expect(Fixture.press(["t"], on: &model).isEmpty)
    #expect(model.notice?.contains("no totals") == true)
  }

  @Test func `nothing is fetched again, neither by a key nor by time`() {
    var model = model()
    #expect(Fixture.press(["r"], on: &model).isEmpty)
    #expect(model.notice?.contains("nothing to fetch") == true)
    let tomorrow = Moment(
      uptime: Fixture.moment.uptime + 86_400_000, wall: Fixture.moment.wall + 86_400_000)
    let snapshot = Fixture.snapshot(model.query, isOffline: true)
    _ = DashboardProgram.updateAtOnce(
      &model, .snapshotArrived(request: model.request, snapshot))
    #expect(DashboardProgram.updateAtOnce(&model, .ticked(tomorrow)).isEmpty)
  }

  @Test func `the bar says when it was saved and of which year, and no “last days”`() {
    let model = model { $0.choices.range = .rolling(days: 30, back: 0) }
    let lines = DashboardProgram.view(model, size: model.size).text.split(separator: "\n")
    #expect(lines[0].contains("saved 2 min ago"))
    #expect(lines[0].contains("2022"))
    #expect(!lines[0].contains("Last") && !lines[0].contains("synced"))
    #expect(lines.last?.contains("refresh") == false)
  }
}
