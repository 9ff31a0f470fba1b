package import Records

extension RecordTable {
  /// Calls hosted and attended of a user, one that is absent counting nothing; nil when both are.
  package func calls(of user: UserNumber) -> Double? {
    guard let row = row(of: user) else { return nil }
    let hosted = column(.counter(.callsHosted))?[row]
    let attended = column(.counter(.callsAttended))?[row]
    return hosted == nil && attended == nil ? nil : (hosted ?? 0) + (attended ?? 0)
  }

  /// For each row the calls that activity records of the same period know of its user, NaN where
  /// they know none.
  func calls(from activity: RecordTable?) -> [Double] {
    var found = [Double](repeating: .nan, count: count)
    guard let activity else { return found }
    let (users, others, calls) = (users, activity.users, activity.calls)
    var other = 0
    for row in users.indices {
      while other < others.count, others[other] < users[row] { other += 1 }
      if other < others.count, others[other] == users[row] { found[row] = calls[other] }
    }
    return found
  }

  /// The calls of every row of activity records, NaN where both are absent.
  var calls: [Double] {
    guard var calls = column(.counter(.callsHosted))?.values,
      let attended = column(.counter(.callsAttended))?.values
    else { return Array(repeating: .nan, count: count) }
    for row in calls.indices where !attended[row].isNaN {
      calls[row] = calls[row].isNaN ? attended[row] : calls[row] + attended[row]
    }
    return calls
  }
}
