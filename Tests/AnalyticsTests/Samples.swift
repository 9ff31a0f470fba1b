import Records

/// Monday, 2 November 2026.
let monday = Day(number: 20_759)

func days(_ start: Int, _ end: Int) -> DaySpan { DaySpan(monday + start, monday + end) }

/// Patience by user.
func patience(_ values: [(UserNumber, Double?)]) -> RecordTable {
  table(
    .interactions,
    values.map { user, value in (user, [.metric(.patience): value]) })
}

/// Calls hosted and attended by user.
func calls(_ values: [(UserNumber, hosted: Double?, attended: Double?)]) -> RecordTable {
  table(
    .activity,
    values.map { user, hosted, attended in
      (user, [.counter(.callsHosted): hosted, .counter(.callsAttended): attended])
    })
}

/// A record for each user with the fields given; every other one is absent.
func table(_ resource: Resource, _ rows: [(UserNumber, [Field: Double?])]) -> RecordTable {
  let records = rows.map { user, values in
    Record(
      resource: resource, id: "\(user)", user: User(id: "\(user)"),
      values: resource.fields.map { field in (values[field] ?? nil).map(Number.decimal) })
  }
  return RecordTable(resource: resource, records: records) { UserNumber($0) ?? 0 }
}

func slot(
  _ role: WindowRole, _ resource: Resource, _ days: DaySpan, _ table: RecordTable?,
  by granularity: Granularity? = nil, planned: DaySpan? = nil
) -> WindowSlot {
  let granularity = granularity ?? (role == .trend ? .week : .total)
  let key = { (days: DaySpan) in
    WindowKey(
      account: "acme", resource: resource, zone: "UTC", period: Period(granularity, days))
  }
  return WindowSlot(
    key: key(planned ?? days), role: role,
    window: table.map {
      Window(key: key(days), table: $0, fetchedAt: Timestamp(seconds: 0))
    },
    state: table == nil ? .pending : .fresh)
}

/// Two weeks from Monday on, compared with the two before.
func snapshot(
  _ slots: [WindowSlot], resource: Resource = .interactions, range: DaySpan = days(0, 14),
  users: Int = 4
) -> Snapshot {
  Snapshot(
    query: Query(
      account: "acme", resource: resource, range: range, compared: days(-14, 0),
      granularity: .week, today: monday + 16),
    zone: .utc, directory: Directory((0..<users).map { User(id: "\($0)") }), slots: slots,
    progress: Progress(done: 0, total: slots.count))
}
