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

  private func memory(_ account: String = "one") -> Memory {
    Memory(folder: home.folder("state").path, account: account)
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
    Remembered(
      choices: choices, theme: "dusk", glyphs: .block,
      place: .init(screen: .user, user: "234"),
      views: views.map { SavedView(name: $0, choices: choices) })
  }

  private func keep(_ remembered: Remembered, _ memory: Memory) {
    memory.keep(remembered) { Issue.record("\($0)") }
    memory.finish()
  }

  @Test(arguments: [
    choices, Choices(), Choices(range: .rolling(days: 30, back: 4)),
    Choices(range: .dates(DaySpan(Day(number: 20_000), Day(number: 20_031)))),
  ])
  func `what is written is read again`(choices: Choices) {
    keep(remembered(choices), memory())
    let read = memory().read()
    #expect(read.remembered == remembered(choices))
    #expect(read.notice == nil)
  }

  @Test func `nobody else may read it, and nothing is left beside it`() throws {
    keep(remembered(), memory())
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
    keep(remembered(Choices(), views: ["A"]), memory("one"))
    keep(remembered(views: ["B"]), memory("two"))
    keep(remembered(views: ["C"]), memory("one"))
    #expect(memory("one").read().remembered?.views.map(\.name) == ["A", "C"])
    #expect(memory("two").read().remembered == remembered(views: ["B"]))
  }

  @Test func `what is not known is left out`() throws {
    keep(remembered(), memory())
    let text = """
      {"later": 1, "accounts": {"one": {"glyphs": "runes", "screen": "map", "new": [], "choices":
      {"range": "soon", "by": "hour", "boards": {"activity": {"chosen": "charm", "sorts":
      [{"column": "charm"}], "columns": [{"column": "charm"}, {"column": "trend"}]}}}}}}
      """
    try Data(text.utf8).write(to: file)
    let read = try #require(memory().read().remembered)
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
    keep(remembered(), memory())
    for _ in 1...2 {
      try Data(text.utf8).write(to: file)
      #expect(memory().read().notice?.hasPrefix("What was remembered cannot be read;") == true)
      #expect(memory().read() == (nil, nil))
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: home.folder("state").path)
    #expect(Set(names).isSuperset(of: ["views.json.broken", "views.json.broken-2"]))
  }

  @Test func `a folder that cannot be written is said`() throws {
    try Data().write(to: home.folder("state"))
    let said = Mutex<[String]>([])
    let memory = memory()
    memory.keep(remembered()) { sentence in said.withLock { $0.append(sentence) } }
    memory.finish()
    let sentences = said.withLock { $0 }
    #expect(sentences.count == 1)
    #expect(sentences.first?.hasPrefix("What you chose cannot be remembered:") == true)
  }
}
