import Foundation
import Records
import Testing

@testable import Store

@Suite struct ConversationWordTests {
  let folder = TemporaryFolder()
  private static let words = ["Zwetschgendatschi", "sesquipedalian verbosity?"]

  /// A week in which all that is said is to be found in a file.
  private func week(keepsWords: Bool) -> (week: Week, conversations: [DerivedConversation]) {
    var week = Week()
    week.rules.keepsWords = keepsWords
    let conversations = (1...40).map { derived(conversation("\($0)", saying: Self.words)) }
    return (week, conversations)
  }

  /// Which of the files have any of the words.
  private func filesWithWords() throws -> [String] {
    try folder.names().filter { name in
      let data = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/cache/" + name))
      return Self.words.flatMap { $0.split(separator: " ") }
        .contains { data.firstRange(of: Data($0.utf8)) != nil }
    }
  }

  @Test func `words that are kept are in the files`() async throws {
    let store = try Store(path: folder.database)
    let (week, conversations) = week(keepsWords: true)
    try await store.keep(week, conversations)
    #expect(try filesWithWords() != [])
    #expect(try await store.listed().allSatisfy(\.hasWords))
  }

  @Test func `words that are not to be kept never reach a file`() async throws {
    let store = try Store(path: folder.database)
    let (week, conversations) = week(keepsWords: false)
    let window = try #require(try await store.keep(week, conversations))
    #expect(try filesWithWords() == [])
    try await store.emptyLog()
    #expect(try filesWithWords() == [])
    #expect(window.rules.keepsWords == false)
    let listed = try await store.listed()
    #expect(listed.allSatisfy { !$0.hasWords && $0.messages == 2 })
    let found = try #require(try await store.conversation(listed[0].number, of: "acme"))
    #expect(found.conversation.messages.map(\.text) == [nil, nil])
    #expect(found.conversation.messages[1].intent?.name == "Apologize")
  }

  @Test func `words are taken away for good, and what was derived stays`() async throws {
    let store = try Store(path: folder.database)
    let (week, conversations) = week(keepsWords: true)
    try await store.keep(week, conversations)
    // An older version of the window, and one of which pages are in flight, had words too.
    try await store.keep(week, conversations, at: noon + 1)
    let next = week.later(7)
    _ = try await store.add(
      next.page(conversations, next: "b"), after: nil, to: next.key, rules: next.rules.mark,
      at: noon)
    try await store.emptyLog()
    #expect(try filesWithWords() == ["rapport.sqlite"])

    #expect(try await store.removeWords(of: "globex"))
    #expect(try filesWithWords() != [])
    #expect(try await store.removeWords(of: "acme"))
    #expect(try filesWithWords() == [])
    let window = try #require(try await store.conversationWindows(of: "acme", zone: "UTC").first)
    #expect(!window.rules.keepsWords)
    #expect(try await store.metrics(of: window)?.count == 40)
    let listed = try await store.listed()
    #expect(listed.count == 40)
    #expect(listed.allSatisfy { !$0.hasWords })
    #expect(try await store.removeWords(of: "acme"))
  }

  @Test func `while another program reads they are still marked as there, and go the next time`()
    async throws
  {
    let store = try Store(path: folder.database)
    let (week, conversations) = week(keepsWords: true)
    try await store.keep(week, conversations)
    let reader = try Connection(path: folder.database)
    try reader.run("BEGIN")
    _ = try reader.integer("SELECT count(*) FROM transcripts")
    #expect(try await !store.removeWords(of: "acme"))
    #expect(try await store.conversationWindows(of: "acme", zone: "UTC")[0].rules.keepsWords)
    try reader.run("COMMIT")
    #expect(try await store.removeWords(of: "acme"))
    #expect(try filesWithWords() == [])
  }

  @Test func `metrics are derived again from what is kept`() async throws {
    let store = try Store(path: folder.database)
    let (week, conversations) = week(keepsWords: true)
    let window = try #require(try await store.keep(week, conversations))
    var rules = ConversationRules()
    rules.speakers = SpeakerTable(["HOST": .agent])
    let again = try #require(
      try await store.deriveAgain(window, rules: rules.mark) { conversation in
        // What is given is the whole conversation, words and all.
        derived(conversation, patience: Double(conversation.messages[0].text?.utf8.count ?? 0))
      })
    #expect(again.rules == rules.mark)
    #expect(again.number == window.number)
    #expect(again.revision == window.revision + 1)
    let values = try await store.metrics(of: again)?.map { $0.agents[0][.metric(.patience)] }
    #expect(values == Array(repeating: Double(Self.words[0].utf8.count), count: 40))
    // The window as it was is not there any more.
    #expect(try await store.metrics(of: window) == nil)
    let nothing = try await store.deriveAgain(window, rules: rules.mark) { derived($0) }
    #expect(nothing == nil)
  }
}
