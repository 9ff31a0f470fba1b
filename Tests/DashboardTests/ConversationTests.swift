import Analytics
import Canvas
import Loop
import Records
import Testing

@testable import Dashboard

@Suite struct ConversationTests {
  /// Keys, what is there afterwards, and what the last of them commands.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let keys: [Key]
    let then: @Sendable (Model) -> Bool
    let commands: [Command]?

    init(
      _ description: String, when keys: Key...,
      then: @escaping @Sendable (Model) -> Bool = { _ in true }, commands: [Command]? = nil
    ) {
      testDescription = description
      self.keys = keys
      self.then = then
      self.commands = commands
    }
  }

  private static let range = RangeChoice.rolling(days: 30, back: 0).span(today: Fixture.today)

  private static func query(_ days: DaySpan = range, user: UserNumber? = nil) -> ConversationQuery {
    ConversationQuery(
      account: "test", days: days, user: user.map { Fixture.directory[$0].id },
      today: Fixture.today)
  }

  private static func week(back: Int) -> DaySpan {
    let periods = Period.covering(range, by: .week, today: Fixture.today)
    return periods[periods.count - 1 - back].days
  }

  static let cases: [Case] = [
    Case(
      "i lists the team's conversations of the range", when: "i",
      then: {
        $0.kind == .conversations && $0.conversationsScreen?.list?.conversations.count == 24
      },
      commands: [.watchConversations(query(), request: 1)]),
    Case(
      "i again leaves them, and nothing is watched any more", when: "i", "i",
      then: { $0.kind == .team }, commands: [.watchConversations(nil, request: 2)]),
    Case(
      "Enter on a period lists the user's of it", when: .enter, "j", .enter,
      then: { $0.conversationsScreen?.user == $0.team.selected },
      commands: [.watchConversations(query(week(back: 1), user: 10), request: 1)]),
    Case(
      "i on a user lists the user's of the whole range", when: .enter, "i",
      commands: [.watchConversations(query(user: 10), request: 1)]),
    Case(
      "Esc comes back to the period", when: .enter, "j", .enter, .escape,
      then: { model in
        if case .user(let screen)? = model.screens.last {
          screen.cursor.selected == 1
        } else {
          false
        }
      }, commands: [.watchConversations(nil, request: 2)]),
    Case(
      "the help over them leaves them watched", when: "i", "?",
      then: { $0.kind == .help && $0.conversationQuestion != nil }, commands: []),
    Case("j goes down", when: "i", "j", then: { $0.conversationsScreen?.cursor.selected == 1 }),
    Case(
      "G goes to the last", when: "i", "G",
      then: { $0.conversationsScreen?.cursor.selected == 23 }),
    Case(
      "the newest stand first", when: "i",
      then: { $0.conversationsScreen?.order == Array(0..<24) }),
    Case(
      "I turns the order round; what has no time stays last", when: "i", "I",
      then: { $0.conversationsScreen?.order.suffix(2) == [0, 22] }),
    Case(
      "s sorts by the chosen column, high ones first", when: "i", "l", "l", "l", "l", "s",
      then: { model in
        let seconds = model.conversationsScreen?.rows.compactMap(\.seconds) ?? []
        return model.choices.conversations.sorted == .length
          && seconds == seconds.sorted(by: >) && seconds.count > 20
          && model.conversationsScreen?.rows.last?.seconds == nil
      }),
    Case(
      "s again turns it round", when: "i", "l", "l", "l", "l", "s", "s",
      then: { model in
        let seconds = model.conversationsScreen?.rows.compactMap(\.seconds) ?? []
        return seconds == seconds.sorted() && model.conversationsScreen?.rows.last?.seconds == nil
      }),
    Case(
      "by sentiment the worst stand first", when: "i", "l", "l", "l", "l", "l", "s",
      then: { model in
        guard let screen = model.conversationsScreen, let reader = screen.reader else {
          return false
        }
        let balances = screen.rows.compactMap { reader.sentiment(of: $0)?.balance }
        return balances == balances.sorted() && balances.count > 10
      }),
    Case(
      "the selected one stays selected in another order", when: "i", "j", "j", "j", "I",
      then: { $0.conversationsScreen?.selected?.id == "conversation-3" }),
    Case(
      "[ goes to the range before", when: "i", "[",
      commands: [
        .watch(
          earlier, request: 2, refreshing: .stale),
        .watchConversations(query(earlier.range), request: 2),
      ]),
    Case(
      "[ leaves the period for the range", when: .enter, .enter, "[",
      then: { $0.conversationsScreen?.period == nil }),
    Case(
      "r has fetched again what may have changed", when: "i", "r",
      commands: [
        .watch(Fixture.loadedModel().query, request: 2, refreshing: .unsettled)
      ]),
    Case(
      "Enter opens the transcript", when: "i", "j", .enter,
      then: { $0.transcriptScreen?.summary.id == "conversation-1" },
      commands: [.fetchTranscript(account: "test", 1001, request: 1)]),
    Case(
      "Esc comes back to the row", when: "i", "j", .enter, .escape,
      then: { $0.conversationsScreen?.selected?.id == "conversation-1" }, commands: []),
    Case(
      "J goes to the next conversation", when: "i", "j", .enter, "J",
      then: { $0.transcriptScreen?.summary.id == "conversation-2" },
      commands: [.fetchTranscript(account: "test", 1002, request: 2)]),
    Case(
      "and Esc to its row", when: "i", "j", .enter, "J", .escape,
      then: { $0.conversationsScreen?.selected?.id == "conversation-2" }),
    Case(
      "K at the first says so", when: "i", .enter, "K",
      then: { $0.notice == "This is the first conversation of the list." }, commands: []),
    Case(
      "r asks for the transcript again", when: "i", .enter, "r",
      then: { $0.transcriptScreen?.page != nil },
      commands: [
        .watch(Fixture.loadedModel().query, request: 2, refreshing: .unsettled),
        .fetchTranscript(account: "test", 1000, request: 2),
      ]),
    Case(
      "j goes to the next turn", when: "i", .enter, "j",
      then: { $0.transcriptScreen?.selected == 1 }),
    Case(
      "G goes to the last", when: "i", .enter, "G", then: { $0.transcriptScreen?.selected == 9 }),
    Case(
      "a search goes to the turn, and n on", when: "i", .enter, "/", "t", "w", "i", "c", "e",
      .enter,
      "n", then: { $0.transcriptScreen?.selected == 3 }),
    Case(
      "y copies the turn", when: "i", .enter, "G", "y",
      commands: [.copy(.text("2:20 Customer: No. Thank you!"), what: "the turn")]),
    Case(
      "E is the command that prints them", when: "i", "E",
      then: { $0.notice == "rapport conversations --range 30d -o table" }),
    Case(
      "E of a user's period has both", when: .enter, .enter, "E",
      then: { model in
        model.notice
          == "rapport conversations --range 2026-11-16..2026-11-20 --user"
          + " \(Fixture.directory[10].id) -o table"
      }),
    Case(
      "x copies the chosen cell", when: "i", "l", "l", "x",
      commands: [.copy(.text("out"), what: "“out”")]),
  ]

  private static let earlier: Query = {
    var model = Fixture.loadedModel()
    model.choices.range = .rolling(days: 30, back: 1)
    return model.query
  }()

  @Test(arguments: cases)
  func `a key does what the table says`(_ row: Case) {
    var model = Conversations.model(keys: [])
    let commands = Conversations.press(row.keys, on: &model)
    let holds = row.then(model)
    #expect(holds, "\(row.testDescription)")
    if let expected = row.commands { #expect(commands == expected) }
  }

  @Test func `an account without conversations opens records, and i says why there are none`() {
    var model = Fixture.loadedModel()
    Fixture.press(["i"], on: &model)
    #expect(model.kind == .team && model.notice?.contains("Only accounts of Talkdesk") == true)
    Fixture.press([.enter, .enter], on: &model)
    #expect(model.kind == .record)
  }

  @Test func `an older answer changes nothing`() {
    var model = Conversations.model()
    let before = model
    let list = Conversations.list(Self.query(), 2)
    _ = DashboardProgram.updateAtOnce(&model, .conversationsArrived(request: 0, list))
    _ = DashboardProgram.updateAtOnce(
      &model, .transcriptArrived(request: 99, .success(Conversations.transcript())))
    #expect(model == before)
  }

  @Test func `the selected conversation stays in its row as others arrive, fetched again or not`() {
    var model = Conversations.model(
      columns: 80, rows: 20, keys: ["i"] + Array(repeating: "j", count: 18))
    let before = model.conversationsScreen
    let moved = Conversations.summaries(24).map { summary in
      ConversationSummary(
        number: summary.number + 500, id: summary.id, startedAt: summary.startedAt,
        seconds: summary.seconds, direction: nil, channel: nil, ringGroups: [], customerID: nil,
        agents: summary.agents, intents: [], messages: 1, hasWords: false, unknownSpeaker: nil)
    }
    let newer = Conversations.summaries(30).suffix(3)
    _ = DashboardProgram.updateAtOnce(
      &model,
      .conversationsArrived(
        request: model.conversationRequest,
        ConversationList(
          query: Self.query(), zone: .utc, directory: Fixture.directory,
          conversations: newer + moved, total: 27, progress: Progress(done: 1, total: 1))))
    let after = model.conversationsScreen
    #expect(after?.selected?.id == before?.selected?.id && after?.cursor.selected == 21)
    #expect(after?.cursor.first == (before?.cursor.first ?? 0) + 3)
  }

  @Test func `the chosen team narrows the list, and a user's list not`() {
    var model = Conversations.model()
    model.teams = [Team(name: "Sales", members: [0, 5])]
    model.choices.team = "Sales"
    Conversations.press(["j"], on: &model)
    let rows = model.conversationsScreen?.rows ?? []
    #expect(!rows.isEmpty && rows.count < 24)
    #expect(rows.allSatisfy { $0.agents.contains { $0.user == 0 || $0.user == 5 } })
    Conversations.press([.escape, .enter, "i"], on: &model)
    #expect(model.conversationsScreen?.order.count == 24)
  }

  @Test func `the first Esc clears the filter, the second goes back`() {
    var model = Conversations.model()
    Conversations.press(["/", "r", "e", "f", .enter], on: &model)
    #expect(model.conversationsScreen?.order.count ?? 24 < 24)
    Conversations.press([.escape], on: &model)
    #expect(model.conversationsScreen?.order.count == 24)
    Conversations.press([.escape], on: &model)
    #expect(model.kind == .team)
  }

  @Test func `Esc while the filter is typed brings back the one from before`() {
    var model = Conversations.model()
    Conversations.press(["/", "r", "e", "f", .enter, "/", "x", "y", .escape], on: &model)
    #expect(model.conversationsScreen?.filter == "ref")
  }

  @Test func `the filter of the team stays the team's`() {
    var model = Conversations.model(keys: [])
    model.filter(by: "ana")
    Conversations.press(["i"], on: &model)
    #expect(model.conversationsScreen?.filter == "" && model.choices.filter == "ana")
  }

  @Test func `a turn that is longer than the screen is read line by line, down and up`() {
    let long = String(repeating: "long words ", count: 200)
    var model = Conversations.model(columns: 80, rows: 24, keys: ["i", .enter])
    let messages = ["a", long, "c"].map { text in
      ConversationMessage(text: text, channel: "CHAT", participant: "USER")
    }
    _ = DashboardProgram.updateAtOnce(
      &model,
      .transcriptArrived(
        request: model.transcriptRequest, .success(Conversations.transcript(messages))))
    var seen: [Int] = []
    for _ in 0..<200 where model.transcriptScreen?.selected != 2 {
      Conversations.press(["j"], on: &model)
      seen.append(model.transcriptScreen?.first ?? -1)
    }
    #expect(model.transcriptScreen?.selected == 2)
    #expect(zip(seen, seen.dropFirst()).allSatisfy { (0...1).contains($1 - $0) })
    for _ in 0..<200 where model.transcriptScreen?.selected != 0 {
      Conversations.press(["k"], on: &model)
    }
    #expect(model.transcriptScreen?.selected == 0 && model.transcriptScreen?.first == 0)
  }

  @Test func `another width lays a transcript out anew, with the turn in sight`() {
    var model = Conversations.model(columns: 120, rows: 24, keys: ["i", .enter, "G"])
    _ = DashboardProgram.updateAtOnce(
      &model, .resized(Size(columns: 50, rows: 16), Fixture.moment))
    let screen = model.transcriptScreen
    #expect(screen?.page?.columns == 50 && screen?.selected == 9)
    #expect(DashboardProgram.view(model, size: model.size).text.contains("Thank you!"))
  }

  @Test func `twenty thousand cost no key more than what is seen`() {
    var model = Conversations.model(keys: ["i"], count: 20_000)
    let order = model.conversationsScreen?.order
    Conversations.press(["j", "l", "l"], on: &model) { Conversations.list($0, 20_000) }
    #expect(model.conversationsScreen?.order == order)
    #expect(model.conversationsScreen?.arrangement != nil)
  }
}

extension ConversationsScreen {
  /// The conversations in the order of the screen.
  var rows: [ConversationSummary] { order.indices.compactMap(conversation) }
}
