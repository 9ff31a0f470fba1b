package import Records

extension RecordTable {
  /// Calls hosted and attended of a user, one that is absent counting nothing; nil when both are.
  package func calls(of user: UserNumber) -> Double? {
    guard let row = row(of: user) else { return nil }
    let hosted = column(.counter(.callsHosted))?[row]
    let attended = column(.counter(.callsAttended))?[row]
    return hosted == nil && attended == nil ? nil : (hosted ?? 0) + (attended ?? 0)
  }

  /// The same of every row, NaN where both are absent.
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
