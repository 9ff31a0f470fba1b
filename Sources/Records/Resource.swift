/// What records are about; the raw value is the name in the unified API's paths and the cache.
package enum Resource: String, CaseIterable, Hashable, Sendable {
  case interactions, activity

  /// The fields of the catalogue that its records have a number for, in the order of the columns.
  package var fields: [Field] {
    switch self {
    case .interactions: Metric.allCases.map(Field.metric)
    case .activity: Counter.allCases.map(Field.counter)
    }
  }

  /// The one of the two resources that this is not.
  package var other: Resource { self == .interactions ? .activity : .interactions }
}

/// A number of an interaction record; the raw value is its name in the API.
package enum Metric: String, CaseIterable, Hashable, Sendable {
  case patience
  case interactivity
  case questionRate = "question_rate"
  case longestMonologue = "longest_monologue"
  case longestCustomerStory = "longest_customer_story"

  /// The place among the columns of interaction records.
  package var column: Int { Metric.inOrder.firstIndex(of: self) ?? 0 }

  /// Made once, since columns are looked up for every number of a trend.
  private static let inOrder = allCases
}

/// A number of an activity record; the raw value is its name in the API.
package enum Counter: String, CaseIterable, Hashable, Sendable {
  case callsHosted = "calls_hosted"
  case callsAttended = "calls_attended"
  case callsListenedOwn = "calls_listened_own"
  case callsListenedOthers = "calls_listened_others"
  case callsSharedInternally = "calls_shared_internally"
  case callsSharedExternally = "calls_shared_externally"
  case callsMarkedFeedbackGiven = "calls_marked_feedback_given"
  case callsMarkedFeedbackReceived = "calls_marked_feedback_received"
  case feedbackGiven = "feedback_given"
  case feedbackReceived = "feedback_received"
  case feedbackRequested = "feedback_requested"
  case commentsGiven = "comments_given"
  case commentsReceived = "comments_received"
  case scorecardsFilled = "scorecards_filled"
  case scorecardsReceived = "scorecards_received"

  /// The groups that the activity board shows the counters in.
  package enum Group: String, CaseIterable, Hashable, Sendable {
    case calls = "Calls"
    case listening = "Listening"
    case sharing = "Sharing"
    case feedback = "Feedback"
    case comments = "Comments"
    case scorecards = "Scorecards"
  }

  /// The place among the columns of activity records.
  package var column: Int { Counter.inOrder.firstIndex(of: self) ?? 0 }

  /// Made once, since columns are looked up for every number of a trend.
  private static let inOrder = allCases

  /// The group that the activity board shows the counter in.
  package var group: Group {
    switch self {
    case .callsHosted, .callsAttended: .calls
    case .callsListenedOwn, .callsListenedOthers: .listening
    case .callsSharedInternally, .callsSharedExternally: .sharing
    case .callsMarkedFeedbackGiven, .callsMarkedFeedbackReceived, .feedbackGiven,
      .feedbackReceived, .feedbackRequested:
      .feedback
    case .commentsGiven, .commentsReceived: .comments
    case .scorecardsFilled, .scorecardsReceived: .scorecards
    }
  }
}

/// A metric or a counter: a column of a table of records.
package enum Field: Hashable, Sendable {
  case metric(Metric)
  case counter(Counter)
  /// A metric that the catalogue does not know, under the provider's name for it.
  case additional(String)

  /// The name in the API.
  package var name: String {
    switch self {
    case .metric(let metric): metric.rawValue
    case .counter(let counter): counter.rawValue
    case .additional(let name): name
    }
  }

  /// Whether the field counts something; metrics, the additional ones too, measure how.
  package var isCounter: Bool { resource == .activity }

  /// The resource whose records have the field.
  package var resource: Resource {
    switch self {
    case .metric, .additional: .interactions
    case .counter: .activity
    }
  }
}
