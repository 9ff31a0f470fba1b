import Canvas
import Loop
import Records
import TestKit
import Testing

@testable import Dashboard

/// What happens to the model when one goes from account to account.
@Suite struct AccountsTests {
  static let team = Account(key: "test", name: "acme", title: "Acme", zone: .utc)
  static let centre = Account(
    key: "talkdesk", name: "centre", title: "Contact centre", zone: .utc, hasConversations: true,
    standards: .talkdesk)

  /// What was remembered of the contact centre.
  static let remembered: Remembered = {
    var choices = Choices(range: .rolling(days: 7, back: 0), granularity: .day)
    choices.filter = "calls>=5"
    return Remembered(
      choices: choices, theme: nil, glyphs: nil, place: .init(screen: .attention, user: nil),
      views: [SavedView(name: "Peaks", choices: choices)])
  }()

  /// The dashboard on the team with everything there, beside the contact centre.
  static func model(remembering: Bool = true, centre: Account = centre) -> Model {
    var model = Model(
      preferences: Preferences(theme: .golden), account: team, among: [team, centre],
      now: Fixture.moment, size: Size(columns: 120, rows: 40))
    if remembering { model.beginRemembering() }
    _ = model.start()
    answer(&model)
    return model
  }

  static func answer(_ model: inout Model) {
    _ = DashboardProgram.updateAtOnce(
      &model, .snapshotArrived(request: model.request, Fixture.snapshot(model.query)))
  }

  /// The keys that choose an account in the palette.
  static func keys(to name: String) -> [Key] {
    ":account \(name)".map { Key.character($0) } + [.enter]
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let keys: [Key]
    let holds: @Sendable (Model) -> Bool

    init(
      _ description: String, _ keys: [Key], _ holds: @escaping @Sendable (Model) -> Bool
    ) {
      testDescription = description
      self.keys = keys
      self.holds = holds
    }
  }

  static let cases = [
    Case("the picker lists both, the one on screen marked", ["@"]) { model in
      model.candidates(for: .chooseAccount).map(\.label) == ["Acme", "Contact centre"]
        && model.candidates(for: .chooseAccount).map(\.mark) == ["●", ""]
    },
    Case("the picker goes to the other", ["@", .down, .enter]) { $0.account.key == "talkdesk" },
    Case("the palette knows it by its name", keys(to: "centre")) { $0.account.key == "talkdesk" },
    Case("the one on screen stays as it is", keys(to: "acme")) { $0.snapshot != nil },
    Case("an unknown one is a mistake that names the nearest", keys(to: "center")) { model in
      guard case .palette(let palette)? = model.overlay else { return false }
      return palette.mistake?.contains("“centre”") == true && model.account.key == "test"
    },
    Case("nothing of the account before stays", ["*", "c", "@", .down, .enter]) { model in
      model.snapshot == nil && model.screens.isEmpty && model.team.marked.isEmpty
        && model.team.board == nil && model.teams.isEmpty && model.overlay == nil
    },
    Case("the choices are those of the account", ["d", "}", "@", .down, .enter]) { model in
      model.choices.granularity == .week && model.choices.range == .rolling(days: 30, back: 0)
    },
    Case("coming back brings the choices back", ["d", "}", "@", .down, .enter, "@", .up, .enter]) {
      model in
      model.account.key == "test" && model.choices.granularity == .day
        && model.choices.range == .rolling(days: 90, back: 0)
    },
    Case("units and targets are the account's", ["@", .down, .enter]) { model in
      model.unit(of: .metric(.interactivity)) == .perMinute && model.standards.targets.isEmpty
        && model.hasConversations
    },
    Case("a pause is of the account on screen", ["p", "@", .down, .enter]) { model in
      !model.account.isPaused && model.accounts[0].isPaused
    },
  ]

  @Test(arguments: cases)
  func `keys that choose an account`(_ test: Case) {
    var model = Self.model()
    Fixture.press(test.keys, on: &model)
    #expect(test.holds(model))
  }

  @Test func `the account before is remembered as it was left, and the new one is asked`() {
    var model = Self.model()
    Fixture.press(["d"], on: &model)
    Self.answer(&model)
    Fixture.press(["j", "j", .enter], on: &model)
    let left = model.present
    let request = model.request
    let commands = Fixture.press(["@", .down, .enter], on: &model)
    #expect(left.place.screen == .user && left.place.user != nil)
    #expect(
      commands.first == .remember(left, account: "test")
        && commands.contains(.watch(model.query, request: request + 1, refreshing: .stale))
        && commands.last == .remember(model.present, account: "talkdesk"))
    #expect(model.query.account == "talkdesk")
  }

  @Test func `without a memory nothing is remembered, but for this run`() {
    var model = Self.model(remembering: false)
    Fixture.press(["d"], on: &model)
    let commands = Fixture.press(["@", .down, .enter], on: &model)
    #expect(commands == [.watch(model.query, request: model.request, refreshing: .stale)])
    Fixture.press(["@", .up, .enter], on: &model)
    #expect(model.choices.granularity == .day)
  }

  @Test func `what was remembered of the other account comes back with its place and views`() {
    var centre = Self.centre
    centre.remembered = Self.remembered
    var model = Self.model(centre: centre)
    Fixture.press(["@", .down, .enter], on: &model)
    #expect(model.choices == Self.remembered.choices)
    #expect(model.views == Self.remembered.views)
    Self.answer(&model)
    #expect(model.kind == .attention)
  }

  @Test func `an answer to the account before changes nothing`() {
    var model = Self.model()
    let (request, query) = (model.request, model.query)
    let judgement = model.team.judgementRequest
    Fixture.press(["@", .down, .enter], on: &model)
    _ = DashboardProgram.updateAtOnce(
      &model, .snapshotArrived(request: request, Fixture.snapshot(query)))
    #expect(model.snapshot == nil)
    #expect(model.team.judgementRequest > judgement)
  }

  @Test func `the account's zone is kept while another is on screen`() {
    var model = Self.model()
    Fixture.press(["@", .down, .enter], on: &model)
    model.zone = Zone(secondsEast: 3600)
    Fixture.press(["@", .up, .enter], on: &model)
    #expect(model.zone == .utc)
    #expect(model.accounts[1].zone != .utc)
  }

  /// The dashboard where the screen of the accounts has the contact centre selected.
  private func modelOnAccounts() -> Model {
    var model = Self.model()
    _ = DashboardProgram.updateAtOnce(
      &model,
      .accountsArrived([
        Operations.report(), Operations.report("talkdesk", title: "Contact centre"),
      ]))
    Fixture.press(["A", "j"], on: &model)
    return model
  }

  @Test func `the screen of the accounts opens with the one on screen selected`() {
    var model = modelOnAccounts()
    Fixture.press([.escape, "@", .down, .enter, "A"], on: &model)
    #expect(model.addressedAccount.key == "talkdesk")
  }

  private static let query = Choices().query("talkdesk", today: Fixture.today)

  @Test(
    arguments: [
      ("r", [.fetch(query, refreshing: .unsettled)]),
      ("F", [.fetch(query, refreshing: .everything)]), ("p", [.pause(true, account: "talkdesk")]),
      ("K", [.readCredentials(account: "talkdesk")]),
    ] as [(String, [Dashboard.Command])])
  func `where accounts are listed the keys of fetching are about the selected one`(
    key: String, commands: [Dashboard.Command]
  ) {
    var model = modelOnAccounts()
    #expect(Fixture.press([Key(stringLiteral: key)], on: &model) == commands)
    #expect(model.account.key == "test" && model.snapshot != nil && !model.account.isPaused)
  }

  @Test func `credentials of another account that were read have it fetched, unseen`() {
    var model = modelOnAccounts()
    let commands = DashboardProgram.updateAtOnce(
      &model, .credentialsRead(account: "talkdesk", mistake: nil))
    #expect(commands == [.fetch(Self.query, refreshing: .unsettled)])
  }

  @Test func `the command line names the account where there are several`() {
    var model = Self.model()
    model.arguments = ["--demo"]
    #expect(model.commandLine.hasPrefix("rapport interactions --demo --account acme --range"))
    #expect(!Fixture.loadedModel().commandLine.contains("--account"))
  }
}
