import Analytics
import Canvas
import Loop
import Records
import TestKit
import Testing

@testable import Dashboard

@Suite struct ConversationFilterTests {
  private func matches(_ text: String) -> [ConversationSummary] {
    var model = Conversations.model()
    model.filter(by: text)
    return model.conversationsScreen?.rows ?? []
  }

  private let reader = ConversationReader(user: nil, directory: Fixture.directory)

  @Test func `words are looked for in agents, customers, intents and ring groups`() {
    #expect(matches("zoe").contains { $0.customerID == "Zoë 🚀" })
    #expect(matches("ana lo").allSatisfy { $0.agents.contains { $0.user == 0 } })
    #expect(!matches("ana lo").isEmpty && !matches("退款").isEmpty)
    #expect(matches("refund").allSatisfy { $0.intents.contains("refund") })
    #expect(matches("billing refund").allSatisfy { $0.ringGroups.contains("Billing") })
    #expect(matches("!refund").count + matches("refund").count == 24)
  }

  @Test(
    arguments: [
      ("direction=out", { @Sendable in $0.direction == "OUT" }),
      ("dir!=OUT", { @Sendable in $0.direction == "IN" }),
      ("channel=webchat", { @Sendable in $0.channel == "WEBCHAT" }),
      ("ringgroup=support-emea", { @Sendable in $0.ringGroups.contains("Support EMEA") }),
      ("intent~question", { @Sendable in $0.intents.contains("billing_question") }),
      ("length>=30:00", { @Sendable in $0.seconds ?? 0 >= 1800 }),
      ("!length>300", { @Sendable in $0.seconds.map { @Sendable in $0 <= 300 } ?? false }),
      ("customer=c-0", { @Sendable in $0.customerID == "c-0" }),
    ] as [(String, @Sendable (ConversationSummary) -> Bool)])
  func `columns are compared`(text: String, holds: @Sendable (ConversationSummary) -> Bool) {
    let rows = matches(text)
    #expect(!rows.isEmpty && rows.allSatisfy(holds))
    let expected = Conversations.summaries(24).filter(holds)
    #expect(rows.count == expected.count)
  }

  @Test func `numbers are those that the table shows, and absent ones meet no comparison`() {
    let quick = matches("patience<0.6")
    #expect(!quick.isEmpty)
    #expect(quick.allSatisfy { reader.value(.metric(.patience), of: $0) ?? 9 < 0.6 })
    #expect(matches("patience>=0").allSatisfy { $0.channel == "VOICE" })
    #expect(matches("!patience>=0").isEmpty)
  }

  @Test func `a sentiment is what most messages are`() {
    for sentiment in SentimentShares.Sentiment.allCases {
      let rows = matches("sentiment=\(sentiment.rawValue)")
      #expect(!rows.isEmpty)
      #expect(rows.allSatisfy { reader.sentiment(of: $0)?.prevailing == sentiment })
    }
  }

  @Test(
    arguments: [
      ("lenght>3", "There is no column “lenght”; did you mean “length”?"),
      ("length>x", "Write a number after “length>”, as 0.6 or 1:30."),
      ("length~3", "length is a number: compare it with <, > or =."),
      ("intent>3", "intent is a text: write intent= or intent~."),
      ("time>3", "Times are not filtered: the keys of the range choose days."),
    ])
  func `what cannot be read is said, and leaves all of them`(text: String, mistake: String) {
    var model = Conversations.model()
    model.filter(by: text)
    #expect(model.conversationsScreen?.filterMistake == mistake)
    #expect(model.conversationsScreen?.order.count == 24)
    Conversations.press([":"] + "filter \(text)".map { .character($0) } + [.enter], on: &model)
    #expect(model.overlay != nil)
  }

  @Test(
    arguments: [
      (1.0, 0.0, 0.0, "++++++"), (0.5, 0.5, 0, "+++..."), (0.98, 0.01, 0.01, "++++.-"),
      (0, 0, 1, "------"), (0.34, 0.33, 0.33, "++..--"), (0.2, 0.2, 0.6, "+.----"),
    ])
  func `a bar of sentiments has a sign for each share`(
    positive: Double, neutral: Double, negative: Double, bar: String
  ) {
    let shares = SentimentShares(positive: positive, neutral: neutral, negative: negative)
    #expect(shares.bar(columns: 6, theme: .golden).text == bar)
  }

  @Test func `of alike shares the worse prevails`() {
    #expect(SentimentShares(positive: 0.5, neutral: 0, negative: 0.5).prevailing == .negative)
    #expect(SentimentShares(positive: 0.5, neutral: 0.5, negative: 0).prevailing == .neutral)
  }
}
