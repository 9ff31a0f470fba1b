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

  /// What it measures, in a sentence.
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

  /// The unit on a Truto account. The provider states none; the durations are the best reading of
  /// what is published, and no unit is claimed for the last two.
  package var unit: Unit {
    switch self {
    case .patience: .seconds
    case .interactivity, .questionRate: .score
    case .longestMonologue, .longestCustomerStory: .duration
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
    case .additional(let name): name
    }
  }

  /// The heading of a narrow column.
  package var heading: String {
    switch self {
    case .metric(let metric): metric.heading
    case .counter(let counter): counter.heading
    case .additional(let name): name
    }
  }

  /// How its numbers are written.
  package var unit: Unit {
    switch self {
    case .metric(let metric): metric.unit
    case .counter: .count
    case .additional: .score
    }
  }
}
