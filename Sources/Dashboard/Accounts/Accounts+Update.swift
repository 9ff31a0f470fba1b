import Records

extension Model {
  /// Opens the screen of the accounts with the one on screen selected.
  mutating func openAccounts() {
    var screen = AccountsScreen()
    let count = accountReports.count
    screen.cursor.select(
      accountReports.firstIndex { $0.status.account == account.key } ?? 0, count: count,
      visible: AccountsLayout(size: size, count: count).visible)
    screens.append(.accounts(screen))
  }

  mutating func perform(_ action: Action, on screen: inout AccountsScreen) -> [Command] {
    let visible = AccountsLayout(size: size, count: accountReports.count).visible
    if screen.cursor.move(action, count: accountReports.count, visible: visible) { return [] }
    guard let report = report(on: screen) else { return [] }
    switch action {
    case .open:
      screens.append(.requests(RequestsScreen(account: report.status.account)))
    case .readCredentials:
      notice = "Reading the credentials of \(report.title) again …"
      return [.readCredentials(account: report.status.account)]
    case .copyReconnect: return copyReconnect(report)
    default: break
    }
    return []
  }

  /// What is known of the selected account.
  func report(on screen: AccountsScreen) -> AccountReport? {
    let place = screen.cursor.selected
    return accountReports.indices.contains(place) ? accountReports[place] : nil
  }

  private mutating func copyReconnect(_ report: AccountReport) -> [Command] {
    guard let place = report.status.reconnectPlace else {
      notice =
        "\(report.title) has no place to copy: connect it again where it was connected first."
      return []
    }
    return [.copy(.text(place), what: place)]
  }

  /// Takes in how the accounts stand; who is selected stays selected.
  mutating func take(_ reports: [AccountReport]) {
    let before = accountReports
    accountReports = reports
    for index in screens.indices {
      guard case .accounts(var screen) = screens[index] else { continue }
      let name =
        before.indices.contains(screen.cursor.selected)
        ? before[screen.cursor.selected].status.account : account.key
      screen.cursor.select(
        reports.firstIndex { $0.status.account == name } ?? screen.cursor.selected,
        count: reports.count,
        visible: AccountsLayout(size: size, count: reports.count).visible)
      screens[index] = .accounts(screen)
    }
  }
}
