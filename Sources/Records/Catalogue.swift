/// How a number is written.
package enum Unit: Hashable, Sendable {
  /// Seconds, as `1.12 s`.
  case seconds
  /// Seconds, as minutes and seconds: `1:31`.
  case duration
  case perHour
  case perMinute
  /// A decimal number of no stated unit.
  case score
  case count
  /// A part of 1, in percent.
  case share
}

extension Metric {
  /// The name on screens.
  package var title: String {
    switch self {
    case .patience: "Patience"
    case .interactivity: "Interactivity"
    case .questionRate: "Question rate"
    case .longestMonologue: "Longest monologue"
    case .longestCustomerStory: "Longest customer story"
    }
  }

  /// The heading of a narrow column.
  package var heading: String {
    switch self {
    case .patience: "Patience"
    case .interactivity: "Interact."
    case .questionRate: "Quest."
    case .longestMonologue: "Monol."
    case .longestCustomerStory: "Story"
    }
  }

  /// What it measures where the provider gives it, in a sentence.
  package var help: String {
    switch self {
    case .patience: "How long the user waits after the customer stops speaking; a mean over calls."
    case .interactivity:
      "How often the conversation changes sides; a score of the provider, without a unit."
    case .questionRate:
      "How many questions the user asks; a rate of the provider, which states no unit for it."
    case .longestMonologue: "The longest stretch that the user speaks; a mean over calls."
    case .longestCustomerStory: "The longest stretch that a customer speaks; a mean over calls."
    }
  }

  /// What it measures where it is derived from what was said, in a sentence.
  package var derivedHelp: String {
    switch self {
    case .patience:
      "The pause from the end of the customer's words to the agent's, if nobody speaks between; a"
        + " mean over conversations."
    case .interactivity:
      "How often the speaking side changes, a minute from the first word to the last; a mean over"
        + " conversations."
    case .questionRate:
      "The agent's sentences that end in a question mark, an hour from the first word to the last; a"
        + " mean over conversations."
    case .longestMonologue:
      "The agent's longest stretch, until another side, agent or bot begins; a mean over"
        + " conversations."
    case .longestCustomerStory:
      "The customer's longest stretch, until an agent or bot begins; a mean over conversations."
    }
  }
}

extension Counter {
  /// The name on screens.
  package var title: String {
    switch self {
    case .callsHosted: "Calls hosted"
    case .callsAttended: "Calls attended"
    case .callsListenedOwn: "Own calls listened to"
    case .callsListenedOthers: "Others' calls listened to"
    case .callsSharedInternally: "Calls shared internally"
    case .callsSharedExternally: "Calls shared externally"
    case .callsMarkedFeedbackGiven: "Calls marked as reviewed"
    case .callsMarkedFeedbackReceived: "Own calls marked as reviewed"
    case .feedbackGiven: "Feedback given"
    case .feedbackReceived: "Feedback received"
    case .feedbackRequested: "Feedback requested"
    case .commentsGiven: "Calls commented on"
    case .commentsReceived: "Own calls commented on"
    case .scorecardsFilled: "Scorecards filled"
    case .scorecardsReceived: "Scorecards received"
    }
  }

  /// The heading of a narrow column under the heading of its group.
  package var heading: String {
    switch self {
    case .callsHosted: "Hosted"
    case .callsAttended: "Attend"
    case .callsListenedOwn: "Own"
    case .callsListenedOthers: "Others"
    case .callsSharedInternally: "Intern"
    case .callsSharedExternally: "Extern"
    case .callsMarkedFeedbackGiven: "MarkGv"
    case .callsMarkedFeedbackReceived: "MarkRc"
    case .feedbackGiven: "Given"
    case .feedbackReceived: "Recvd"
    case .feedbackRequested: "Reqstd"
    case .commentsGiven: "Given"
    case .commentsReceived: "Recvd"
    case .scorecardsFilled: "Filled"
    case .scorecardsReceived: "Recvd"
    }
  }
}

extension Field {
  /// The name on screens.
  package var title: String {
    switch self {
    case .metric(let metric): metric.title
    case .counter(let counter): counter.title
    case .additional(let name): ConversationMeasure(rawValue: name)?.title ?? name
    }
  }

  /// The heading of a narrow column.
  package var heading: String {
    switch self {
    case .metric(let metric): metric.heading
    case .counter(let counter): counter.heading
    case .additional(let name): ConversationMeasure(rawValue: name)?.heading ?? name
    }
  }

  /// Whether it says what reached the user rather than how the user talks: which conversations, and
  /// how many. Nobody is to be coached for that.
  package var isMix: Bool {
    guard case .additional(let name) = self else { return false }
    return countsConversations || ConversationMeasure(rawValue: name)?.isMix == true
  }
}

extension ConversationMeasure {
  /// The name on screens.
  package var title: String {
    switch self {
    case .handlingTime: "Handling time"
    case .inbound: "Inbound share"
    case .outbound: "Outbound share"
    case .voice: "Share of calls"
    case .webchat: "Share of web chats"
    case .chat: "Share of chats"
    case .sms: "Share of SMS"
    case .digitalConnect: "Share of Digital Connect"
    case .positive: "Positive customer messages"
    case .neutral: "Neutral customer messages"
    case .negative: "Negative customer messages"
    }
  }

  /// The heading of a narrow column.
  package var heading: String {
    switch self {
    case .handlingTime: "Handling"
    case .inbound: "In"
    case .outbound: "Out"
    case .voice: "Voice"
    case .webchat: "Webchat"
    case .chat: "Chat"
    case .sms: "SMS"
    case .digitalConnect: "Digital"
    case .positive: "Positive"
    case .neutral: "Neutral"
    case .negative: "Negative"
    }
  }

  /// Whether it is a share of conversations of one kind.
  package var isMix: Bool {
    switch self {
    case .handlingTime, .positive, .neutral, .negative: false
    case .inbound, .outbound, .voice, .webchat, .chat, .sms, .digitalConnect: true
    }
  }
}
