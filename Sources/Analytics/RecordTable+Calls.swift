package import Records

extension RecordTable {
  /// Calls hosted and attended of a user, one that is absent counting nothing; nil when both are.
  package func calls(of user: UserNumber) -> Double? {
    guard let row = row(of: user) else { return nil }
    let hosted = column(.counter(.callsHosted))?[row]
    let attended = column(.counter(.callsAttended))?[row]
    return hosted == nil && attended == nil ? nil : (hosted ?? 0) + (attended ?? 0)
  }
}

/// The calls of activity records, a row each, NaN where no record says.
struct CallColumn {
  let users: [UserNumber]
  let calls: [Double]

  init(_ activity: RecordTable) {
    users = activity.users
    guard var calls = activity.column(.counter(.callsHosted))?.values,
      let attended = activity.column(.counter(.callsAttended))?.values
    else {
      calls = Array(repeating: .nan, count: users.count)
      return
    }
    calls.withUnsafeMutableBufferPointer { calls in
      for (row, more) in attended.enumerated() where !more.isNaN {
        calls[row] = calls[row].isNaN ? more : calls[row] + more
      }
    }
    self.calls = calls
  }

  /// The calls of some users, given in order of their numbers; `absent` where no record says.
  func calls(for others: [UserNumber], absent: Double) -> [Double] {
    var found = [Double](repeating: absent, count: others.count)
    found.withUnsafeMutableBufferPointer { found in
      users.withUnsafeBufferPointer { users in
        var row = 0
        for (other, user) in others.enumerated() {
          while row < users.count, users[row] < user { row += 1 }
          guard row < users.count else { return }
          if users[row] == user, !calls[row].isNaN { found[other] = calls[row] }
        }
      }
    }
    return found
  }
}
