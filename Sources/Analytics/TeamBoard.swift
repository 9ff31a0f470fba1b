package import Records

/// The team over the range: a row for each user with data, and what the whole team looks like.
///
/// Computed when a snapshot arrives, so that a screen only has to draw it.
package struct TeamBoard: Equatable, Sendable {
  /// What the board is about; its fields are the columns.
  package let resource: Resource
  /// A row for each user with data.
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
    isApproximate = !now.isExact
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

extension RecordTable {
  /// Calls hosted and attended of a user, one that is absent counting nothing; nil when both are.
  package func calls(of user: UserNumber) -> Double? {
    resource == .activity ? row(of: user).flatMap(calls(inRow:)) : nil
  }

  /// The same of a row of activity records.
  func calls(inRow row: Int) -> Double? {
    let hosted = values[Field.counter(.callsHosted).column][row]
    let attended = values[Field.counter(.callsAttended).column][row]
    return hosted == nil && attended == nil ? nil : (hosted ?? 0) + (attended ?? 0)
  }
}
