import Canvas
import Dashboard
import Records

/// Accounts and requests that were made up once.
enum Operations {
  static let token = "/unified/conversational-intelligence"

  /// Requests as a sync makes them, the last one two seconds old: most well, some not.
  /// The newest comes first; more of them begin with the same ones.
  static func log(_ count: Int = 30, account: String = "test") -> [RequestLogEntry] {
    (1...count).reversed().map { entry($0, account) }
  }

  private static func entry(_ number: Int, _ account: String) -> RequestLogEntry {
    let at = Fixture.noon + Double((number - 30) * 3 - 2)
    let day = Fixture.today - 31 + number
    let resource = number % 3 == 0 ? "activity" : "interactions"
    let path =
      number % 11 == 5
      ? "\(token)/users?integrated_account_id=acme&next_cursor=bmV4dA%3D%3D"
      : "\(token)/\(resource)?integrated_account_id=acme"
        + "&start_time=\(day.text)T00%3A00%3A00%2B00%3A00"
        + "&end_time=\((day + 1).text)T00%3A00%3A00%2B00%3A00&truto_ignore_remote_data=true"
    let outcome: (Int?, String?) =
      switch number % 10 {
      case 4: (429, "The provider limits requests just now; asking again in 10 s.")
      case 7: (nil, "api.example.com does not answer; it is tried again.")
      case 8: (502, "The server had a fault (502); it is tried again.")
      default: (200, nil)
      }
    let wave = Double(number * 7 % 11) / 100
    let timings = RequestTimings(
      nameLookup: number % 10 == 1 ? 0.012 : 0, connect: number % 10 == 1 ? 0.024 : 0,
      tls: number % 10 == 1 ? 0.041 : 0, firstByte: 0.12 + wave,
      total: 0.126 + wave + (number % 10 == 1 ? 0.077 : 0))
    return RequestLogEntry(
      at: at, account: account, path: path, status: outcome.0,
      bytes: outcome.0 == nil ? 0 : 800 + number * 431, seconds: 0.13 + wave,
      timings: outcome.0 == nil ? nil : timings,
      attempt: [5, 8, 9].contains(number % 10) ? 2 : 1, note: outcome.1)
  }

  /// How an account stands that was fetched two minutes ago.
  static func report(
    _ account: String = "test", title: String = "Acme", failure: Failure? = nil, sent: Int = 412,
    age: Double = 120, waitsUntil: Timestamp? = nil, isEmpty: Bool = false
  ) -> AccountReport {
    var history = AccountHistory(account: account)
    if !isEmpty {
      history.lastSuccessAt = Fixture.noon + -age
      history.users = 12
      history.windows = (1...30).flatMap { back in
        Resource.allCases.map { resource in
          WindowSummary(
            key: WindowKey(
              account: account, resource: resource, zone: "UTC",
              period: Period(.day, DaySpan(Fixture.today - back, Fixture.today - back + 1))),
            fetchedAt: Fixture.noon + -age)
        }
      }
    }
    history.lastFailure = failure.map { PastFailure(at: Fixture.noon + -60, failure: $0) }
    var status = AccountStatus(
      history, zone: .utc, freshness: Freshness(), sent: RequestCount(sent: sent, budget: 2000),
      now: Fixture.noon)
    status.activity = AccountActivity(
      requestsInLastMinute: 20, isPaused: false, pausedUntil: waitsUntil)
    return AccountReport(title: title, status: status)
  }

  /// A snapshot in which one user's newest record says all that a record can say.
  static func snapshot(_ query: Query, withFullRecordOf user: UserNumber) -> Snapshot {
    let snapshot = Fixture.snapshot(query)
    let newest = snapshot.trend(of: .interactions).last?.key
    return Snapshot(
      query: query, zone: .utc, directory: Fixture.directory,
      slots: snapshot.slots.map { slot in
        guard slot.key == newest, let window = slot.window else { return slot }
        return WindowSlot(
          key: slot.key, role: slot.role, window: full(window, user), state: .fresh)
      }, progress: snapshot.progress)
  }

  private static func full(_ window: Window, _ user: UserNumber) -> Window {
    let records = (0..<window.table.count).map { row in
      var record = window.table.record(row, directory: Fixture.directory)
      guard window.table.users[row] == user else { return record }
      record.id = "record-1"
      record.startTime = "2026-11-15T00:00:00+01:00"
      record.endTime = "2026-11-19T23:59:59+01:00"
      record.timezone = "Europe/Berlin"
      record.aggregationPeriod = "total"
      record.createdAt = "2026-11-20T06:00:00Z"
      record.updatedAt = "2026-11-20T06:00:01Z"
      record.values[0] = .decimal(1.0123456789012345)
      record.values[1] = nil
      record.additional = [.init(name: "talk_ratio", value: .decimal(0.4821))]
      return record
    }
    let table = RecordTable(resource: .interactions, records: records) {
      Fixture.directory.number(of: $0) ?? 0
    }
    return Window(
      key: window.key, table: table, fetchedAt: window.fetchedAt, isPartial: true, skipped: 2,
      duplicates: 1)
  }

  static let refused = Failure(
    .credentials,
    "Truto refused the token (401): check TRUTO_API_TOKEN, which may have expired or been revoked.")

  /// The dashboard with the log and these accounts known, on the screen that a key opens.
  static func model(
    columns: Int, rows: Int, _ accounts: [AccountReport] = [report()],
    requests: [RequestLogEntry] = log(), change: (inout Model) -> Void = { _ in }
  ) -> Model {
    var model = Fixture.loadedModel(columns: columns, rows: rows, change: change)
    _ = DashboardProgram.updateAtOnce(&model, .requestsArrived(requests))
    _ = DashboardProgram.updateAtOnce(&model, .accountsArrived(accounts))
    return model
  }
}
