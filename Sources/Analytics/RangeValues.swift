import Records

/// The values of one range for all users: by the user's number, NaN where there is none.
struct RangeValues {
  let calls: [Double]
  /// For each of the fields.
  let columns: [Column]

  /// The values of one field.
  struct Column {
    var values: [Double]
    /// Where shorter periods stand in that could not be weighted by calls; empty for nowhere.
    var isUnweighted: [Bool] = []
  }

  init(_ tables: RangeTables, fields: [Field], userCount: Int) {
    var calls = [Double](repeating: .nan, count: userCount)
    for table in tables.calls { calls.add(table.calls, of: table.users) }
    self.calls = calls
    let resource = fields.first?.resource
    guard !tables.isExact, resource == .interactions else {
      columns = fields.map { Column(adding: $0, tables.parts, userCount: userCount) }
      return
    }
    // Every metric of a period is weighted with the same calls.
    let weights = tables.parts.map(\.weights)
    columns = fields.map { Column(weighing: $0, tables.parts, weights, userCount: userCount) }
  }
}

extension RangeValues.Column {
  /// The sums of a counter; of the range's own window alone, its values.
  fileprivate init(adding field: Field, _ parts: [RangeTables.Part], userCount: Int) {
    values = Array(repeating: .nan, count: userCount)
    for part in parts {
      guard let column = part.table.column(field) else { continue }
      values.add(column.values, of: part.table.users)
    }
  }

  /// The means of a metric.
  fileprivate init(
    weighing field: Field, _ parts: [RangeTables.Part], _ weights: [[Double]], userCount: Int
  ) {
    var sums = [RollUp.Sum](repeating: RollUp.Sum(), count: userCount)
    for (part, weights) in zip(parts, weights) {
      guard let column = part.table.column(field) else { continue }
      let (values, users) = (column.values, part.table.users)
      sums.withUnsafeMutableBufferPointer { sums in
        for row in users.indices where !values[row].isNaN {
          sums[Int(users[row])].add(values[row], weight: weights[row])
        }
      }
    }
    let means = sums.map(\.mean)
    values = means.map { $0?.value ?? .nan }
    isUnweighted = means.map { $0?.isWeighted == false }
  }
}

extension RangeTables.Part {
  /// For each row of the table the calls of its user in the period, 0 where no record says.
  fileprivate var weights: [Double] {
    var weights = [Double](repeating: 0, count: table.count)
    guard let activity else { return weights }
    let (users, others, calls) = (table.users, activity.users, activity.calls)
    var other = 0
    for row in users.indices {
      while other < others.count, others[other] < users[row] { other += 1 }
      if other < others.count, others[other] == users[row], !calls[other].isNaN {
        weights[row] = calls[other]
      }
    }
    return weights
  }
}

extension [Double] {
  /// Adds the values of a column to those of the column's users; NaN adds nothing.
  fileprivate mutating func add(_ values: [Double], of users: [UserNumber]) {
    withUnsafeMutableBufferPointer { sums in
      for row in users.indices where !values[row].isNaN {
        let user = Int(users[row])
        sums[user] = sums[user].isNaN ? values[row] : sums[user] + values[row]
      }
    }
  }
}
