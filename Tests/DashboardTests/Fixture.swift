import Canvas
import Dashboard
import Loop
import Records
import TestKit

/// A small team with records that were made up once, so that frames can be compared.
enum Fixture {
  static let today = Day(number: 20_777)  // Friday, 2026-11-20.
  static let noon = Timestamp(seconds: Int64(today.number) * 86_400 + 43_200)
  static let moment = Moment(uptime: 1_000_000, wall: Int(noon.milliseconds))

  static let directory = Directory(
    [
      ("Ana Lopes", "ana"), ("李小龍", "lee"), ("Chidi Okafor", "chidi"), ("Zoë Åkerström", "zoe"),
      ("Иван Петров", "ivan"), ("田中 花子", "hanako"), ("Sam 🚀 Reed", "sam"), ("محمد علي", "mohammed"),
      ("Bartholomew Featherstonehaugh-Cholmondeley", "bart"), ("Nia Silent", "nia"),
      ("\u{1B}[31mMallory", "mallory"), ("김민준", "kim"),
    ].enumerated().map { index, person in
      User(
        id: "23459948484842300\(index)", name: person.0,
        emails: [User.Email(address: "\(person.1)@example.com", isPrimary: true)])
    })

  /// The dashboard before anything is known.
  static func model(columns: Int = 120, rows: Int = 40) -> Model {
    Model(
      preferences: Preferences(theme: .golden),
      account: Account(key: "test", name: "acme", title: "Acme", zone: .utc), now: moment,
      size: Size(columns: columns, rows: rows))
  }

  /// The dashboard with everything that it asked for.
  static func loadedModel(
    columns: Int = 120, rows: Int = 40, resource: Resource = .interactions,
    change: (inout Model) -> Void = { _ in }
  ) -> Model {
    var model = model(columns: columns, rows: rows)
    model.choices.resource = resource
    change(&model)
    _ = model.start()
    _ = DashboardProgram.updateAtOnce(
      &model, .snapshotArrived(request: model.request, snapshot(model.query)))
    return model
  }

  /// Every window of a query, two minutes old.
  static func snapshot(
    _ query: Query, isWorking: Bool = false, isOffline: Bool = false, failure: Failure? = nil,
    keeping isKept: (WindowSlot) -> Bool = { _ in true },
    record: (Resource, Int, Period) -> Record? = record
  ) -> Snapshot {
    var slots: [WindowSlot] = []
    for resource in Resource.allCases {
      let periods =
        query.granularity == .total
        ? [] : Period.covering(query.range, by: query.granularity, today: query.today)
      let wanted =
        [(WindowRole.total, Period(.total, query.range))]
        + [(.compared, Period(.total, query.compared))]
        + periods.reversed().map { (.trend, $0) } + history(query).map { (.history, $0) }
      slots += wanted.map { slot(resource, $0, $1, record) }
    }
    slots = slots.map {
      isKept($0)
        ? $0
        : WindowSlot(
          key: $0.key, role: $0.role, isBackground: $0.isBackground, window: nil, state: .pending)
    }
    let onScreen = slots.filter { !$0.isBackground }
    let done = onScreen.count { $0.window != nil }
    return Snapshot(
      query: query, zone: .utc, directory: directory, slots: slots,
      progress: Progress(
        done: done, total: onScreen.count, secondsLeft: isWorking ? 70 : nil),
      failure: failure, isOffline: isOffline, sent: RequestCount(sent: 412, budget: 2000),
      isWorking: isWorking)
  }

  /// The twelve whole periods before those that the range touches, newest first.
  private static func history(_ query: Query) -> [Period] {
    let granularity = query.granularity == .total ? .week : query.granularity
    var start = granularity.start(of: query.range.start)
    return (0..<12).map { _ in
      let end = start
      start = granularity.start(of: start - 1)
      return Period(granularity, DaySpan(start, end))
    }
  }

  private static func slot(
    _ resource: Resource, _ role: WindowRole, _ period: Period,
    _ record: (Resource, Int, Period) -> Record?
  ) -> WindowSlot {
    let key = WindowKey(account: "test", resource: resource, zone: "UTC", period: period)
    let records = directory.users.indices.compactMap { user in
      record(resource, user, period)
    }
    let table = RecordTable(resource: resource, records: records) { directory.number(of: $0) ?? 0 }
    return WindowSlot(
      key: key, role: role, isBackground: role == .history,
      window: Window(key: key, table: table, fetchedAt: noon + -120),
      state: .fresh)
  }

  /// User 9 is silent, user 2 has few calls, user 4 lacks a metric, user 3 was away at first.
  static func record(_ resource: Resource, _ user: Int, _ period: Period) -> Record? {
    guard user != 9, !(user == 3 && period.start < Day(number: 20_756)) else { return nil }
    let wave = Double((user * 7 + period.start.number * 3) % 11) / 10
    let values: [Number?] =
      switch resource {
      case .interactions:
        [
          user == 4
            ? nil : .decimal(((0.5 + Double(user) * 0.06 + wave * 0.2) * 100).rounded() / 100),
          .decimal(((3 + Double(user % 5) + wave) * 100).rounded() / 100),
          .decimal(((9 + Double(user % 7) * 2 + wave * 3) * 10).rounded() / 10),
          .integer(Int64(70 + user * 12) + Int64(wave * 20)),
          .integer(Int64(35 + user * 5) + Int64(wave * 10)),
        ]
      case .activity:
        Counter.allCases.indices.map { column in
          if user == 2 { return .integer(column < 2 ? 1 : 0) }
          let days = Double(period.days.count) / 5
          return .integer(Int64(Double((user * 3 + column * 5) % 9 + 1) * days * (0.8 + wave / 4)))
        }
      }
    return Record(
      resource: resource, id: directory.users[user].id, user: directory.users[user], values: values)
  }

  /// Presses keys one after another and gives back the commands of the last one.
  @discardableResult
  static func press(_ keys: [Key], on model: inout Model) -> [Command] {
    var commands: [Command] = []
    for key in keys { commands = DashboardProgram.updateAtOnce(&model, .keyPressed(key, moment)) }
    return commands
  }
}
