import Canvas
import Records

/// A column of the log of requests.
enum RequestColumn: CaseIterable {
  case time, account, purpose, status, size, duration, attempt, path, note

  /// The columns that there is room for; the path is worth its room on wide screens only.
  static func shown(width: Int, hasAccounts: Bool) -> [RequestColumn] {
    allCases.filter { column in
      switch column {
      case .account: hasAccounts
      case .path: width >= 150
      default: true
      }
    }
  }

  var header: TableColumn {
    switch self {
    case .time: TableColumn("Time", minimum: 8)
    case .account: TableColumn("Account", minimum: 10, maximum: 24)
    case .purpose: TableColumn("Request", minimum: 28, maximum: 36)
    case .status: TableColumn("Status", minimum: 11)
    case .size: TableColumn("Size", .right, minimum: 9)
    case .duration: TableColumn("Took", .right, minimum: 7)
    case .attempt: TableColumn("Try", .right, minimum: 3)
    case .path: TableColumn("Path", minimum: 20, maximum: 64)
    case .note: TableColumn("Note", minimum: 4, maximum: 80)
    }
  }

  /// What a search looks at in a row.
  static func text(of entry: RequestLogEntry, _ model: Model) -> String {
    allCases.map { $0.cell(entry, model).text }.joined(separator: " ")
  }

  func cell(_ entry: RequestLogEntry, _ model: Model) -> Line {
    let theme = model.preferences.theme
    let words = RequestWords(entry: entry, today: model.calendarDay)
    switch self {
    case .time: return Line(DateText.clock(entry.at, zone: model.zone))
    case .account: return Line(model.title(of: entry.account))
    case .purpose: return Line(words.purpose)
    case .status: return Line(words.status, theme[words.role])
    case .size: return Line(ByteCount.text(entry.bytes))
    case .duration: return Line(NumberText.milliseconds(entry.seconds))
    case .attempt: return Line("\(entry.attempt)", theme[entry.attempt > 1 ? .warn : .muted])
    case .path: return Line(entry.path, theme[.muted])
    case .note: return Line(entry.note ?? "", theme[words.role])
    }
  }
}
