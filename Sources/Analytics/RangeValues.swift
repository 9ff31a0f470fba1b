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
    let activity = tables.activity.map { CallColumn($0) }
    var calls = [Double](repeating: .nan, count: userCount)
    for column in tables.exactActivity.map({ [CallColumn($0)] }) ?? activity {
      calls.add(column.calls, of: column.users)
    }
    self.calls = calls
    guard !tables.isExact, fields.first?.isCounter == false else {
      columns = fields.map { Column(adding: $0, tables.parts, userCount: userCount) }
      return
    }
    // Every metric of a period is weighted with the same calls.
    let weights = tables.parts.map { part in
      part.activity.map { activity[$0].calls(for: part.table.users, absent: 0) }
        ?? Array(repeating: 0, count: part.table.count)
    }
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

  /// The means of a metric. Where records say how many conversations a mean is over, that is its
  /// weight, which makes the mean exact.
  fileprivate init(
    weighing field: Field, _ parts: [RangeTables.Part], _ weights: [[Double]], userCount: Int
  ) {
    let count = Field.additional(field.countName)
    var sums = [RollUp.Sum](repeating: RollUp.Sum(), count: userCount)
    sums.withUnsafeMutableBufferPointer { sums in
      for (part, weights) in zip(parts, weights) {
        guard let column = part.table.column(field) else { continue }
        let weights = part.table.column(count)?.values ?? weights
        for (user, (value, weight)) in zip(part.table.users, zip(column.values, weights))
        where !value.isNaN {
          sums[Int(user)].add(value, weight: weight)
        }
      }
    }
    let means = sums.map(\.mean)
    values = means.map { $0?.value ?? .nan }
    isUnweighted = means.map { $0?.isWeighted == false }
  }
}

extension [Double] {
  /// Adds the values of a column to those of the column's users; NaN adds nothing.
  fileprivate mutating func add(_ values: [Double], of users: [UserNumber]) {
    withUnsafeMutableBufferPointer { sums in
      for (user, value) in zip(users, values) where !value.isNaN {
        let sum = sums[Int(user)]
        sums[Int(user)] = sum.isNaN ? value : sum + value
      }
    }
  }
}
