import Canvas
import Loop
import Records
import TestKit
import Testing

@testable import Dashboard

extension Fixture {
  /// The keys that type a text.
  static func keys(_ text: String) -> [Key] { text.map(Key.character) }
}

@Suite struct PaletteTests {
  /// A line that is typed and entered, what it changes, and what it says where it cannot be done.
  struct Case: CustomTestStringConvertible {
    let line: String
    var before: [Key] = []
    var asks = false
    var mistake: String?
    let then: @Sendable (Model) -> Bool
    var testDescription: String { line }

    init(
      _ line: String, after before: [Key] = [], asks: Bool = false, mistake: String? = nil,
      then: @escaping @Sendable (Model) -> Bool = { _ in true }
    ) {
      self.line = line
      self.before = before
      self.asks = asks
      self.mistake = mistake
      self.then = then
    }
  }

  static let cases: [Case] = [
    Case("q") { $0.isFinished },
    Case("quit") { $0.isFinished },
    Case("range 7d", asks: true) { $0.choices.range == .rolling(days: 7, back: 0) },
    Case("choose-range 9d", asks: true) { $0.choices.range == .rolling(days: 9, back: 0) },
    Case("ran last week", asks: true) { $0.choices.range == .unit(.week, back: 1) },
    Case("range 2026-10-01..2026-11-01", asks: true) {
      $0.choices.range.text(today: $0.today) == "2026-10-01..2026-11-01"
    },
    Case("range 30d") { $0.overlay == nil },
    Case("range 2026-10-01..x", mistake: "“x” is not a date: write it as in 2026-10-01."),
    Case("range calendar") { if case .calendar = $0.overlay { true } else { false } },
    Case("sort story") {
      $0.sorts == [.init(key: .value(.metric(.longestCustomerStory)), isDescending: true)]
    },
    Case("sort patience") { !$0.sorts[0].isDescending },
    Case("sort nothing-like-it", mistake: "There is no column “nothing-like-it”; did you mean") {
      $0.sorts[0].key == .value(.metric(.patience))
    },
    Case("metric inter") { $0.chosenField == .metric(.interactivity) },
    Case("filter ana") {
      $0.choices.filter == "ana" && $0.team.order.count == $0.team.matches?.count
    },
    Case("team everyone") { $0.choices.team == nil },
    Case("team Sales", mistake: "There is no team “Sales”; did you mean “everyone”?"),
    Case("theme dusk") { $0.preferences.theme.name == "dusk" && $0.chosenTheme == "dusk" },
    Case("theme durk", mistake: "There is no theme “durk”; did you mean “dusk”?"),
    Case("view x", mistake: "There is no view “x”."),
    Case("save-view Mine") { $0.views.map(\.name) == ["Mine"] },
    Case("5") { $0.team.selectedIndex == 4 },
    Case("500") { $0.team.selectedIndex == $0.team.order.count - 1 },
    Case("7", after: ["?"]) { $0.kind == .help && $0.screens.last?.helpCursor?.first == 6 },
    Case("colum") {
      if case .picker(let picker) = $0.overlay { picker.title == "Columns" } else { false }
    },
    Case("quti", mistake: "There is no command “quti”; did you mean “quit”?"),
    Case("raw", mistake: "raw works on the screen Record, not here."),
    Case("quit now", mistake: "quit stands alone: write nothing after it."),
    Case("") { $0.overlay == nil },
  ]

  static func model() -> Model {
    var model = Fixture.loadedModel(columns: 120, rows: 24)
    let names = ["dawn", "dusk"]
    _ = DashboardProgram.updateAtOnce(
      &model,
      .themesListed(
        names.map { name in
          var theme = Theme.golden
          theme.name = name
          return theme
        }))
    return model
  }

  @Test(arguments: cases)
  func `a line does what it says, or says why not`(_ row: Case) {
    var model = Self.model()
    Fixture.press(row.before, on: &model)
    let request = model.request
    let commands = Fixture.press([":"] + Fixture.keys(row.line) + [.enter], on: &model)
    let holds = row.then(model)
    #expect(holds)
    if case .palette(let palette) = model.overlay {
      #expect(palette.mistake?.hasPrefix(row.mistake ?? "no mistake") == true)
    } else {
      #expect(row.mistake == nil)
    }
    #expect(
      commands
        == (row.asks ? [.watch(model.query, request: request + 1, refreshing: .stale)] : []))
  }

  @Test(arguments: ScreenKind.allCases)
  func `every action of a screen is there by its name`(_ screen: ScreenKind) {
    var model = Self.model()
    model.screens = screen.sample.map { [$0] } ?? []
    for entry in ActionTable.entries
    where entry.screens.contains(screen) && entry.action != .palette {
      for name in [entry.action.rawValue] + entry.aliases {
        #expect(model.entry(named: name)?.action == entry.action, "\(name)")
      }
    }
  }

  @Test(arguments: [
    ("ran", "choose-range "), ("range la", "range last-week"), ("theme du", "theme dusk"),
    ("me", "choose-metric "), ("sort pat", "sort patience"), ("copyc", "copy-cell"),
  ])
  func `Tab completes the name, then what stands after it`(typed: String, line: String) {
    var model = Self.model()
    Fixture.press([":"] + Fixture.keys(typed) + [.tab], on: &model)
    #expect(model.overlay?.line == line)
  }

  @Test func `arrows walk through what fits, and through the lines of before`() {
    var model = Self.model()
    Fixture.press([":"] + Fixture.keys("theme ") + [.down, .enter], on: &model)
    #expect(model.preferences.theme.name == "dusk")
    Fixture.press([":"] + Fixture.keys("everyone") + [.enter, ":", .up], on: &model)
    #expect(model.overlay?.line == "everyone")
    Fixture.press([.up], on: &model)
    #expect(model.overlay?.line == "theme dusk")
    Fixture.press([.up], on: &model)
    #expect(model.overlay?.line == "theme dusk")
    Fixture.press([.down, .down], on: &model)
    #expect(model.overlay?.line == "")
    Fixture.press([.down, .down, .up, .enter], on: &model)
    #expect(!model.sorts[0].isDescending)
  }

  @Test func `what is pasted is typed, and does nothing to a screen`() {
    var model = Self.model()
    let before = model
    _ = DashboardProgram.updateAtOnce(&model, .pasted("q", Fixture.moment))
    #expect(model == before)
    Fixture.press([":"], on: &model)
    _ = DashboardProgram.updateAtOnce(&model, .pasted("theme\ndawn\n", Fixture.moment))
    #expect(model.overlay?.line == "theme dawn")
    #expect(
      DashboardProgram.message(for: .pasted("x"), at: Fixture.moment)
        == .pasted("x", Fixture.moment))
  }

  @Test(arguments: [[Key.escape], [.control("c")], [.backspace], ["x", .backspace, .backspace]])
  func `the line is left as every line is`(keys: [Key]) {
    var model = Self.model()
    Fixture.press([":"] + keys, on: &model)
    #expect(model.overlay == nil)
    #expect(!model.isFinished)
  }
}

@Suite struct FilterPromptTests {
  @Test func `each key filters, and a mistake is said while it is typed`() {
    var model = Fixture.loadedModel()
    let everyone = model.team.order.count
    Fixture.press(["/"] + Fixture.keys("patience>"), on: &model)
    #expect(model.team.filterMistake != nil)
    #expect(model.team.order.count == everyone)
    Fixture.press(["1"], on: &model)
    #expect(model.team.filterMistake == nil)
    #expect(model.team.order.count < everyone)
    Fixture.press([.enter], on: &model)
    #expect(model.overlay == nil)
    #expect(model.choices.filter == "patience>1")
  }

  @Test func `Esc brings back the filter from before`() {
    var model = Fixture.loadedModel()
    model.filter(by: "an")
    Fixture.press(["/"] + Fixture.keys("xyz"), on: &model)
    #expect(model.choices.filter == "anxyz")
    Fixture.press([.escape], on: &model)
    #expect(model.choices.filter == "an")
    #expect(model.overlay == nil)
  }

  @Test func `the help is searched from where one is, and n and N go on around the end`() throws {
    var model = Fixture.loadedModel(columns: 80, rows: 24)
    Fixture.press(["?"] + ["/"] + Fixture.keys("SORT") + [.enter], on: &model)
    let lines = HelpText.lines(model, of: .team, columns: 80)
    let places = lines.indices.filter {
      "\(lines[$0].term) \(lines[$0].sentence)".lowercased().contains("sort")
    }
    #expect(places.count > 1)
    let selected = { (model: Model) in model.screens.last?.helpCursor?.selected }
    #expect(selected(model) == places.first)
    for place in places.dropFirst() + places.prefix(1) {
      Fixture.press(["n"], on: &model)
      #expect(selected(model) == place)
    }
    Fixture.press(["N"], on: &model)
    #expect(selected(model) == places.last)
    let before = model
    Fixture.press(["/"] + Fixture.keys("zzz") + [.escape], on: &model)
    #expect(model.screens == before.screens && model.search == before.search)
  }

  @Test func `a search marks what it found`() {
    var search = Search()
    search.text = "an"
    let line = search.marked("Ana, Bananas", .plain, theme: .golden)
    #expect(line.text == "Ana, Bananas")
    #expect(line.spans.filter { $0.style != .plain }.map(\.text) == ["An", "an", "an"])
    #expect(search.place(in: ["x", "an", "y", "AN"], from: 1, by: 1) == 3)
    #expect(search.place(in: ["x", "an", "y", "AN"], from: 1, by: -1) == 3)
    #expect(search.place(in: ["x"], from: 0, by: 1) == nil)
    #expect(search.place(in: [], from: 0, by: 1) == nil)
  }
}

extension Overlay {
  /// What is typed in it.
  var line: String? {
    switch self {
    case .palette(let palette): palette.field.text
    case .filter(let prompt): prompt.field.text
    case .picker(let picker): picker.field.text
    case .calendar: nil
    }
  }
}

extension ScreenState {
  var helpCursor: ListCursor? { if case .help(let screen) = self { screen.cursor } else { nil } }
}

extension ScreenKind {
  /// A screen of the kind; nil for the team, which is under all of them.
  var sample: ScreenState? {
    let period = Period(.day, DaySpan(Fixture.today - 1, Fixture.today))
    switch self {
    case .team: return nil
    case .user: return .user(UserScreen(user: 0))
    case .record: return .record(RecordScreen(user: 0, period: period, resource: .interactions))
    case .compare: return .compare(CompareScreen(users: [0, 1]))
    case .distribution: return .distribution(DistributionScreen(user: nil))
    case .conversations: return .conversations(ConversationsScreen())
    case .transcript:
      return .transcript(
        TranscriptScreen(
          summary: Conversations.transcript().summary, user: nil, request: 0, askedAt: 0))
    case .attention: return .attention(AttentionScreen())
    case .accounts: return .accounts(AccountsScreen())
    case .requests: return .requests(RequestsScreen())
    case .help: return .help(HelpScreen(subject: .team))
    }
  }
}
