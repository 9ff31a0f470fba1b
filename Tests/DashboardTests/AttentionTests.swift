import Analytics
import Canvas
import Loop
import Records
import TestKit
import Testing

@testable import Dashboard

@Suite struct AttentionTests {
  /// The last week of the fixture that is over: 9 to 15 November.
  private static let judged = Day(number: 20_766)

  /// Records in which user 0 was far more patient than ever in that week, user 4 asked no question,
  /// and nobody is far outside target.
  private static func record(_ resource: Resource, _ user: Int, _ period: Period) -> Record? {
    guard var record = Fixture.record(resource, user, period), resource == .interactions else {
      return Fixture.record(resource, user, period)
    }
    record.values[3] = .integer(160 - Int64(user))
    record.values[4] = .integer(61)
    if period.start == judged, period.granularity == .week {
      if user == 0 { record.values[0] = .decimal(1.42) }
      if user == 4 { record.values[2] = .decimal(0) }
    }
    return record
  }

  private func model(
    columns: Int = 120, rows: Int = 40, isWorking: Bool = false,
    keeping isKept: (WindowSlot) -> Bool = { _ in true }, change: (inout Model) -> Void = { _ in }
  ) -> Model {
    var model = Fixture.model(columns: columns, rows: rows)
    change(&model)
    _ = model.start()
    let snapshot = Fixture.snapshot(
      model.query, isWorking: isWorking, keeping: isKept, record: AttentionTests.record)
    _ = DashboardProgram.updateAtOnce(
      &model, .snapshotArrived(request: model.request, snapshot))
    return model
  }

  private func expect(_ model: Model, _ name: String) {
    expectGolden(DashboardProgram.view(model, size: model.size), named: name)
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func `findings in words`(columns: Int, rows: Int) {
    var model = model(columns: columns, rows: rows)
    Fixture.press(["a", "j"], on: &model)
    expect(model, "attention-\(columns)x\(rows)")
  }

  @Test func `without Unicode findings have signs of ASCII`() {
    var model = model(columns: 80, rows: 24, change: { $0.preferences.glyphs = .ascii })
    Fixture.press(["a"], on: &model)
    expect(model, "attention-ascii-80x24")
  }

  @Test func `while history is fetched the screen says how much is there`() {
    var model = model(columns: 80, rows: 24, isWorking: true, keeping: { $0.role != .history })
    #expect(model.team.attention?.changeCount == 0)
    Fixture.press(["a"], on: &model)
    expect(model, "attention-fetching-80x24")
  }

  @Test func `nothing stands out where nobody is judged`() {
    var model = model(
      columns: 80, rows: 24,
      change: {
        $0.standards.targets = [:]
        $0.standards.minimumCalls = 1000
      })
    #expect(!DashboardProgram.view(model, size: model.size).text.contains("a: "))
    Fixture.press(["a"], on: &model)
    expect(model, "attention-none-80x24")
  }

  @Test func `Enter opens the user with the metric, be it from the other board`() throws {
    var model = model(change: { $0.choices.resource = .activity })
    #expect(model.team.board?.resource == .activity)
    Fixture.press(["a", "G"], on: &model)
    let finding = try #require(model.team.attention?.findings.last)
    #expect(!Fixture.press([.enter], on: &model).isEmpty)
    #expect(model.screens.last == .user(UserScreen(user: finding.user)))
    #expect(model.chosenField == finding.field)
    #expect(model.team.board?.resource == .interactions)
    Fixture.press([.escape], on: &model)
    #expect(model.kind == .attention)
  }

  @Test func `the screen shows what is known before everything on screen is there`() {
    var model = model(isWorking: true, keeping: { $0.role != .trend })
    #expect(model.team.attention == nil)
    Fixture.press(["a"], on: &model)
    #expect(model.team.attention?.outsideCount ?? 0 > 0)
  }

  @Test func `the team is judged elsewhere, and an earlier judgement changes nothing`() throws {
    var model = Fixture.model()
    _ = model.start()
    let snapshot = Fixture.snapshot(model.query, record: AttentionTests.record)
    let judgements = (1...2).compactMap { _ -> (Judgement, request: Int)? in
      let commands = DashboardProgram.update(
        &model, .snapshotArrived(request: model.request, snapshot))
      guard case .judge(let judgement, let request)? = commands.last else { return nil }
      return (judgement, request)
    }
    try #require(judgements.count == 2)
    #expect(model.team.attention == nil)
    for (judgement, request) in judgements {
      let isLatest = request == judgements[1].request
      let commands = DashboardProgram.update(
        &model, .judged(request: request, judgement.judged()))
      #expect(commands.isEmpty)
      #expect((model.team.attention == nil) != isLatest)
    }
    #expect(DashboardProgram.update(&model, .keyPressed("j", Fixture.moment)).isEmpty)
    #expect(model.team.attention?.findings.isEmpty == false)
  }

  /// What a finding says in one line, and at its shortest.
  struct Words: CustomTestStringConvertible {
    let testDescription: String
    let kind: Attention.Kind
    var field = Field.metric(.patience)
    var value = 1.42
    var name = "Ana Lopes"
    var deviations = 4.14
    let line: String
    let brief: String
  }

  static let words = [
    Words(
      testDescription: "a rise", kind: .change(median: 0.82, periods: 12),
      line:
        "Ana Lopes: patience rose to 1.42 s in 10 – 16 Nov; usually 0.82 s (12 weeks), 4.1 times the"
        + " usual spread", brief: "Ana Lopes' patience rose to 1.42 s"),
    Words(
      testDescription: "a fall from what never changed", kind: .change(median: 2, periods: 6),
      name: "Chidi", deviations: .infinity,
      line:
        "Chidi: patience fell to 1.42 s in 10 – 16 Nov; usually 2.00 s (6 weeks), over 100 times the"
        + " usual spread", brief: "Chidi's patience fell to 1.42 s"),
    Words(
      testDescription: "above a bound",
      kind: .outsideTarget(Target(upper: 150), .above, periods: 4, of: 5),
      field: .metric(.longestMonologue), value: 161, name: "李小龍",
      line: "李小龍: longest monologue 2:41, above your target of at most 2:30, in 4 of 5 weeks",
      brief: "李小龍's longest monologue is 2:41, above target"),
    Words(
      testDescription: "below a band without periods",
      kind: .outsideTarget(Target(lower: 0.6, upper: 1), .below, periods: 0, of: 0), value: 0.4,
      name: "Chidi",
      line: "Chidi: patience 0.40 s, below your target of 0.60 s to 1.00 s, over the whole range",
      brief: "Chidi's patience is 0.40 s, below target"),
  ]

  @Test(arguments: words)
  func `a finding reads as a sentence`(_ words: Words) {
    let finding = Attention.Finding(
      user: 0, field: words.field, value: words.value, deviations: words.deviations,
      kind: words.kind)
    let text = FindingText(
      finding: finding, name: words.name, period: "10 – 16 Nov", granularity: .week,
      unit: Standards.truto.unit(of: words.field))
    #expect(text.line == words.line)
    #expect(text.brief == words.brief)
  }
}
