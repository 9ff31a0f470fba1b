import Canvas
import Loop
import Records
import TestKit
import Testing

@testable import Dashboard

@Suite struct PickerTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let keys: [Key]
    let then: @Sendable (Model) -> Bool
    var asks = false

    init(
      _ description: String, _ keys: [Key], asks: Bool = false,
      then: @escaping @Sendable (Model) -> Bool
    ) {
      testDescription = description
      self.keys = keys
      self.asks = asks
      self.then = then
    }
  }

  private static let patience = BoardColumn.value(.metric(.patience))
  private static let interactivity = BoardColumn.value(.metric(.interactivity))

  static let cases: [Case] = [
    Case("m and Enter leave the metric", ["m", .enter]) { $0.chosenColumn == patience },
    Case("m chooses the next metric", ["m", .down, .enter]) { $0.chosenColumn == interactivity },
    Case("m narrows as one types", ["m", "s", "t", "o", "r", "y", .enter]) {
      $0.chosenField == .metric(.longestCustomerStory)
    },
    Case("m where nothing fits stays open", ["m", "z", "z", .enter]) { $0.overlay != nil },
    Case("O sorts by what Enter is pressed on", ["O", .home, .enter]) {
      $0.sorts == [.init(key: .user, isDescending: false)]
    },
    Case("Space in O sorts by it, too", ["O", .down, .down, " "]) {
      $0.sorts.map(\.key) == [patience, interactivity] && $0.overlay != nil
    },
    Case("Enter after Space keeps the orders", ["O", .down, .down, " ", .enter]) {
      $0.sorts.map(\.key) == [patience, interactivity] && $0.overlay == nil
    },
    Case("Esc after Space takes them back", ["O", .down, .down, " ", .escape]) {
      $0.sorts.map(\.key) == [patience]
    },
    Case("Space in C hides, at once", ["C", " "]) {
      !$0.shownColumns.contains(patience) && $0.overlay != nil
    },
    Case("Esc in C takes it back", ["C", " ", .escape]) {
      $0.shownColumns.contains(patience) && $0.choices.board.columns == nil
    },
    Case("Enter in C keeps it", ["C", " ", .enter]) {
      !$0.shownColumns.contains(patience) && $0.overlay == nil
    },
    Case("J in C moves a column down, and its row with it", ["C", "J", "J", " "]) {
      let names = $0.columnChoices.prefix(6).map(\.column.name)
      let place = $0.columnChoices.firstIndex { $0.column == patience }
      return place == 5 && names.last == "patience" && !$0.columnChoices[5].isShown
    },
    Case("K moves it up, but not before the names", ["C"] + Array(repeating: "K", count: 9)) {
      $0.columnChoices.prefix(2).map(\.column) == [.user, patience]
    },
    Case("the names cannot be hidden", ["C", "g", " "]) {
      $0.shownColumns.first == .user && $0.notice != nil
    },
    Case(") widens", ["C", ")", ")"]) {
      $0.columnChoices.first { $0.column == patience }?.width == 12
    },
    Case("r brings the standard back", ["C", " ", "r"]) { $0.choices.board.columns == nil },
    Case("R chooses a range", ["R", .home, .enter], asks: true) {
      $0.choices.range == .rolling(days: 7, back: 0)
    },
    Case("R takes two dates", ["R"] + Fixture.keys("2026-10-01..2026-11-01") + [.enter], asks: true)
    {
      $0.choices.range.text(today: $0.today) == "2026-10-01..2026-11-01"
    },
    Case(
      "R opens a calendar", ["R", .end, .enter, .left, .left, " ", .right, .enter], asks: true
    ) {
      $0.choices.range == .dates(DaySpan($0.today - 3, $0.today - 1))
    },
    Case("the calendar ends yesterday", ["R", .end, .enter, .down, .enter, .enter], asks: true) {
      $0.choices.range == .dates(DaySpan($0.today - 1, $0.today))
    },
    Case(
      "in the calendar the last day may be set first", ["R", .end, .enter, " ", .up, " "],
      asks: true
    ) {
      $0.choices.range == .dates(DaySpan($0.today - 8, $0.today))
    },
    Case("T chooses a team", ["T", .down, .enter]) {
      $0.choices.team == "Sales EMEA" && $0.team.order.count == 3
    },
    Case("a theme is seen while one goes through them", [.function(9), .end]) {
      $0.preferences.theme.name == "dusk" && $0.chosenTheme == nil
    },
    Case("Esc brings back the theme", [.function(9), .end, .escape]) {
      $0.preferences.theme == .golden && $0.chosenTheme == nil
    },
    Case("Enter keeps the theme", [.function(9), .end, .enter]) {
      $0.preferences.theme.name == "dusk" && $0.chosenTheme == "dusk"
    },
    Case("@ has the account", ["@", .enter]) { $0.overlay == nil && $0.account.key == "test" },
    Case("a view goes back to what was chosen", ["'", .enter], asks: true) {
      $0.choices.range == .rolling(days: 90, back: 0)
    },
    Case("Del deletes a view", ["'", .delete]) { $0.views.isEmpty && $0.overlay != nil },
    Case("\" asks for a name", ["\""] + ["M", .enter]) {
      $0.views.map(\.name) == ["Quarter", "M"]
    },
    Case("keys of the screen do nothing to it meanwhile", ["T", "q"]) { !$0.isFinished },
  ]

  static func model(columns: Int = 120, rows: Int = 24) -> Model {
    var model = Fixture.loadedModel(columns: columns, rows: rows)
    model.teams = [
      Team(name: "Sales EMEA", members: [0, 1, 2, 9]), Team(name: "Support", members: [3]),
    ]
    model.views = [
      SavedView(name: "Quarter", choices: Choices(range: .rolling(days: 90, back: 0)))
    ]
    model.themes = PaletteTests.model().themes
    return model
  }

  @Test(arguments: cases)
  func `a list does what its keys say`(_ row: Case) {
    var model = Self.model()
    let request = model.request
    let commands = Fixture.press(row.keys, on: &model)
    let holds = row.then(model)
    #expect(holds)
    #expect(
      commands
        == (row.asks ? [.watch(model.query, request: request + 1, refreshing: .stale)] : []))
  }

  @Test func `the themes are listed when they are asked for`() {
    var model = Fixture.loadedModel()
    #expect(Fixture.press([.function(9)], on: &model) == [.listThemes])
    #expect(Fixture.press([.escape, ":"], on: &model) == [.listThemes])
  }

  @Test func `a theme in use that changed is shown as it is now`() {
    var model = Fixture.loadedModel()
    var changed = model.preferences.theme
    changed.variant = changed.variant == .dark ? .light : .dark
    _ = DashboardProgram.update(&model, .themesListed([.plain, changed]))
    #expect(model.preferences.theme == changed)
    _ = DashboardProgram.update(&model, .themesListed([]))
    #expect(model.preferences.theme == changed)
  }

  @Test func `what is remembered changes when something is meant, not while one looks`() {
    var model = Self.model()
    model.beginRemembering()
    #expect(Fixture.press(["C", " "], on: &model).isEmpty)
    let commands = Fixture.press([.enter], on: &model)
    guard case .remember(let remembered, account: "test")? = commands.first else {
      Issue.record("nothing is remembered")
      return
    }
    #expect(remembered.choices == model.choices)
    #expect(Fixture.press(["H", "H", "H"], on: &model).count <= 1)
  }

  @Test(arguments: [(ScreenKind.user, 1), (.team, 0), (.attention, 1)])
  func `the place of the last time is gone to when its user is there`(
    screen: ScreenKind, depth: Int
  ) {
    var model = Fixture.model()
    let choices = Choices(range: .rolling(days: 7, back: 0))
    model.choices = choices
    model.account.remembered = Remembered(
      choices: choices, theme: "dusk", glyphs: .block,
      place: .init(screen: screen, user: Fixture.directory[3].id), views: [])
    model.beginRemembering()
    #expect(model.preferences.glyphs == .block && model.chosenTheme == "dusk")
    _ = model.start()
    let commands = DashboardProgram.updateAtOnce(
      &model, .snapshotArrived(request: model.request, Fixture.snapshot(model.query)))
    #expect(commands.isEmpty)
    #expect(model.team.selected == 3)
    #expect(model.kind == screen && model.screens.count == depth)
  }

  @Test func `a comparison and a record are gone back to`() throws {
    var model = Self.model()
    let before = model
    for keys: [Key] in [[" ", " ", "c"], [.enter, "j", "j", .enter]] {
      model = before
      Fixture.press(keys, on: &model)
      let (screen, remembered) = (try #require(model.screens.last), model.present)
      var next = Fixture.model(rows: 24)
      next.account.remembered = remembered
      next.beginRemembering()
      _ = next.start()
      _ = DashboardProgram.updateAtOnce(
        &next, .snapshotArrived(request: next.request, Fixture.snapshot(next.query)))
      #expect(next.screens.last == screen)
    }
  }

  @Test func `a key before the answer stays where it is`() {
    var model = Fixture.model()
    model.account.remembered = Remembered(
      choices: model.choices, theme: nil, glyphs: nil,
      place: .init(screen: .user, user: Fixture.directory[3].id), views: [])
    model.beginRemembering()
    _ = model.start()
    Fixture.press(["d"], on: &model)
    _ = DashboardProgram.updateAtOnce(
      &model, .snapshotArrived(request: model.request, Fixture.snapshot(model.query)))
    #expect(model.kind == .team)
  }
}
