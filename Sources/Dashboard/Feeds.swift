extension ScreenKind {
  /// What the screen is told of while it is seen.
  fileprivate var feeds: (requests: Bool, accounts: Bool) {
    switch self {
    case .accounts: (true, true)
    case .requests: (true, false)
    default: (false, false)
    }
  }

  /// What is to be watched from now on, and what no more, when another screen is seen.
  func commands(leadingTo next: ScreenKind) -> [Command] {
    let (before, after) = (feeds, next.feeds)
    return (before.requests == after.requests ? [] : [.watchRequests(after.requests)])
      + (before.accounts == after.accounts ? [] : [.watchAccounts(after.accounts)])
  }
}
