import Records

/// What the rows of a board read from: a place in each column for each user, NaN where a number is
/// absent. The rows share it.
final class TeamColumns: Sendable {
  let users: [UserNumber]
  /// One more than the highest number of a user that any table of the board knows.
  let userCount: Int
  let isExact: Bool
  let minimumCalls: Double
  let calls: [Double]
  /// Calls in the compared range.
  let earlierCalls: [Double]
  private let fields: [Field]
  private let columns: [Column]

  struct Column: Sendable {
    let values: [Double]
    /// The values of the compared range.
    let earlier: [Double]
    let isUnweighted: [Bool]
    let target: Target?
    let statistics: Statistics?
  }

  init(_ input: TeamBoard.Input) {
    userCount = max(input.userCount, input.now.userCount, input.before.userCount)
    let now = RangeValues(input.now, fields: input.fields, userCount: userCount)
    let before = RangeValues(input.before, fields: input.fields, userCount: userCount)
    var hasData = now.calls.map { !$0.isNaN }
    for column in now.columns {
      for user in hasData.indices where !column.values[user].isNaN { hasData[user] = true }
    }
    if let members = input.members {
      for user in hasData.indices where !members.contains(UserNumber(user)) {
        hasData[user] = false
      }
    }
    let places = hasData.indices.filter { hasData[$0] }
    users = places.map(UserNumber.init)
    isExact = input.now.isExact
    minimumCalls = input.minimumCalls
    calls = places.map { now.calls[$0] }
    earlierCalls = places.map { before.calls[$0] }
    fields = input.fields
    columns = zip(input.fields, zip(now.columns, before.columns)).map { field, ranges in
      let (now, before) = ranges
      let values = places.map { now.values[$0] }
      return Column(
        values: values, earlier: places.map { before.values[$0] },
        isUnweighted: now.isUnweighted.isEmpty ? [] : places.map { now.isUnweighted[$0] },
        target: input.target(of: field), statistics: Statistics(values))
    }
  }

  subscript(field: Field) -> Column? {
    fields.firstIndex(of: field).map { columns[$0] }
  }
}
