package import Records

/// The team over the range: a row for each user with data, and what the whole team looks like.
///
/// Computed when a snapshot arrives, so that a screen only has to draw it.
package struct TeamBoard: Equatable, Sendable {
  package let resource: Resource
  package let rows: [TeamRow]
  /// For each field of the resource what the team's values look like; nil without values.
  package let statistics: [Statistics?]
  /// What the team's calls look like.
  package let calls: Statistics?
  /// All users the account knows, with data or without.
  package let userCount: Int
  /// Shorter periods stand in for the exact windows.
  package let isApproximate: Bool

  /// Targets by metric; `minimumCalls` is the number under which a user has few calls.
  package init(
    _ snapshot: Snapshot, resource: Resource, targets: [Metric: Target], minimumCalls: Double
  ) {
    self.resource = resource
    userCount = snapshot.directory.users.count
    let now = RangeValues(snapshot, role: .total, resource: resource)
    let before = RangeValues(snapshot, role: .compared, resource: resource)
    isApproximate = now.exact == nil
    let fields = resource.fields
    var rows: [TeamRow] = []
    for user in now.users {
      let calls = now.calls(of: user)
      let callsBefore = before.calls(of: user)
      let headlines = fields.map { field -> Headline in
        var headline = now.headline(field, of: user)
        guard let value = headline.value else { return headline }
        if case .metric(let metric) = field { headline.target = targets[metric]?.state(of: value) }
        if let earlier = before.headline(field, of: user).value {
          headline.change = value - earlier
          headline.changeHasFewCalls = (callsBefore ?? 0) < minimumCalls
        }
        return headline
      }
      guard calls != nil || headlines.contains(where: { $0.value != nil }) else { continue }
      rows.append(
        TeamRow(
          user: user, calls: calls, hasFewCalls: calls.map { $0 < minimumCalls } ?? false,
          headlines: headlines))
    }
    self.rows = rows
    statistics = fields.indices.map { column in
      Statistics(rows.compactMap { $0.headlines[column].value })
    }
    calls = Statistics(rows.compactMap(\.calls))
  }

  /// Which place a user's value of a column has among the users with a value, 1 for the highest;
  /// users with the same value share a place. Nil without a value.
  package func rank(of row: TeamRow, column: Int) -> Int? {
    guard let value = row.headlines[column].value else { return nil }
    return 1 + rows.count { ($0.headlines[column].value ?? -.infinity) > value }
  }
}

/// The values of one range: its own windows, or the periods of the trend in their place.
private struct RangeValues {
  let resource: Resource
  let exact: RecordTable?
  let exactActivity: RecordTable?
  let parts: [RecordTable]
  let activityParts: [Day: RecordTable]
  let partStarts: [Day]

  init(_ snapshot: Snapshot, role: WindowRole, resource: Resource) {
    self.resource = resource
    exact = snapshot.window(role, of: resource)?.table
    exactActivity = snapshot.window(role, of: .activity)?.table
    let range = role == .total ? snapshot.query.range : snapshot.query.compared
    let windows = { (resource: Resource) -> [Window] in
      snapshot.trend(of: resource).compactMap(\.window)
        .filter { range.contains($0.key.period.days) }
    }
    let standIns = exact == nil ? windows(resource) : []
    parts = standIns.map(\.table)
    partStarts = standIns.map(\.key.period.start)
    let activity = exactActivity == nil || exact == nil ? windows(.activity) : []
    activityParts = Dictionary(
      activity.map { ($0.key.period.start, $0.table) }, uniquingKeysWith: { $1 })
  }

  /// Everyone with a record in the range.
  var users: [UserNumber] {
    let users = exact?.users ?? parts.flatMap(\.users)
    let active = exactActivity?.users ?? activityParts.values.flatMap(\.users)
    return Set(users + active).sorted()
  }

  func calls(of user: UserNumber) -> Double? {
    if let exactActivity { return exactActivity.calls(of: user) }
    return RollUp(counter: activityParts.values.map { $0.calls(of: user) })?.value
  }

  func headline(_ field: Field, of user: UserNumber) -> Headline {
    if let exact { return Headline(value: exact.value(field, of: user)) }
    guard let rollUp = rollUp(field, of: user) else { return Headline() }
    var headline = Headline(value: rollUp.value)
    headline.isApproximate = true
    headline.isUnweighted = !rollUp.isWeighted
    return headline
  }

  private func rollUp(_ field: Field, of user: UserNumber) -> RollUp? {
    let values = parts.map { $0.value(field, of: user) }
    guard case .metric = field else { return RollUp(counter: values) }
    let calls = partStarts.map { activityParts[$0]?.calls(of: user) }
    return RollUp(metric: zip(values, calls).map { (value: $0, calls: $1) })
  }
}

extension RecordTable {
  /// Calls hosted and attended of a user, one that is absent counting nothing; nil when both are.
  package func calls(of user: UserNumber) -> Double? {
    let hosted = value(.counter(.callsHosted), of: user)
    let attended = value(.counter(.callsAttended), of: user)
    return hosted == nil && attended == nil ? nil : (hosted ?? 0) + (attended ?? 0)
  }
}
