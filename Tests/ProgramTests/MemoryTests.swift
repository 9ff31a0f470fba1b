import Canvas
import Dashboard
import Foundation
import Records
import Synchronization
import Testing
import Wire

@testable import rapport

@Suite struct MemoryTests {
  let home: Home

  init() throws { home = try Home() }

  private var file: URL { home.folder("state").appendingPathComponent("views.json") }

  /// As every process makes it: of two accounts whose names in the cache change from day to day.
  private func memory() -> Memory {
    Memory(folder: home.folder("state").path, names: ["one today": "one", "two today": "two"])
  }

  private func read(_ account: String = "one") -> Remembered? {
    memory().read().contents.accounts["\(account) today"]
  }

  /// Everything chosen, and nothing as it is at first.
  static let choices: Choices = {
    var choices = Choices(
      range: .unit(.quarter, back: 3), granularity: .month, resource: .activity)
    choices.team = "Sales EMEA"
    choices.filter = "calls>=5 !ana \"\u{1B}"
    choices.showsUnmatched = true
    choices.listsEveryone = true
    choices.comparison = .yearAgo
    choices.coloring = .heat
    choices.chart = .bar
    var board = BoardChoices(.interactions)
    board.chosen = .change(.metric(.patience))
    board.sorts = [.init(key: .user, isDescending: false), .init(key: .calls, isDescending: true)]
    board.summary = .mean
    board.columns = [
      .init(.user), .init(.value(.additional("talk_ratio")), isShown: false, width: 12),
      .init(.change(.additional("talk_ratio"))), .init(.trend),
    ]
    choices.boards[.interactions] = board
    choices.boards[.activity] = BoardChoices(.activity)
    return choices
  }()

  private func remembered(
    _ choices: Choices = Self.choices, views: [String] = ["Mine"]
  ) -> Remembered {
    var place = Remembered.Place(screen: .record, user: "234")
    place.compared = ["234", "235"]
    place.period = Period(.week, DaySpan(Day(number: 20_000), Day(number: 20_005)))
    return Remembered(
      choices: choices, theme: "dusk", glyphs: .block, place: place,
      views: views.map { SavedView(name: $0, choices: choices) })
  }

  private func keep(
    _ remembered: Remembered, _ accounts: String..., by memory: Memory? = nil
  ) {
    let memory = memory ?? self.memory()
    for account in accounts.isEmpty ? ["one"] : accounts {
      memory.keep(remembered, of: "\(account) today") { Issue.record("\($0)") }
    }
    memory.finish()
  }

  @Test(arguments: [
    choices, Choices(), Choices(range: .rolling(days: 30, back: 4)),
    Choices(range: .dates(DaySpan(Day(number: 20_000), Day(number: 20_031)))),
  ])
  func `what is written is read again`(choices: Choices) {
    keep(remembered(choices))
    #expect(read() == remembered(choices))
    #expect(memory().read().notice == nil)
  }

  @Test func `nobody else may read it, and nothing is left beside it`() throws {
    keep(remembered())
    let folder = home.folder("state").path
    let modes = try [folder, file.path].map {
      try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int
    }
    #expect(modes == [0o700, 0o600])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
        "views.json", "views.json.lock",
      ])
  }

  @Test func `accounts and views of other processes stay`() {
    keep(remembered(Choices(), views: ["A"]), "one")
    keep(remembered(views: ["B"]), "two")
    keep(remembered(views: ["C"]), "one")
    #expect(read("one")?.views.map(\.name) == ["A", "C"])
    #expect(read("two") == remembered(views: ["B"]))
  }

  @Test func `a view that was deleted stays away, and those of other processes stay`() {
    let memory = memory()
    keep(remembered(views: ["A", "B"]), by: memory)
    #expect(memory.read().contents.accounts["one today"]?.views.map(\.name) == ["A", "B"])
    keep(remembered(views: ["C"]))
    keep(remembered(views: ["B"]), by: memory)
    #expect(read()?.views.map(\.name) == ["C", "B"])
  }

  @Test func `the account that was on screen last is remembered, and all that were before`() {
    #expect(memory().read().contents.account == nil)
    keep(remembered(views: ["A"]), "one", "two")
    #expect(memory().read().contents.account == "two today")
    #expect(read("one") == remembered(views: ["A"]))
    keep(remembered(views: ["A"]), "one")
    #expect(memory().read().contents.account == "one today")
    #expect(read("two") == remembered(views: ["A"]))
  }

  @Test func `what is not known is left out`() throws {
    keep(remembered())
    let text = """
      {"later": 1, "accounts": {"one": {"glyphs": "runes", "screen": "map", "new": [], "choices":
      {"range": "soon", "by": "hour", "boards": {"activity": {"chosen": "charm", "sorts":
      [{"column": "charm"}], "columns": [{"column": "charm"}, {"column": "trend"}]}}}}}}
      """
    try Data(text.utf8).write(to: file)
    let read = try #require(self.read())
    var board = BoardChoices(.activity)
    board.columns = [.init(.trend)]
    var choices = Choices()
    choices.boards[.activity] = board
    #expect(
      read
        == Remembered(
          choices: choices, theme: nil, glyphs: nil, place: .init(screen: .team, user: nil),
          views: []))
  }

  @Test(arguments: ["", "{", "[]", "\u{0}\u{1}"])
  func `a broken file is set aside, and said`(text: String) throws {
    keep(remembered())
    for _ in 1...2 {
      try Data(text.utf8).write(to: file)
      #expect(memory().read().notice?.hasPrefix("What was remembered cannot be read;") == true)
      #expect(memory().read() == (Memory.Contents(), nil))
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: home.folder("state").path)
    #expect(Set(names).isSuperset(of: ["views.json.broken", "views.json.broken-2"]))
  }

  @Test func `a folder that cannot be written is said`() throws {
    try Data().write(to: home.folder("state"))
    let said = Mutex<[String]>([])
    let memory = memory()
    memory.keep(remembered(), of: "one today") { sentence in said.withLock { $0.append(sentence) } }
    memory.finish()
    let sentences = said.withLock { $0 }
    #expect(sentences.count == 1)
    #expect(sentences.first?.hasPrefix("What you chose cannot be remembered:") == true)
  }
}
