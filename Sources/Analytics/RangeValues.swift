import Records

/// The values of one range for all users, by their numbers: those of its own windows, or the
/// periods of the trend in their place.
///
/// Worked out table by table, since a year of a large team has millions of numbers.
struct RangeValues {
  private let resource: Resource
  let isExact: Bool
  private var calls: [RollUp.Sum]
  /// For each field of the resource, for each user.
  private var values: [[RollUp.Sum]]

  init(_ snapshot: Snapshot, role: WindowRole, resource: Resource) {
    self.resource = resource
    let highest = snapshot.slots.compactMap { $0.window?.table.users.last }.max() ?? -1
    let users = max(snapshot.directory.users.count, Int(highest) + 1)
    let none = [RollUp.Sum](repeating: RollUp.Sum(), count: users)
    calls = none
    values = Array(repeating: none, count: resource.fields.count)
    let range = role == .total ? snapshot.query.range : snapshot.query.compared
    let parts = { (resource: Resource) -> [Window] in
      snapshot.trend(of: resource).compactMap(\.window)
        .filter { range.contains($0.key.period.days) }
    }
    let exact = snapshot.window(role, of: resource)?.table
    isExact = exact != nil
    let exactActivity = snapshot.window(role, of: .activity)?.table
    for table in exactActivity.map({ [$0] }) ?? parts(.activity).map(\.table) {
      table.eachCalls { calls[$0].add($1) }
    }
    if let exact {
      add(exact, weights: nil)
    } else {
      let activity = Dictionary(
        parts(.activity).map { ($0.key.period.start, $0.table) }, uniquingKeysWith: { $1 })
      for part in parts(resource) {
        var weights = [Double](repeating: 0, count: users)
        activity[part.key.period.start]?.eachCalls { weights[$0] = $1 }
        add(part.table, weights: weights)
      }
    }
  }

  private mutating func add(_ table: RecordTable, weights: [Double]?) {
    for (field, column) in table.values.enumerated() {
      for (row, user) in table.users.enumerated() {
        guard let value = column[row] else { continue }
        values[field][Int(user)].add(value, weight: weights?[Int(user)] ?? 1)
      }
    }
  }

  /// Everyone with a record in the range.
  var users: [UserNumber] {
    calls.indices.filter { user in
      calls[user].count > 0 || values.contains { $0[user].count > 0 }
    }.map(UserNumber.init)
  }

  func calls(of user: UserNumber) -> Double? { calls[Int(user)].total }

  func headline(_ field: Field, of user: UserNumber) -> Headline {
    let sum = values[field.column][Int(user)]
    var headline = Headline()
    if isExact {
      headline.value = sum.total
    } else if case .counter = field {
      headline.value = sum.total
      headline.isApproximate = sum.total != nil
    } else if let rollUp = sum.mean {
      headline.value = rollUp.value
      headline.isApproximate = true
      headline.isUnweighted = !rollUp.isWeighted
    }
    return headline
  }
}

extension RecordTable {
  /// Every user with a number of calls, hosted and attended ones together.
  fileprivate func eachCalls(_ body: (_ user: Int, _ calls: Double) -> Void) {
    for (row, user) in users.enumerated() {
      if let calls = calls(inRow: row) { body(Int(user), calls) }
    }
  }
}
