import Analytics
import Canvas
import Loop
import Records
import Testing

@testable import Dashboard

@Suite struct OperationsTests {
  /// Keys, what is there afterwards, and what the last of them commands.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let keys: [Key]
    let then: @Sendable (Model) -> Bool
    let commands: [Command]

    init(
      _ description: String, when keys: Key...,
      then: @escaping @Sendable (Model) -> Bool = { _ in true }, commands: [Command] = []
    ) {
      testDescription = description
      self.keys = keys
      self.then = then
      self.commands = commands
    }
  }

  static let query = Operations.model(columns: 120, rows: 40).query

  static let cases: [Case] = [
    Case(
      "L opens the log and watches it", when: "L", then: { $0.kind == .requests },
      commands: [.watchRequests(true)]),
    Case(
      "L again leaves it, and nothing is told any more", when: "L", "L",
      then: { $0.kind == .team }, commands: [.watchRequests(false)]),
    Case("Esc leaves the log, too", when: "L", .escape, commands: [.watchRequests(false)]),
    Case("the help over the log ends it", when: "L", "?", commands: [.watchRequests(false)]),
    Case(
      "back from the help it goes on", when: "L", "?", .escape, commands: [.watchRequests(true)]),
    Case(
      "A watches the accounts and the log", when: "A", then: { $0.kind == .accounts },
      commands: [.watchRequests(true), .watchAccounts(true)]),
    Case(
      "Enter opens the requests of the account", when: "A", .enter,
      then: { $0.screens.last == .requests(RequestsScreen(account: "test")) },
      commands: [.watchAccounts(false)]),
    Case(
      "Esc comes back to the accounts", when: "A", .enter, .escape,
      then: { $0.kind == .accounts }, commands: [.watchAccounts(true)]),
    Case(
      "the log follows the newest request", when: "L",
      then: { $0.requestsScreen?.selected == nil && $0.requestsScreen?.first == 0 }),
    Case(
      "j stays on a request", when: "L", "j",
      then: { $0.requestsScreen?.selected == Operations.log()[1] }),
    Case(
      "k back at the top follows", when: "L", "j", "k", then: { $0.requestsScreen?.selected == nil }
    ),
    Case(
      "G goes to the oldest", when: "L", "G",
      then: { $0.requestsScreen?.selected == Operations.log()[29] }),
    Case(
      "Enter opens one request", when: "L", "j", .enter,
      then: { $0.screens.last == .requests(RequestsScreen(opened: Operations.log()[1])) }),
    Case(
      "Esc comes back to the list", when: "L", "j", .enter, .escape,
      then: { $0.requestsScreen?.selected == Operations.log()[1] }),
    Case(
      "K reads the credentials again", when: "A", "K", then: { $0.notice != nil },
      commands: [.readCredentials(account: "test")]),
    Case("o says that there is no place to copy", when: "A", "o", then: { $0.notice != nil }),
    Case(
      "p pauses", when: "p", then: { $0.account.isPaused },
      commands: [.pause(true, account: "test")]),
    Case(
      "p again goes on", when: "p", "p", then: { !$0.account.isPaused },
      commands: [.pause(false, account: "test")]),
    Case(
      "F fetches everything again", when: "F",
      commands: [.watch(query, request: 2, refreshing: .everything)]),
    Case(
      "Enter on a period opens its record", when: .enter, "j", .enter,
      then: { $0.recordScreen?.period == $0.team.trend?.periods.dropLast().last }),
    Case(
      "v asks for the raw record", when: .enter, .enter, "v",
      then: { $0.recordScreen?.form == .raw }, commands: [record(.raw, 1)]),
    Case(
      "v again shows the fields", when: .enter, .enter, "v", "v",
      then: { $0.recordScreen?.form == nil }),
    Case(
      "V asks for the debug envelope", when: .enter, .enter, "v", "V",
      then: { $0.recordScreen?.form == .debug }, commands: [record(.debug, 2)]),
    Case(
      "what was asked for once is not asked for again", when: .enter, .enter, "v", "v", "v",
      then: { $0.recordScreen?.form == .raw }),
  ]

  private static func record(_ form: RecordForm, _ request: Int) -> Command {
    let period = Operations.model(columns: 120, rows: 40).team.trend?.periods.last
    return .fetchRecord(
      RecordQuery(
        account: "test", resource: .interactions, user: Fixture.directory[10].id,
        period: period ?? Period(.total, DaySpan(Fixture.today, Fixture.today)), form: form),
      request: request)
  }

  @Test(arguments: cases)
  func `a key does what the table says`(_ row: Case) {
    var model = Operations.model(columns: 120, rows: 40)
    let commands = Fixture.press(row.keys, on: &model)
    let holds = row.then(model)
    #expect(holds, "\(row.testDescription)")
    #expect(row.commands.isEmpty || commands == row.commands)
  }

  @Test func `who looks at a request keeps looking at it as others arrive`() throws {
    var model = Operations.model(columns: 80, rows: 24, requests: Operations.log(40))
    Fixture.press(["L"] + Array(repeating: "j", count: 25), on: &model)
    let before = try #require(model.requestsScreen)
    let row = before.cursor(in: model.requests(of: nil)).selected - before.first
    _ = DashboardProgram.updateAtOnce(&model, .requestsArrived(Operations.log(47)))
    let after = try #require(model.requestsScreen)
    #expect(after.selected == before.selected)
    #expect(after.cursor(in: model.requests(of: nil)).selected - after.first == row)
  }

  @Test func `who follows the newest sees each as it arrives`() throws {
    var model = Operations.model(columns: 80, rows: 24)
    Fixture.press(["L"], on: &model)
    _ = DashboardProgram.updateAtOnce(&model, .requestsArrived(Operations.log(35)))
    let screen = try #require(model.requestsScreen)
    #expect(screen.first == 0 && screen.cursor(in: model.requests(of: nil)).selected == 0)
  }

  @Test func `the selected account stays selected when others come`() {
    let reports = [Operations.report(), Operations.report("b", title: "Globex")]
    var model = Operations.model(columns: 80, rows: 24, reports)
    Fixture.press(["A", "j"], on: &model)
    _ = DashboardProgram.updateAtOnce(
      &model, .accountsArrived([Operations.report("c", title: "Initech")] + reports))
    #expect(model.screens.last == .accounts(selected(2)))
  }

  private func selected(_ row: Int) -> AccountsScreen {
    var screen = AccountsScreen()
    screen.cursor.selected = row
    return screen
  }

  @Test func `credentials that were read have everything asked again`() {
    var model = Operations.model(columns: 80, rows: 24)
    let commands = DashboardProgram.updateAtOnce(
      &model, .credentialsRead(account: "test", mistake: nil))
    #expect(commands == [.watch(model.query, request: 2, refreshing: .unsettled)])
    #expect(
      DashboardProgram.updateAtOnce(
        &model, .credentialsRead(account: "test", mistake: "There is no token.")
      ).isEmpty)
    #expect(model.notice == "There is no token.")
  }

  @Test func `by total Enter opens the record of the range`() {
    var model = Operations.model(columns: 80, rows: 24) { $0.choices.granularity = .total }
    Fixture.press([.enter, .enter], on: &model)
    #expect(model.recordScreen?.period == Period(.total, model.query.range))
  }

  @Test func `a place to connect again is copied where there is one`() {
    var report = Operations.report()
    let place = "https://app.example.com/connect"
    report = AccountReport(title: report.title, status: report.status.connected(at: place))
    var model = Operations.model(columns: 80, rows: 24, [report])
    #expect(Fixture.press(["A", "o"], on: &model) == [.copy(.text(place), what: place)])
  }

  @Test func `n and N go from match to match`() throws {
    var model = Operations.model(columns: 80, rows: 24)
    model.search.text = "502 SERVER"
    Fixture.press(["L", "n"], on: &model)
    #expect(model.requestsScreen?.selected == Operations.log()[2])
    Fixture.press(["n"], on: &model)
    #expect(model.requestsScreen?.selected == Operations.log()[12])
    Fixture.press(["N"], on: &model)
    #expect(model.requestsScreen?.selected == Operations.log()[2])
    model.search.text = "nowhere"
    Fixture.press(["n"], on: &model)
    #expect(model.notice != nil)

    model.search.text = "metric"
    Fixture.press([.escape, .enter, .enter, "n"], on: &model)
    let fields = try #require(model.recordScreen)
    #expect(fields.cursor.selected > 0)
    Fixture.press(["v"], on: &model)
    _ = DashboardProgram.updateAtOnce(
      &model,
      .recordArrived(request: 1, .text("{\n  \"a\": 1,\n  \"metrics\": {\n    \"b\": 2\n  }\n}")))
    Fixture.press(["n"], on: &model)
    #expect(model.recordScreen?.texts[.raw]?.cursor.selected == 2)
  }

  typealias StatedPeriod = (start: String, end: String?, aggregation: String?, words: String?)
  static let statedPeriods: [StatedPeriod] = [
    ("2026-11-09T00:00:00Z", "2026-11-16T00:00:00Z", "week", nil),
    ("2026-11-09T01:00:00+01:00", "2026-11-15T23:59:59Z", "total", nil),
    ("2026-11-09T00:00:00Z", nil, nil, nil), ("in November", "", "week", nil),
    ("2026-11-08T00:00:00Z", "2026-11-16T00:00:00Z", "week", "another period"),
    ("2026-11-09T00:00:00Z", "2026-11-17T00:00:00Z", nil, "another period"),
    ("2026-11-09T00:00:00Z", "2026-11-16T00:00:00Z", "month", "“month”"),
  ]

  @Test(arguments: statedPeriods)
  func `a period other than the one that was asked for is said`(
    _ stated: StatedPeriod
  ) throws {
    let first = try #require(Day(text: "2026-11-09"))
    let record = Record(
      resource: .interactions, id: "1", user: User(id: "1"), startTime: stated.start,
      endTime: stated.end,
      aggregationPeriod: stated.aggregation, values: [])
    let difference = record.difference(
      from: Period(.week, DaySpan(first, first + 7)), zone: .utc)
    #expect(stated.words.map { difference?.contains($0) == true } ?? (difference == nil))
  }

  @Test func `an answer to another question changes nothing`() {
    var model = Operations.model(columns: 80, rows: 24)
    Fixture.press([.enter, .enter, "v"], on: &model)
    let before = model
    _ = DashboardProgram.updateAtOnce(&model, .recordArrived(request: 7, .text("{}")))
    #expect(model == before)
  }

  @Test func `an answer finds its record under the help, and r asks again`() {
    var model = Operations.model(columns: 80, rows: 24)
    Fixture.press([.enter, .enter, "v", "?"], on: &model)
    _ = DashboardProgram.updateAtOnce(
      &model, .recordArrived(request: 1, .failed(Operations.refused)))
    Fixture.press([.escape], on: &model)
    #expect(model.recordScreen?.texts[.raw]?.state == .failed(Operations.refused))
    let commands = Fixture.press(["r"], on: &model)
    #expect(commands.count == 2)
    #expect(model.recordScreen?.texts[.raw]?.state == .asked(at: Fixture.moment.uptime))
  }

  @Test func `the loop sleeps unless something on screen grows old`() {
    var model = Operations.model(columns: 80, rows: 24)
    #expect(DashboardProgram.nextDeadline(model) == model.uptime + 60_000)
    Fixture.press(["A"], on: &model)
    #expect(DashboardProgram.nextDeadline(model) == model.uptime + 1000)
    model.now = Fixture.noon + 61
    #expect(DashboardProgram.nextDeadline(model) == model.uptime + 60_000)
    Fixture.press([.escape, .enter, .enter, "v"], on: &model)
    #expect(DashboardProgram.nextDeadline(model) == model.uptime + 500)
  }

  @Test(arguments: [(1, 1), (40, 10), (41, 11), (500, 200)])
  func `the screens can be drawn at every size`(columns: Int, rows: Int) {
    for keys: [Key] in [["L"], ["L", .enter], ["A"], [.enter, .enter], [.enter, .enter, "v"]] {
      var model = Operations.model(columns: columns, rows: rows)
      Fixture.press(keys, on: &model)
      #expect(DashboardProgram.view(model, size: model.size).size == model.size)
    }
  }
}

extension Model {
  fileprivate var requestsScreen: RequestsScreen? {
    if case .requests(let screen)? = screens.last { screen } else { nil }
  }
  fileprivate var recordScreen: RecordScreen? {
    if case .record(let screen)? = screens.last { screen } else { nil }
  }
}

extension AccountStatus {
  fileprivate func connected(at place: String) -> AccountStatus {
    var status = self
    status.reconnectPlace = place
    return status
  }
}
