import Canvas
import Loop
import Records
import TestKit
import Testing

@testable import Dashboard

@Suite struct ConversationFrameTests {
  static let sizes = [(80, 24), (120, 40), (200, 60)]

  private func expect(_ model: Model, _ name: String) {
    expectGolden(DashboardProgram.view(model, size: model.size), named: name)
  }

  @Test(arguments: sizes)
  func `the team's conversations`(columns: Int, rows: Int) {
    expect(
      Conversations.model(columns: columns, rows: rows), "conversations-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func `a conversation with what was said`(columns: Int, rows: Int) {
    expect(
      Conversations.model(columns: columns, rows: rows, keys: ["i", .enter]),
      "transcript-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func `the help of conversations begins with their own keys and definitions`(
    columns: Int, rows: Int
  ) {
    var model = Conversations.model(columns: columns, rows: rows, keys: ["i", "?"])
    expect(model, "conversations-help-\(columns)x\(rows)")
    Conversations.press([.pageDown, .pageDown], on: &model)
    expect(model, "conversations-help-end-\(columns)x\(rows)")
  }

  @Test func `a user's conversations of a period, by another column`() {
    expect(
      Conversations.model(
        columns: 80, rows: 24,
        keys: [.enter, "j", .enter] + Array(repeating: "l", count: 8) + ["s", "j", "j"]),
      "conversations-user-80x24")
  }

  @Test func `filtered conversations`() {
    var model = Conversations.model(columns: 120, rows: 16)
    model.filter(by: "direction=out intent~refund")
    expect(model, "conversations-filter-120x16")
    Conversations.press(["/", "x"], on: &model)
    expect(model, "conversations-filter-typed-120x16")
    Conversations.press([.enter], on: &model)
    expect(model, "conversations-filter-nothing-120x16")
  }

  @Test func `without Unicode conversations are drawn in ASCII`() {
    var model = Conversations.model(columns: 80, rows: 24) { $0.preferences.glyphs = .ascii }
    expect(model, "conversations-ascii-80x24")
    Conversations.press([.enter], on: &model)
    expect(model, "transcript-ascii-80x24")
  }

  @Test func `conversations in words alone`() {
    var model = Conversations.model(columns: 80, rows: 24, keys: ["i", "j"]) {
      $0.preferences.isPlain = true
    }
    expect(model, "plain-conversations-80x24")
    Conversations.press([.enter, "j", "j", "j", "j"], on: &model)
    expect(model, "plain-transcript-80x24")
  }

  @Test func `a transcript in which is searched`() {
    var model = Conversations.model(columns: 80, rows: 24, keys: ["i", .enter])
    Conversations.press(["/", "p", "l", "e", .enter], on: &model)
    expect(model, "transcript-search-80x24")
  }

  @Test func `the end of a transcript`() {
    let model = Conversations.model(columns: 80, rows: 24, keys: ["i", .enter, "G"])
    expect(model, "transcript-end-80x24")
  }

  @Test(
    arguments: [
      ("wordless", Conversations.wordless), ("chat", Conversations.chat),
      ("handed-on", Conversations.handedOn), ("unknown", Conversations.unknown),
      ("silent", Conversations.transcript([])),
    ])
  func `conversations that lack something`(name: String, transcript: Transcript) {
    var model = Conversations.model(columns: 100, rows: 30, keys: ["i", .enter])
    _ = DashboardProgram.updateAtOnce(
      &model, .transcriptArrived(request: model.transcriptRequest, .success(transcript)))
    expect(model, "transcript-\(name)-100x30")
  }
}

/// A designed frame for each state that conversations can be in.
@Suite struct ConversationStateFrameTests {
  private static let size = Size(columns: 100, rows: 14)

  private func model(_ list: (ConversationQuery) -> ConversationList?) -> Model {
    var model = Fixture.loadedModel(columns: Self.size.columns, rows: Self.size.rows)
    model.hasConversations = true
    Conversations.press(["i"], on: &model, answering: list)
    return model
  }

  private func expect(_ model: Model, _ name: String) {
    expectGolden(DashboardProgram.view(model, size: Self.size), named: "conversations-\(name)")
  }

  @Test func `loading, and loading slowly`() {
    var model = model { _ in nil }
    expect(model, "loading")
    var later = Fixture.moment
    later.uptime += 600
    _ = DashboardProgram.updateAtOnce(&model, .ticked(later))
    expect(model, "loading-slowly")
  }

  @Test func `nothing yet, none at all, and none of the team`() {
    expect(
      model { Conversations.list($0, 0, isWorking: true, oldest: nil) }, "fetching")
    expect(model { Conversations.list($0, 0) }, "none")
    var narrowed = model { Conversations.list($0) }
    narrowed.teams = [Team(name: "Sales", members: [9])]
    narrowed.choices.team = "Sales"
    Conversations.press(["j"], on: &narrowed)
    expect(narrowed, "none-of-team")
  }

  @Test func `some of them, while more are fetched`() {
    expect(model { Conversations.list($0, 5, isWorking: true) }, "partial")
  }

  @Test func `more than are listed`() {
    expect(model { Conversations.list($0, total: 53_210) }, "many")
  }

  @Test func `offline`() {
    expect(
      model { Conversations.list($0, 0, isOffline: true, oldest: nil) }, "offline-none")
    expect(model { Conversations.list($0, isOffline: true) }, "offline")
  }

  @Test func `failed, with and without data`() {
    let failure = Failure(
      .credentials, "Talkdesk refused the credentials: check TALKDESK_CLIENT_ID.")
    expect(model { Conversations.list($0, failure: failure) }, "stale")
    expect(model { Conversations.list($0, 0, failure: failure, oldest: nil) }, "failed")
  }

  @Test func `an account without conversations says so`() {
    var model = Fixture.loadedModel(columns: Self.size.columns, rows: Self.size.rows)
    Fixture.press(["i"], on: &model)
    expect(model, "no-account")
  }

  @Test func `a transcript that is asked for, late, and failed`() {
    var model = model { Conversations.list($0) }
    _ = DashboardProgram.updateAtOnce(&model, .keyPressed(.enter, Fixture.moment))
    expect(model, "transcript-loading")
    var later = Fixture.moment
    later.uptime += 600
    _ = DashboardProgram.updateAtOnce(&model, .ticked(later))
    expect(model, "transcript-loading-slowly")
    _ = DashboardProgram.updateAtOnce(
      &model,
      .transcriptArrived(
        request: model.transcriptRequest,
        .failure(Failure(.cache, "The cache has this conversation no more."))))
    expect(model, "transcript-failed")
  }
}
