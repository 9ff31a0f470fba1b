import Canvas
import Records

/// A column of the table of accounts.
enum AccountColumn: CaseIterable {
  case account, state, success, data, windows, stale, users, sent, rate, median, latency

  /// The columns that a width has room for; what is left out stands below the table.
  static func shown(width: Int) -> [AccountColumn] {
    switch width {
    case ..<100: [.account, .state, .data, .sent, .rate]
    case ..<140: [.account, .state, .success, .data, .sent, .rate, .median, .latency]
    default: allCases
    }
  }

  var header: TableColumn {
    switch self {
    case .account: TableColumn("Account", minimum: 20, maximum: 36)
    case .state: TableColumn("State", minimum: 11)
    case .success: TableColumn("Success", minimum: 10)
    case .data: TableColumn("Data", minimum: 10)
    case .windows: TableColumn("Windows", .right, minimum: 7)
    case .stale: TableColumn("Stale", .right, minimum: 5)
    case .users: TableColumn("Users", .right, minimum: 5)
    case .sent: TableColumn("Sent today", .right, minimum: 12)
    case .rate: TableColumn("Rate", .right, minimum: 7)
    case .median: TableColumn("Median", .right, minimum: 7)
    case .latency: TableColumn("Latency", minimum: 12, maximum: 24)
    }
  }

  func cell(_ report: AccountReport, _ model: Model) -> Line {
    let theme = model.preferences.theme
    let status = report.status
    let absent = NumberText.absent
    func age(_ time: Timestamp?) -> Line {
      Line(time.map { DateText.age(seconds: model.now - $0) } ?? absent)
    }
    switch self {
    case .account: return Line(report.title)
    case .state:
      let state = AccountState(report, model)
      return Line(state.name, theme[state.role])
    case .success: return age(status.lastSuccessAt)
    case .data: return age(status.newestFetchAt)
    case .windows: return Line("\(status.windows.complete)")
    case .stale:
      return Line(
        "\(status.windows.stale)", theme[status.windows.stale > 0 ? .warn : .text])
    case .users: return Line("\(status.users)")
    case .sent:
      guard let budget = status.sent.budget else { return Line("\(status.sent.sent)") }
      let isNearlyUsedUp = status.sent.sent * 10 >= budget * 9
      return Line(
        "\(status.sent.sent) of \(budget)", theme[isNearlyUsedUp ? .warn : .text])
    case .rate: return Line("\(model.traffic(of: report).lastMinute)/min")
    case .median:
      return Line(model.traffic(of: report).median.map(NumberText.milliseconds) ?? absent)
    case .latency:
      return Line(
        sparkline(
          model.traffic(of: report).durations, columns: 24, glyphs: model.preferences.glyphs),
        theme[.chart1])
    }
  }
}
