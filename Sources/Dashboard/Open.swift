import Analytics
package import Records

extension Model {
  /// Opens a screen over the one that is seen. Those about users are about the ones given, or else
  /// about the selected one; a comparison of fewer than two is with the first row.
  package mutating func open(_ kind: ScreenKind, users: [UserNumber] = []) {
    if let user = users.first {
      team.selected = user
      team.isSelectionChosen = true
    }
    switch kind {
    case .team: screens = []
    case .user:
      if let user = team.selected { screens.append(.user(UserScreen(user: user))) }
    case .record:
      guard let user = team.selected else { break }
      let screen = UserScreen(user: user)
      screens.append(.user(screen))
      openRecord(on: screen)
    case .compare:
      if users.count > 1 { team.marked = Set(users) }
      compareMarked()
    case .distribution:
      let user = if case .user(let screen) = screens.last { screen.user } else { team.selected }
      screens.append(.distribution(DistributionScreen(user: user)))
    case .conversations, .transcript:
      if let user = users.first { screens.append(.user(UserScreen(user: user))) }
      openConversations(of: users.first)
    case .attention:
      screens.append(.attention(AttentionScreen()))
      refreshAttention()
    case .accounts: openAccounts()
    case .requests: screens.append(.requests(RequestsScreen()))
    case .help: screens.append(.help(HelpScreen(subject: self.kind)))
    }
  }

  /// Opens what is selected on the screen that is seen.
  package mutating func openSelected() -> [Command] { performOnScreen(.open) }

  /// Opens a screen, or leaves it where it is the one that is seen.
  mutating func toggle(_ kind: ScreenKind) {
    if self.kind == kind { screens.removeLast() } else { open(kind) }
  }
}
