package import Records

/// A user on the team's boards.
package struct TeamRow: Sendable {
  let columns: TeamColumns
  let index: Int

  /// The number of the user that the row is about.
  package var user: UserNumber { columns.users[index] }

  /// Calls hosted and attended in the range; nil when no record says.
  package var calls: Double? { columns.calls[index].ifPresent }

  /// Too few calls for the metrics to say much.
  package var hasFewCalls: Bool { columns.calls[index] < columns.minimumCalls }

  /// The user's number of a field and what there is to judge it by; empty for a field that is not
  /// the board's.
  package subscript(field: Field) -> Headline {
    guard let column = columns[field], let value = column.values[index].ifPresent else {
      return Headline()
    }
    var headline = Headline(value: value)
    headline.isApproximate = !columns.isExact
    headline.isUnweighted = !column.isUnweighted.isEmpty && column.isUnweighted[index]
    headline.target = column.target?.state(of: value)
    if let earlier = column.earlier[index].ifPresent {
      headline.change = value - earlier
      // Calls that nobody counted are few as well.
      headline.changeHasFewCalls = !(columns.earlierCalls[index] >= columns.minimumCalls)
    }
    return headline
  }
}

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
