import Analytics
import Records

/// What the help says of conversations: how metrics are derived, and what signs mean.
enum ConversationHelp {
  typealias Entry = HelpText.Entry

  /// The sections for the screens of conversations.
  static let entries: [Entry] =
    [HelpText.heading("How metrics are derived from a conversation")]
    + Metric.allCases.map { Entry(term: $0.title, sentence: $0.derivedHelp) } + rules
    + [HelpText.space, HelpText.heading("How conversations are drawn")] + signs
    + [HelpText.space, HelpText.heading("How conversations are filtered")] + filters
    + [HelpText.space]

  private static let rules = [
    Entry(
      term: "derived from",
      sentence: "Calls whose messages say when they were said, both sides heard."),
    Entry(
      term: "several agents", sentence: "Each has numbers; a list of everyone's has their mean."),
    Entry(
      term: "several recordings",
      sentence: "Each is looked at by itself: the longest of all, the mean gap, sums of the rest."),
  ]

  private static let signs = [
    Entry(
      term: "++...-",
      sentence: "The shares of the customer's messages that are positive, neutral and negative."),
    Entry(term: "+ . - ~", sentence: "The sentiment of a turn; ~ is one that is not known."),
    Entry(
      term: "→ refund 87 %", sentence: "The intent that the provider found, and how sure it is."),
    Entry(term: "▌ │", sentence: "The longest monologue, and the longest customer story."),
    Entry(term: "?", sentence: "A turn that asks something."),
    Entry(term: "▲", sentence: "Where the selected turn is in the recording."),
    Entry(term: "–", sentence: "Absent: the provider does not say, or a metric cannot be derived."),
  ]

  private static let filters = [
    Entry(
      term: "/ana refund", sentence: "All these words in agents, customer, intents or ring groups."),
    Entry(
      term: "/direction=out",
      sentence:
        "The whole text of agent, direction, channel, sentiment, intent, ringgroup, customer."),
    Entry(term: "/intent~refund", sentence: "A part of it."),
    Entry(
      term: "/length>300",
      sentence: "A number: length or a metric, in seconds or as 5:00; absent ones never."),
    Entry(
      term: "/sentiment=negative",
      sentence: "What most of the customer's messages are; of alike shares the worse."),
    Entry(term: "/!ana !channel=chat", sentence: "Those without."),
  ]
}
