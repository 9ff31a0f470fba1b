/// The kinds of screens; the raw value is the name that `rapport snapshot` draws one by.
package enum ScreenKind: String, CaseIterable, Hashable, Sendable {
  case team, user, record, compare, distribution, conversations, transcript, attention, accounts
  case requests, help

  /// What the screen is called.
  var title: String {
    switch self {
    case .team: "Team"
    case .user: "User"
    case .record: "Record"
    case .compare: "Compare"
    case .distribution: "Distribution"
    case .conversations: "Conversations"
    case .transcript: "Transcript"
    case .attention: "Attention"
    case .accounts: "Accounts"
    case .requests: "Requests"
    case .help: "Help"
    }
  }

  /// Screens, of which there is one at least, in a sentence: `the screens Team, User and Compare`.
  static func words(_ screens: some Collection<ScreenKind>) -> String {
    let titles = allCases.filter(screens.contains).map(\.title)
    guard let last = titles.last, titles.count > 1 else { return "the screen \(titles.joined())" }
    return "the screens \(titles.dropLast().joined(separator: ", ")) and \(last)"
  }
}

/// A screen that was opened over the team's, with its own state: leaving it gives back the one
/// below as it was.
package enum ScreenState: Equatable, Sendable {
  case user(UserScreen)
  case record(RecordScreen)
  case compare(CompareScreen)
  case distribution(DistributionScreen)
  case conversations(ConversationsScreen)
  case transcript(TranscriptScreen)
  case attention(AttentionScreen)
  case accounts(AccountsScreen)
  case requests(RequestsScreen)
  case help(HelpScreen)

  /// Which screen it is.
  package var kind: ScreenKind {
    switch self {
    case .user: .user
    case .record: .record
    case .compare: .compare
    case .distribution: .distribution
    case .conversations: .conversations
    case .transcript: .transcript
    case .attention: .attention
    case .accounts: .accounts
    case .requests: .requests
    case .help: .help
    }
  }
}
