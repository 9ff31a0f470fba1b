import Analytics
import Canvas
import Loop
import Records
import Testing

@testable import Dashboard

@Suite struct UpdateTests {
  /// A key press, what it changes, and what it asks for.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    var given: @Sendable (inout Model) -> Void = { _ in }
    let keys: [Key]
    let then: @Sendable (Model) -> Bool
    var asks = false

    init(
      _ description: String, given: @escaping @Sendable (inout Model) -> Void = { _ in },
      when keys: Key..., then: @escaping @Sendable (Model) -> Bool, asks: Bool = false
    ) {
      testDescription = description
      self.given = given
      self.keys = keys
      self.then = then
      self.asks = asks
    }
  }

  static let cases: [Case] = [
    Case("j goes to the next row", when: "j", then: { $0.team.selectedIndex == 1 }),
    Case("k at the top stays", when: "k", then: { $0.team.selectedIndex == 0 }),
    Case("G goes to the last row", when: "G", then: { $0.team.selectedIndex == 9 }),
    Case("gg is g twice", when: "G", "g", then: { $0.team.selectedIndex == 0 }),
    Case(
      "Tab shows the other board and asks for it first", when: .tab,
      then: { $0.choices.resource == .activity && $0.team.board?.resource == .activity }, asks: true
    ),
    Case(
      "Alt with a key is Esc and the key, as a terminal sends them", when: "?", .alt("G"),
      then: { $0.kind == .team && $0.team.selectedIndex == 9 }),
    Case("d draws by day", when: "d", then: { $0.choices.granularity == .day }, asks: true),
    Case(
      "w when it is by week already asks for nothing", when: "w",
      then: { $0.choices.granularity == .week }),
    Case(
      "[ goes back by the range's length", when: "[",
      then: { $0.choices.range == .rolling(days: 30, back: 1) }, asks: true),
    Case(
      "] at the newest range says so", when: "]",
      then: { $0.choices.range == .rolling(days: 30, back: 0) && $0.notice != nil }),
    Case(
      "} lengthens the range", when: "}", then: { $0.choices.range == .rolling(days: 90, back: 0) },
      asks: true),
    Case(
      "{ shortens the range", when: "{", then: { $0.choices.range == .rolling(days: 7, back: 0) },
      asks: true),
    Case(
      "} keeps the last day of a range that was stepped back",
      given: { $0.choices.range = .rolling(days: 30, back: 1) }, when: "}",
      then: { $0.choices.range == .dates(DaySpan($0.today - 120, $0.today - 30)) }, asks: true),
    Case("s on a user says where it works", when: .enter, "s", then: { $0.notice != nil }),
    Case("r asks again", when: "r", then: { $0.request == 2 }, asks: true),
    Case(
      "l chooses the next column", when: "l", "l",
      then: { $0.chosenField == .metric(.interactivity) }),
    Case(
      "s sorts by the chosen column", when: "l", "l", "s",
      then: { $0.sorts == [.init(key: .value(.metric(.interactivity)), isDescending: true)] }),
    Case(
      "s again reverses", when: "s",
      then: { $0.sorts == [.init(key: .value(.metric(.patience)), isDescending: false)] }),
    Case(
      "names sort from A", when: "h", "h", "s",
      then: { $0.sorts == [.init(key: .user, isDescending: false)] }),
    Case(
      "Enter opens the selected user", when: .enter,
      then: { $0.screens == [.user(UserScreen(user: $0.team.selected ?? -1))] }),
    Case(
      "Esc comes back to the same row", when: "j", .enter, .escape,
      then: { $0.screens.isEmpty && $0.team.selectedIndex == 1 }),
    Case("? shows the help", when: "?", then: { $0.kind == .help }),
    Case("? again leaves it", when: "?", "?", then: { $0.kind == .team }),
    Case(
      "in the help j scrolls and the selection stays", when: "?", "j",
      then: { $0.kind == .help && $0.team.selectedIndex == 0 }),
    Case(
      "in the help Esc goes back to the user", when: .enter, "?", .escape,
      then: { $0.kind == .user }),
    Case(
      "a key of other screens names them", given: { $0.open(.record) }, when: " ",
      then: { $0.notice == "Space (mark) works on the screen Team, not here." }),
    Case(
      "an unknown key says so", when: "Z", then: { $0.notice?.hasPrefix("Z does nothing") == true }),
    Case("q ends it", when: "q", then: { $0.isFinished }),
  ]

  @Test(arguments: cases)
  func `a key does what the table says`(_ row: Case) {
    var model = Fixture.loadedModel(columns: 120, rows: 24)
    row.given(&model)
    let before = model.request
    let commands = Fixture.press(row.keys, on: &model)
    // Compared out here, so that a failure does not print the whole model.
    let holds = row.then(model)
    #expect(holds, "\(row.testDescription)")
    if row.asks {
      #expect(
        commands == [
          .watch(
            model.query, request: before + 1, refreshing: row.keys == ["r"] ? .unsettled : .stale)
        ])
    } else {
      #expect(commands.isEmpty)
    }
  }

  @Test func `a stale answer changes nothing`() {
    var model = Fixture.loadedModel()
    let before = model
    let query = model.query
    let stale = Fixture.snapshot(query, isOffline: true)
    #expect(
      DashboardProgram.updateAtOnce(&model, .snapshotArrived(request: model.request - 1, stale))
        .isEmpty)
    #expect(model == before)
  }

  @Test func `the selected user stays selected wherever the order puts the row`() {
    var model = Fixture.loadedModel()
    Fixture.press(["j", "j", "j"], on: &model)
    let selected = model.team.selected
    Fixture.press(["I"], on: &model)
    #expect(model.team.selected == selected)
    #expect(model.team.selectedIndex == 5)
    _ = DashboardProgram.updateAtOnce(
      &model, .snapshotArrived(request: model.request, Fixture.snapshot(model.query)))
    #expect(model.team.selected == selected)
  }

  @Test(arguments: Resource.allCases.flatMap { BoardColumn.all(of: $0, fields: $0.fields) })
  func `every column sorts, with absent values last both ways`(_ column: BoardColumn) throws {
    let resource: Resource = column.field?.resource ?? .interactions
    let model = Fixture.loadedModel(resource: resource)
    let board = try #require(model.team.board)
    for isDescending in [true, false] {
      let order = board.order(
        by: [.init(key: column, isDescending: isDescending)], directory: Fixture.directory)
      #expect(order.sorted() == Array(board.rows.indices))
      guard column != .user, column != .email, column != .trend else { continue }
      let values = order.map { board.listed($0).number(in: column) }
      let present = values.prefix { $0 != nil }.compactMap { $0 }
      #expect(values.dropFirst(present.count).allSatisfy { $0 == nil })
      #expect(present == present.sorted { isDescending ? $0 > $1 : $0 < $1 })
    }
  }

  @Test func `another zone in the answer asks again where the days differ`() {
    var model = Fixture.model()
    model.now = Timestamp(seconds: Int64(Fixture.today.number) * 86_400 + 60)
    _ = model.start()
    let snapshot = Fixture.snapshot(model.query)
    #expect(snapshot.zone == model.zone)
    #expect(
      DashboardProgram.updateAtOnce(&model, .snapshotArrived(request: model.request, snapshot))
        .isEmpty)
  }

  @Test func `the loop is woken once a minute for the age, and for a slow first answer`() {
    var model = Fixture.model()
    #expect(DashboardProgram.nextDeadline(model) == nil)
    _ = model.start()
    #expect(DashboardProgram.nextDeadline(model) == model.uptime + 500)
    let loaded = Fixture.loadedModel()
    #expect(DashboardProgram.nextDeadline(loaded) == loaded.uptime + 60_000)
  }

  @Test(arguments: ScreenKind.allCases)
  func `no key means two things on one screen`(_ screen: ScreenKind) {
    var seen: [Key: Action] = [:]
    for entry in ActionTable.entries where entry.screens.contains(screen) {
      for key in entry.keys {
        #expect(seen[key] == nil, "\(key.name) is \(entry.action.rawValue), too")
        seen[key] = entry.action
      }
    }
  }

  @Test func `the table has every action once, with a sentence`() {
    #expect(
      ActionTable.entries.map(\.action.rawValue).sorted()
        == Action.allCases.map(\.rawValue).sorted())
    for entry in ActionTable.entries { #expect(entry.help.hasSuffix(".") && !entry.hint.isEmpty) }
  }

  @Test(arguments: [(1, 1), (2, 3), (39, 9), (40, 10), (41, 11), (57, 13), (500, 200)])
  func `every screen can be drawn at every size`(columns: Int, rows: Int) {
    for keys: [Key] in [[], [.tab], [.enter], [.tab, .enter], ["?"], ["d"], ["t", .enter]] {
      var model = Fixture.loadedModel(columns: columns, rows: rows)
      Fixture.press(keys, on: &model)
      let frame = DashboardProgram.view(model, size: model.size)
      #expect(frame.size == model.size)
    }
  }

  @Test func `a team that there is not is said, with the nearest one, and everyone is shown`() {
    let model = Fixture.loadedModel {
      $0.teamList = TeamList([TeamList.Entry(team: "Sales", user: "1")])
      $0.choices.team = "Sale"
    }
    #expect(model.notice?.hasPrefix("There is no team “Sale”; did you mean “Sales”?") == true)
    #expect(model.notice?.hasSuffix("Everyone is shown.") == true)
  }
}

extension Key: ExpressibleByUnicodeScalarLiteral {}
extension Key: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Key: ExpressibleByStringLiteral {
  /// `"j"` for the key of that character, to keep the tables readable.
  package init(stringLiteral value: String) { self = .character(Character(value)) }
}
