import Canvas
import Dashboard
import Loop
import Records
import TestKit
import Testing

@Suite struct OperationsFrameTests {
  static let sizes = [(80, 24), (120, 40), (200, 60)]

  @Test(arguments: sizes)
  func `the log of requests`(columns: Int, rows: Int) {
    expect(Operations.model(columns: columns, rows: rows), ["L", "j", "j"], "requests")
  }

  @Test(arguments: sizes)
  func `one request`(columns: Int, rows: Int) {
    let model = Operations.model(columns: columns, rows: rows)
    expect(model, ["L"] + Array(repeating: "j", count: 9) + [.enter], "request")
  }

  @Test func `a request without an answer`() {
    let model = Operations.model(columns: 80, rows: 24)
    expect(model, ["L", "j", "j", "j", .enter], "request-unanswered")
  }

  @Test func `before any request was sent`() {
    expect(Operations.model(columns: 80, rows: 24, requests: []), ["L"], "requests-none")
  }

  @Test(arguments: sizes)
  func `one account`(columns: Int, rows: Int) {
    expect(Operations.model(columns: columns, rows: rows), ["A"], "accounts")
  }

  @Test func `several accounts, one of them refused`() {
    let accounts = [
      Operations.report(),
      Operations.report(
        "b", title: "Globex (Gong via Truto)", failure: Operations.refused, age: 9000),
      Operations.report("c", title: "Initech", waitsUntil: Fixture.noon + 1200),
      Operations.report("d", title: "Umbrella", sent: 1950, age: 7200),
      Operations.report("e", title: "Hooli", isEmpty: true),
    ]
    for (columns, rows) in [(80, 24), (120, 40)] {
      let model = Operations.model(columns: columns, rows: rows, accounts)
      expect(model, ["A", "j"], "accounts-several")
    }
  }

  @Test func `a paused account`() {
    expect(Operations.model(columns: 80, rows: 24), ["A", "p"], "accounts-paused")
  }

  @Test func `an account of which nothing was fetched`() {
    let model = Operations.model(
      columns: 80, rows: 24, [Operations.report(sent: 0, isEmpty: true)], requests: [])
    expect(model, ["A"], "accounts-empty")
  }

  @Test(arguments: sizes)
  func `the fields of a record`(columns: Int, rows: Int) {
    let model = Operations.model(columns: columns, rows: rows)
    expect(model, ["j", .enter, "j", .enter] + Array(repeating: "j", count: 6), "record")
  }

  @Test func `the counters of a record`() {
    let model = Operations.model(columns: 120, rows: 40) { $0.choices.resource = .activity }
    expect(model, [.enter, .enter, "G"], "record-activity")
  }

  @Test func `a record that says more, and of another period`() {
    var model = Operations.model(columns: 80, rows: 24)
    Fixture.press([.enter], on: &model)
    let user = model.team.selected ?? 0
    _ = DashboardProgram.updateAtOnce(
      &model,
      .snapshotArrived(
        request: model.request, Operations.snapshot(model.query, withFullRecordOf: user)))
    expect(model, [.enter], "record-full")
    expect(model, [.enter, "G"], "record-full-end")
  }

  @Test func `a record that is not there`() {
    var model = Operations.model(columns: 80, rows: 24)
    Fixture.press([.enter], on: &model)
    model.screens = [.user(UserScreen(user: 9))]
    expect(model, [.enter], "record-absent")
  }

  @Test func `without Unicode everything is drawn in ASCII`() {
    let model = Operations.model(columns: 80, rows: 24) { $0.preferences.glyphs = .ascii }
    expect(model, ["A"], "accounts-ascii")
    expect(model, ["L", "G", .enter], "request-ascii")
    expect(model, [.enter, .enter], "record-ascii")
  }

  static let json = """
    {
      "id": "2345",
      "user": {
        "name": "Ana \\u0022Lopes\\u0022",
        "emails": []
      },
      "metrics": {
        "patience": 1.120,
        "interactivity": null
      },
      "remote_data": {
        "userStats": [
          true,
          -1.5e3
        ]
      },
      "note": "\(String(repeating: "a long line of words ", count: 12))",
      "more": [
        1,
        2,
        3
      ]
    }
    """

  @Test(arguments: ["asked", "slow", "failed", "arrived"])
  func `the raw JSON of a record`(_ state: String) {
    var model = Operations.model(columns: 80, rows: 24)
    Fixture.press([.enter, .enter, "v"], on: &model)
    let answer: RecordAnswer? =
      switch state {
      case "failed": .failed(Operations.refused)
      case "arrived": .text(Self.json)
      default: nil
      }
    if let answer {
      _ = DashboardProgram.updateAtOnce(
        &model, .recordArrived(request: model.recordRequest, answer))
    }
    let later = Moment(uptime: Fixture.moment.uptime + 500, wall: Fixture.moment.wall)
    if state == "slow" { _ = DashboardProgram.updateAtOnce(&model, .ticked(later)) }
    expect(model, [], "record-raw-\(state)")
  }

  @Test func `what a search finds is marked`() {
    var model = Operations.model(columns: 80, rows: 24)
    model.search.text = "a"
    expect(model, ["L"], "requests-search")
    model.search.text = "words"
    Fixture.press([.enter, .enter, "v"], on: &model)
    _ = DashboardProgram.updateAtOnce(
      &model, .recordArrived(request: model.recordRequest, .text(Self.json)))
    expect(model, ["n", "l", "l"], "record-raw-search")
  }

  @Test func `a saved record has no raw JSON to fetch`() {
    var model = Operations.model(columns: 80, rows: 24)
    model.saved = SavedExtent(
      days: model.query.range, granularities: [.week], range: model.query.range)
    expect(model, [.enter, .enter, "v"], "record-raw-saved")
  }

  private func expect(_ model: Model, _ keys: [Key], _ name: String) {
    var model = model
    Fixture.press(keys, on: &model)
    expectGolden(
      DashboardProgram.view(model, size: model.size),
      named: "\(name)-\(model.size.columns)x\(model.size.rows)")
  }
}
