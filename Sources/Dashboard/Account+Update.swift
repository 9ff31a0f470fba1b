import Records

extension Model {
  /// Goes to the account that a person calls so.
  mutating func chooseAccount(_ name: String) throws(Mistake) -> [Command] {
    guard let place = accounts.firstIndex(where: { $0.name == name }) else {
      throw .unknown("account", name, among: accounts.map(\.name))
    }
    return goToAccount(place)
  }

  /// Shows another account as it was left: nothing of the one before stays on screen.
  private mutating func goToAccount(_ place: Int) -> [Command] {
    guard place != accountPlace else { return [] }
    account.remembered = present
    let left = remembers ? [Command.remember(present, account: account.key)] : []
    accountPlace = place
    snapshot = nil
    screens = []
    search = Search()
    teams = []
    // What is still being judged was asked for by the account before.
    let request = team.judgementRequest + 1
    team = TeamScreen()
    team.judgementRequest = request
    let last = account.remembered
    // The next start begins with it, whatever else is chosen.
    account.remembered = nil
    choices = last?.choices ?? account.choices
    views = last?.views ?? []
    awaitedPlace = last?.place
    return left + ask()
  }

  /// The account that the keys of fetching are about: the selected one where accounts are listed, or
  /// else the one on screen.
  var addressedAccount: Account {
    let key: String? =
      switch screens.last {
      case .accounts(let screen): report(on: screen)?.status.account
      case .requests(let screen): screen.opened?.account ?? screen.account
      default: nil
      }
    return key.flatMap(account) ?? account
  }

  /// Has an account fetch again what it shows, or what it would show.
  mutating func fetch(_ account: Account, refreshing: Refresh) -> [Command] {
    guard account.key != self.account.key else { return ask(refreshing: refreshing) }
    let choices = account.remembered?.choices ?? account.choices
    notice = "Fetching \(account.title) …"
    let query = choices.query(account.key, today: account.zone.day(of: now))
    return [.fetch(query, refreshing: refreshing)]
  }

  /// Has an account send nothing, or go on.
  mutating func pause(_ account: Account) -> [Command] {
    guard let place = accounts.firstIndex(where: { $0.key == account.key }) else { return [] }
    accounts[place].isPaused.toggle()
    return [.pause(accounts[place].isPaused, account: account.key)]
  }

  /// Goes on after an account's credentials were read again: the sentence says why they could not
  /// be.
  mutating func credentialsRead(of key: String, _ mistake: String?) -> [Command] {
    guard mistake == nil, let account = account(key) else {
      notice = mistake
      return []
    }
    let commands = fetch(account, refreshing: .unsettled)
    notice = "The credentials were read again; fetching."
    return commands
  }
}
