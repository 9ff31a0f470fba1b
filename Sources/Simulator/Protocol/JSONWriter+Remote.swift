import Records
import Wire

extension JSONWriter {
  mutating func optional(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  private mutating func number(_ number: Number) {
    switch number {
    case .integer(let value): integer(value)
    case .decimal(let value): double(value)
    }
  }

  /// The `metrics` of a record; an absent one is left out.
  mutating func metrics(_ list: UnifiedList, _ values: [Number?], _ fault: Fault?) {
    beginObject()
    for (field, value) in zip(list.resource?.fields ?? [], values) {
      guard let value else { continue }
      key(field.name)
      if fault == .numberStrings { quoted(value) } else { number(value) }
    }
    if fault == .extraFields {
      key("words_per_minute")
      double(142.5)
    }
    endObject()
  }

  private mutating func quoted(_ value: Number) {
    var digits = JSONWriter()
    digits.number(value)
    string(String(decoding: digits.bytes, as: UTF8.self))
  }

  /// The provider's own record, as Gong words it.
  mutating func remoteData(of member: SimulatedUser, _ list: UnifiedList, _ values: [Number?]) {
    switch list {
    case .users: remoteUser(member)
    case .interactions, .activity:
      key("userId")
      string(member.user.id)
      key("userEmailAddress")
      optional(member.user.email)
      list == .interactions ? remoteInteractions(values) : remoteActivity(values)
    }
  }

  private mutating func remoteUser(_ member: SimulatedUser) {
    key("id")
    string(member.user.id)
    key("emailAddress")
    optional(member.user.email)
    key("emailAliases")
    beginArray()
    for alias in member.aliases { string(alias) }
    endArray()
    key("firstName")
    string(member.givenName)
    key("lastName")
    string(member.familyName)
    key("title")
    string(member.title)
    key("active")
    bool(member.isActive)
    key("created")
    optional(member.user.createdAt)
    key("managerId")
    optional(member.user.managerID)
  }

  private mutating func remoteInteractions(_ values: [Number?]) {
    key("personInteractionStats")
    beginArray()
    for (metric, value) in zip(Metric.allCases, values) {
      guard let value else { continue }
      beginObject()
      key("name")
      string(metric.remoteName)
      key("value")
      number(value)
      endObject()
    }
    endArray()
  }

  private mutating func remoteActivity(_ values: [Number?]) {
    key("userAggregateActivityStats")
    beginObject()
    for (counter, value) in zip(Counter.allCases, values) {
      guard let value else { continue }
      key(counter.remoteName)
      number(value)
    }
    endObject()
  }
}

extension Metric {
  /// The name in Gong's interaction stats.
  fileprivate var remoteName: String {
    switch self {
    case .patience: "Patience"
    case .interactivity: "Interactivity"
    case .questionRate: "Question Rate"
    case .longestMonologue: "Longest Monologue"
    case .longestCustomerStory: "Longest Customer Story"
    }
  }
}

extension Counter {
  /// The name in Gong's activity stats.
  fileprivate var remoteName: String {
    switch self {
    case .callsHosted: "callsAsHost"
    case .callsAttended: "callsAttended"
    case .callsListenedOwn: "ownCallsListenedTo"
    case .callsListenedOthers: "othersCallsListenedTo"
    case .callsSharedInternally: "callsSharedInternally"
    case .callsSharedExternally: "callsSharedExternally"
    case .callsMarkedFeedbackGiven: "callsMarkedAsFeedbackGiven"
    case .callsMarkedFeedbackReceived: "callsMarkedAsFeedbackReceived"
    case .feedbackGiven: "callsGaveFeedback"
    case .feedbackReceived: "callsReceivedFeedback"
    case .feedbackRequested: "callsRequestedFeedback"
    case .commentsGiven: "callsCommentsGiven"
    case .commentsReceived: "callsCommentsReceived"
    case .scorecardsFilled: "callsScorecardsFilled"
    case .scorecardsReceived: "callsScorecardsReceived"
    }
  }
}
